// For whoever teaches: the clocks of tasks (the word `countdown`), the plan beside the presenter's timer, and the keys at `?`.
// `plan` has the seconds of each slide. The windows of a deck agree on the clock, which says only what changes, and moves nothing.
(plan) => {
  document.head.insertAdjacentHTML('beforeend', `<style>
.bespoke-marp-note, .bespoke-marp-presenter-info-container * { font-family: 'IBM Plex Sans' }
.plan { order: 3; color: #ddd; font-size: 18px; white-space: nowrap }
.keys { font: 20px/1.6 'IBM Plex Sans' }
.keys dt { float: left; clear: left; font-weight: 600 }
.keys dd { margin-left: 8em }
</style>`)
  const find = (what) => document.querySelector(what), all = (what) => [...document.querySelectorAll(what)]
  // Marp shows a presenter notes as they were typed: take away the marks of Markdown, and the addresses of links.
  if (/view=presenter/.test(location)) all('.bespoke-marp-note p').forEach((p) => {
    p.textContent = p.textContent.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(`|\*+)(\S|\S.*?\S)\1/g, '$2').replace(/\\([_*])/g, '$1')
  })
  const clock = (s) => `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`
  const key = `countdown ${location.pathname}`
  let state // of the clock that was started last: its place, the seconds left, and when it ends if it runs
  const read = (text) => { state = JSON.parse(text) ?? {} }
  const stored = (act) => { try { act() } catch { /* without storage, each window has its own clock */ } }
  read(null)
  stored(() => read(localStorage.getItem(key)))
  if (state.end < Date.now()) read(null) // of another day
  const now = (box, place = all('.countdown').indexOf(box)) => {
    const total = 60 * box.dataset.minutes, own = state.place === place
    const runs = own && state.end
    return { place, total, runs, left: runs ? Math.max(0, Math.ceil((runs - Date.now()) / 1000)) : own ? state.left : total }
  }
  const put = (element, text) => { if (element.textContent !== text) element.textContent = text }
  const show = () => all('.countdown').forEach((box, at) => {
    if (!box.dataset.minutes) {
      box.dataset.minutes = parseInt(box.textContent.match(/\d+/))
      box.innerHTML = '<button></button><span aria-live="polite"></span>'
    }
    const { total, runs, left } = now(box, at), [button, span] = box.children
    put(button, clock(left))
    put(span, !left ? 'Tempo!' : runs ? (left > 60 ? 'C para' : 'último minuto') : left < total ? 'C continua' : 'C começa')
    button.ariaLabel = `${clock(left)}, ${runs ? 'parar' : 'começar'}`
    button.style.cssText = left ? '' : 'color: var(--on-accent); background: var(--accent)'
  })
  const toggle = (box, again) => {
    const { place, total, runs, left } = now(box)
    state = { place, left: again || !left ? total : left }
    if (!runs && !again && left) state.end = Date.now() + 1000 * left
    stored(() => localStorage.setItem(key, JSON.stringify(state)))
    show()
  }
  addEventListener('storage', (event) => {
    if (event.key === key) { read(event.newValue); show() }
  })
  addEventListener('click', ({ target }) => {
    if (target.matches?.('.countdown button')) toggle(target.parentElement)
  }, true)

  const help = () => {
    if (!find('.keys')) {
      const keys = ['→, espaço|avança', '←|volta', 'Home, End|primeiro e último slide', 'F|tela cheia', 'T|fundo escuro',
        'P|visão do apresentador', 'O|todos os slides', '1 a 9, Shift|escolhe um valor', 'C, Shift+C|relógio: começa ou para, zera',
        '?|estas teclas'].map((each) => `<dt>${each.replace('|', '</dt><dd>')}</dd>`)
      document.body.insertAdjacentHTML('beforeend', `<dialog class="keys" aria-label="Teclas"><dl>${keys.join('')}</dl></dialog>`)
    }
    const box = find('.keys')
    if (box.open) box.close()
    else box.showModal()
  }
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const box = find('.bespoke-marp-active .countdown')
    if (event.key === '?') help()
    else if (event.key === 'Escape') find('.keys')?.close()
    else if (event.code === 'KeyC' && box) toggle(box, event.shiftKey)
    else if (event.target.matches?.('.countdown button') && /^( |Enter)$/.test(event.key)) event.stopImmediatePropagation()
  }, true)

  const sum = (end) => plan.slice(0, end).reduce((a, b) => a + b, 0)
  const compare = () => {
    const timer = find('.bespoke-marp-presenter-info-timer')
    if (!timer) return
    if (!find('.plan')) timer.insertAdjacentHTML('beforebegin', '<span class="plan"></span>')
    const at = all('.bespoke-marp-slide').indexOf(find('.bespoke-marp-active')), [from, to] = [sum(at), sum(at + 1)]
    const passed = timer.textContent.split(':').reduce((all, each) => 60 * all + Number(each), 0)
    const late = Math.round((passed < from ? passed - from : Math.max(0, passed - to)) / 60)
    const told = late ? `: ${Math.abs(late)} min de ${late > 0 ? 'atraso' : 'folga'}` : ''
    put(find('.plan'), `plano ${clock(from)} a ${clock(to)}${told}`)
  }
  const tick = () => { show(); compare() }
  tick()
  setInterval(tick, 500)
}

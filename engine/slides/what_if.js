// Shows one of the runs of each `.what-if` (see the word `what_if`) and lets one choose among the values of its rows.
// The choice is kept while the windows are open, and the presenter's and the audience's windows agree.
(() => {
  const all = () => [...document.querySelectorAll('.what-if')]
  const parts = (box, kind) => [...box.querySelectorAll(`:scope > .${kind}`)]
  const spans = (row) => [...row.querySelectorAll('span')]
  const chosen = (row) => spans(row).findIndex((each) => each.ariaChecked === 'true')

  // `choice` has the index of the value in each row; the runs are in the order of the values, the last row's fastest.
  const show = (box, choice) => {
    const rows = parts(box, 'values').map(spans)
    rows.forEach((values, row) => values.forEach((value, index) => {
      value.ariaChecked = String(index === choice[row])
      value.tabIndex = index === choice[row] ? 0 : -1
    }))
    const run = rows.reduce((before, values, row) => before * values.length + choice[row], 0)
    parts(box, 'run').forEach((each, index) => each.classList.toggle('shown', index === run))
  }

  const choose = (span, focus) => {
    const box = span.closest('.what-if')
    const choice = parts(box, 'values').map((row) =>
      row.contains(span) ? spans(row).indexOf(span) : chosen(row))
    show(box, choice)
    if (focus) span.focus({ preventScroll: true })
    try {
      localStorage.setItem(key, JSON.stringify([all().indexOf(box), choice, Date.now()]))
    } catch { /* a window without storage has no other window to agree with */ }
  }

  const key = `what-if ${location.pathname}`
  addEventListener('storage', (event) => {
    if (event.key !== key || !event.newValue) return
    const [index, choice] = JSON.parse(event.newValue)
    if (all()[index]) show(all()[index], choice)
  })

  addEventListener('click', (event) => {
    const span = event.target.closest?.('.what-if > .values > span')
    if (!span) return
    event.stopPropagation()
    choose(span, true)
  }, true)

  // Digits choose in the first row of the slide, with Shift in the second; arrows move within the row that has the focus.
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const here = event.target.closest?.('.what-if > .values')
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    let span
    if (digit) {
      const rows = document.querySelectorAll('.bespoke-marp-active .what-if > .values')
      span = rows[event.shiftKey ? 1 : 0]?.querySelectorAll('span')[digit - 1]
    } else if (here && /^Arrow/.test(event.key)) {
      const values = spans(here)
      const step = /Left|Up/.test(event.key) ? values.length - 1 : 1
      span = values[(chosen(here) + step) % values.length]
    }
    if (!span) return
    event.stopImmediatePropagation()
    event.preventDefault()
    choose(span, Boolean(here))
  }, true)

  const prepare = () => all().filter((box) => !box.querySelector('.run.shown')).forEach((box) => {
    parts(box, 'values').forEach((row) => {
      row.role = 'radiogroup'
      row.ariaLabel = row.querySelector('b').textContent
      spans(row).forEach((span) => { span.role = 'radio' })
    })
    parts(box, 'run').forEach((run) => { run.ariaLive = 'polite' })
    box.classList.add('live')
    show(box, parts(box, 'values').map(() => 0))
  })
  prepare()
  // The preview replaces slides.
  new MutationObserver(prepare).observe(document.body, { childList: true, subtree: true })
})()

// Runs in the page of the preview only: shows changes, goes to the edited slide, and shows problems.
(() => {
  let { version } = document.currentScript.dataset
  const framed = window.top !== window
  const presenter = new URLSearchParams(location.search).has('view')
  const events = new EventSource(`/events?version=${encodeURIComponent(version)}`)
  const on = (event, does) => events.addEventListener(event, ({ data }) => does(JSON.parse(data)))

  // The windows of the presenter view follow the main window without this.
  const go = (slide) => {
    if (slide && !framed && !presenter) location.hash = `#${slide}`
  }

  const reload = (slide) => {
    events.close()
    go(slide)
    location.reload()
  }

  // Replace the content of the <svg>, not the <svg> itself: Marp's script holds a reference to it.
  function replace({ number, slide, notes }) {
    const svg = document.getElementById(':$p').querySelectorAll(':scope > svg')[number - 1]
    const template = document.createElement('template')
    template.innerHTML = slide
    svg.replaceChildren(...template.content.firstElementChild.childNodes)
    const note = document.querySelector(`.bespoke-marp-note[data-index="${number - 1}"]`)
    if (!note && notes.length) throw new Error('a slide has its first note')
    note?.replaceChildren(
      ...notes.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    )
  }

  on('slides', (change) => {
    if (change.from !== version) return reload(change.go)
    try {
      change.slides.forEach(replace)
    } catch {
      return reload(change.go)
    }
    version = change.version
    go(change.go)
  })

  on('page', (change) => {
    if (change.version !== version) reload(change.go)
  })

  const box = (role, style) => {
    const element = document.createElement('pre')
    element.setAttribute('role', role)
    element.style.cssText = `position:fixed;z-index:9999;margin:0;box-sizing:border-box;display:none;
      font:18px/1.45 "IBM Plex Mono",ui-monospace,monospace;color:#fff;white-space:pre-wrap;${style}`
    if (!framed) document.body.append(element)
    return (text) => {
      element.textContent = text
      element.style.display = text ? 'block' : 'none'
    }
  }
  const problem = box('alert', 'left:0;right:0;bottom:0;max-height:70%;overflow:auto;padding:20px 28px;background:#8c1c13')
  const running = box('status', 'right:12px;top:12px;padding:4px 12px;border-radius:6px;background:#1b1f27cc')
  on('problem', ({ text }) => problem(text))
  on('running', ({ names }) => running(names.length ? `… ${names.join(', ')}` : ''))
})()

// Measure every slide of the open deck. Evaluated in the page; returns plain data as JSON, which Python checks.
// A box has left, top, right and bottom in pixels from the top left corner of its slide; all sizes are in pixels.
// All slides are shown at once, one below the other, each at 1280 x 720, so that one page load measures all.
() => {
  const style = document.createElement('style')
  style.textContent = `
    .bespoke-marp-osc { display: none !important }
    svg[data-marpit-svg] { display: block !important; position: static !important; visibility: visible !important;
      content-visibility: visible !important; opacity: 1 !important; width: 1280px !important; height: 720px !important }
    body, .bespoke-marp-parent { position: static !important; overflow: visible !important; height: auto !important }`
  document.head.append(style)
  document.querySelectorAll('svg[data-marpit-svg][aria-hidden]').forEach((svg) => svg.removeAttribute('aria-hidden'))

  const sections = [...document.querySelectorAll('svg[data-marpit-svg] > foreignObject > section')]
  const notes = [...document.querySelectorAll('.bespoke-marp-note')]

  const textNodes = (root, skip) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.textContent.trim() && !(skip && node.parentElement.closest(skip))) found.push(node)
    }
    return found
  }
  const textRects = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  }
  const union = (rects) => {
    const left = Math.min(...rects.map((r) => r.left)), top = Math.min(...rects.map((r) => r.top))
    const right = Math.max(...rects.map((r) => r.right)), bottom = Math.max(...rects.map((r) => r.bottom))
    return { left, top, right, bottom }
  }
  const line = (text) => text.trim().replace(/[ \t\n]+/g, ' ')
  const px = (length) => parseFloat(length) || 0
  const short = (text) => line(text).slice(0, 60)

  return JSON.stringify(sections.map((section) => {
    const base = section.getBoundingClientRect()
    const at = (r) => ({
      left: r.left - base.left, top: r.top - base.top, right: r.right - base.left, bottom: r.bottom - base.top,
    })
    const css = getComputedStyle(section)
    // The kind of a block, independent of the words: the language of its fence, the class of its picture, or its tag.
    const languageOf = (code) => /language-(\S+)/.exec(code.className)?.[1] ?? 'pre'
    const markOf = (element) => {
      const pre = element.matches('pre') ? element : element.querySelector(':scope > pre')
      if (pre) return languageOf(pre.querySelector('code') ?? pre)
      const picture = element.matches('svg') ? element : element.querySelector(':scope > svg')
      return picture?.classList[0] ?? element.localName
    }
    const counters = {}

    // The blocks of the slide. The box of a block includes the text that sticks out of it.
    // Of the runs to choose among, which lie upon each other, the one that is shown; all take the place of the largest.
    const holders = '.left, .right, .cell, .what-if, .run.shown'
    const children = (holder) => [...holder.children].flatMap((e) => (e.matches(holders) ? children(e) : [e]))
    const elements = children(section).filter((e) => !e.matches('.run, header, footer, script, style, .countdown'))
    const blocks = elements.map((element) => {
      // Text may stick out of its block. The box of a character is higher than its visible shape, above and below.
      const own = element.getBoundingClientRect()
      const rects = textNodes(element, 'svg.figure').flatMap(textRects).map((r) => {
        const air = r.height * 0.25
        return { left: r.left, right: r.right, top: r.top + air, bottom: r.bottom - air, width: r.width, height: r.height }
      })
      const all = [own, ...rects].filter((r) => r.width > 0 && r.height > 0)
      const mark = markOf(element)
      const number = (counters[mark] = (counters[mark] ?? -1) + 1)
      // Too wide is a fault even when nothing is clipped: the line leaves its background. Too high is not, see above.
      const clipped = [element, ...element.querySelectorAll('*')]
        .filter((e) => !e.closest('svg:not([data-marpit-svg])'))
        .map((e) => [e, getComputedStyle(e)])
        .filter(([, { display }]) => display !== 'inline')
        .map(([e, { overflowY }]) =>
          [e.scrollWidth - e.clientWidth, overflowY === 'visible' ? 0 : e.scrollHeight - e.clientHeight])
        .reduce((worst, [x, y]) => [Math.max(worst[0], x), Math.max(worst[1], y)], [0, 0])
      // number: the index among the blocks of this mark, from 0; clipped: what is too wide, and too high, by how much.
      return { mark, number, text: short(element.textContent), clipped, box: all.length ? at(union(all)) : null }
    }).filter(({ box }) => box)

    // The content of the margins, each with its text and box: the header, the footer, and the number of the slide.
    const margins = []
    const header = section.querySelector(':scope > header')
    if (header && getComputedStyle(header).display !== 'none') {
      for (const node of header.childNodes) {
        const rects = node.nodeType === 3 ? textRects(node) : [node.getBoundingClientRect()]
        if (rects.length) margins.push([short(node.textContent), at(union(rects))])
      }
    }
    const footer = section.querySelector(':scope > footer')
    if (footer) margins.push([short(footer.textContent), at(union(textNodes(footer).flatMap(textRects)))])
    section.querySelectorAll('.countdown').forEach((e) => margins.push([short(e.textContent), at(e.getBoundingClientRect())]))
    const after = getComputedStyle(section, '::after')
    if (after.content !== 'none') {
      const [toRight, toBottom, width, height] = [after.right, after.bottom, after.width, after.height].map(px)
      const right = base.width - toRight, bottom = base.height - toBottom
      const box = { left: right - width, right, top: bottom - height, bottom }
      margins.push(['slide number', box])
    }

    const texts = textNodes(section, 'svg.figure').map((node) => {
      const element = node.parentElement
      const block = element.closest('p, li, td, th, pre, h1, h2, h3, blockquote, div, section')
      // offsetWidth is rounded: less than a pixel of difference is no scale.
      const { width } = block.getBoundingClientRect()
      const scale = block.offsetWidth && Math.abs(width - block.offsetWidth) >= 1 ? width / block.offsetWidth : 1
      const kind = element.closest('header, footer, .countdown') ? 'margin' : element.closest('pre, code') ? 'code' : 'body'
      return { kind, size: parseFloat(getComputedStyle(element).fontSize) * scale, text: line(node.textContent) }
    })
    if (after.content !== 'none') texts.push({ kind: 'margin', size: parseFloat(after.fontSize), text: 'slide number' })

    const figures = [...section.querySelectorAll('svg.figure, img')].map((figure) => {
      const box = figure.getBoundingClientRect()
      const natural = figure.viewBox ? figure.viewBox.baseVal : { width: figure.naturalWidth, height: figure.naturalHeight }
      const labels = [...figure.querySelectorAll('text')].filter((t) => t.textContent.trim()).map((label) => {
        const matrix = label.getScreenCTM()
        const size = parseFloat(getComputedStyle(label).fontSize) * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))
        const r = label.getBoundingClientRect()
        const turned = Math.abs(matrix.b) > 0.01 * Math.abs(matrix.a)
        return { size, text: short(label.textContent), turned, box: at(r) }
      })
      // scale: its width, divided by that which it was drawn in; ratio: of width to height, divided by its own.
      return {
        alt: figure.getAttribute('aria-label') ?? figure.getAttribute('alt') ?? '',
        scale: Number(figure.getAttribute('width')) ? box.width / Number(figure.getAttribute('width')) : 1,
        ratio: (box.width / box.height) / (natural.width / natural.height) || 1,
        shown: !figure.closest('.run:not(.shown)'),
        box: at(box), labels,
      }
    })

    texts.push(...figures.flatMap((f, figure) => f.labels.map(({ size, text }) => ({ kind: 'figure', size, text, figure }))))

    const prose = textNodes(section, 'svg.figure, pre, td code, header, footer, .run:not(.shown), .script')
    // Columns are side by side, so only the longer one counts.
    const lines = (column) => new Set(prose.filter((n) => (n.parentElement.closest('.left, .right')?.className ?? '') === column)
      .flatMap(textRects).map((r) => Math.round((r.bottom - base.top) / 6))).size
    const chunks = [...section.querySelectorAll('h1, h2, h3, p, li, td, th')]
      .filter((e) => !e.querySelector('p, li'))
      .map((e) => {
        const copy = e.cloneNode(true)
        copy.querySelectorAll('svg').forEach((svg) => svg.remove())
        copy.querySelectorAll('code, [lang]').forEach((code) => code.replaceWith('\u2063'))
        return copy.textContent.trim()
      }).filter(Boolean)
    const number = Number(section.dataset.marpitPagination)
    const { cut } = section.dataset
    const said = notes.filter((n) => Number(n.dataset.index) === number - 1 && n.dataset.cut === cut).map((n) => n.textContent.trim())
    // chunks: sentences, notes and labels, each with the index of its figure or null; code: mark and lines of each block.
    return {
      number, cut: Number(cut ?? 0),
      width: base.width, height: base.height,
      padding: [css.paddingTop, css.paddingRight, css.paddingBottom, css.paddingLeft].map(parseFloat),
      titles: [...section.querySelectorAll('h1, h2')].map((h) => h.textContent.trim()),
      blocks, margins, texts, figures,
      words: prose.flatMap((node) => node.textContent.trim().split(/\s+/)).length,
      lines: lines('') + Math.max(lines('left'), lines('right')),
      chunks: [
        ...chunks.map((text) => [text, null]),
        ...said.flatMap((text) => text.split(/\r?\n/)).map((line) => [line, null]),
        ...figures.flatMap((f, figure) => [f.alt, ...f.labels.map((l) => l.text)].map((text) => [text, figure])),
      ],
      code: [...section.querySelectorAll('pre, code:has(br)')].map((block) => block.querySelector('code') ?? block)
        .map((c) => [languageOf(c), c.textContent.replace(/\n$/, '').split('\n')]),
      classes: [...section.classList],
      links: [...section.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')),
      notes: said.join('\n'),
    }
  }))
}

// Return the violations that axe-core finds on the open page: of each its slide, the message, its text, and the
// number of the cut that the slide is of (see cuts.py).
async () => {
  // A figure is judged by its label; axe-core finds nothing in it, and takes half its time to do so.
  document.querySelectorAll('svg.figure').forEach((figure) => figure.replaceChildren())
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: true,
  })
  return found.violations.flatMap(v => v.nodes.map(n => {
    const { marpitPagination = 0, cut = 0 } = n.element?.closest('section[data-marpit-pagination]')?.dataset ?? {}
    const text = (n.element?.textContent ?? n.html).trim().replace(/\s+/g, ' ')
    return [Number(marpitPagination), `${v.help} (axe rule ${v.id}) at "${text.slice(0, 40)}"`, text.slice(0, 30), Number(cut)]
  }))
}

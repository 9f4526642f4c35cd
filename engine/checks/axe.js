// Return the violations that axe-core finds on the open page: of each its slide, the message, and its text.
async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: true,
  })
  return found.violations.flatMap(v => v.nodes.map(n => {
    const slide = Number(n.element?.closest('section[data-marpit-pagination]')?.dataset.marpitPagination ?? 0)
    const text = (n.element?.textContent ?? n.html).trim().replace(/\s+/g, ' ')
    return [slide, `${v.help} (axe rule ${v.id}) at "${text.slice(0, 40)}"`, text.slice(0, 30)]
  }))
}

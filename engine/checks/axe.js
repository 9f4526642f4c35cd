// Return the violations that axe-core finds on the open page, each with its slide and its text.
async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: true,
  })
  return found.violations.flatMap(v => v.nodes.map(n => ({
    rule: v.id, help: v.help,
    slide: Number(n.element?.closest('section[data-marpit-pagination]')?.dataset.marpitPagination ?? 0),
    text: (n.element?.textContent ?? n.html).trim().replace(/\s+/g, ' ').slice(0, 60),
  })))
}

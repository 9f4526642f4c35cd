// Find what the theme writes and no slide shows: rules that match nothing, and declarations that another rule beats on
// every element. Evaluated in the page; returns a list of [selector, declaration], which is empty for a rule.
() => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const first = rules.findIndex((rule) => rule.style?.getPropertyValue('--ink'))
  const end = rules.findIndex((rule, i) => i > first && /data-marpit-advanced-background/.test(rule.selectorText ?? ''))
  const idle = []
  for (const rule of rules.slice(first + 1, end)) {
    if (!rule.selectorText || /:focus/.test(rule.selectorText)) continue // a media query, a font, what no slide shows
    const selector = rule.selectorText.replace(/::[\w-]+/g, '')
    const found = [...document.querySelectorAll(selector)]
    const told = rule.selectorText.replace(/div#\\:\\\$p > svg > foreignObject > /gi, '').replace(/:is\((\w+), marp-\w+\)/g, '$1')
    const names = new Set([...rule.style].filter((name) => !name.startsWith('--') && rule.style.getPropertyValue(name)))
    if (!found.length && !/^--marpit/.test(rule.style[0])) idle.push([told, ''])
    if (!found.length || /::/.test(rule.selectorText)) continue
    // Where the rule holds, writing it on the element itself changes nothing.
    for (const element of found) {
      if (!names.size) break
      const css = getComputedStyle(element), own = element.getAttribute('style')
      const before = [...names].map((name) => [name, css.getPropertyValue(name)])
      element.setAttribute('style', `${own ?? ''};${rule.style.cssText}`)
      const held = before.filter(([name, value]) => css.getPropertyValue(name) === value)
      own === null ? element.removeAttribute('style') : element.setAttribute('style', own)
      for (const [name] of held) names.delete(name)
    }
    for (const name of names) idle.push([told, `${name}: ${rule.style.getPropertyValue(name)}`])
  }
  return idle
}

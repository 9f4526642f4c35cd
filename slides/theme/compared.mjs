// The tables of errors: of the two codes of a row, the words that differ are marked; what happens is told by family (an
// exception shouts, a warning speaks, the rest is silent) and large where a number is all that there is to see.
const FAMILIES = [[/^\w*Warning\b/, 'avisa'], [/^\w+(Error|Exception|Interrupt|Exit)\b/, 'grita']]
export const chip = (family) => `<span class="chip ${family}">${family}</span> `
export const familyOf = (message) => FAMILIES.find(([pattern]) => pattern.test(message))?.[1]

// For each word of a and b, whether the other has it too, in the same order.
function common(a, b) {
  const best = Array.from({ length: a.length + 1 }, () => Array(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      best[i][j] = a[i] === b[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1])
    }
  }
  const same = [a.map(() => false), b.map(() => false)]
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) { same[0][i] = same[1][j] = true; i += 1; j += 1 }
    else if (best[i + 1][j] >= best[i][j + 1]) i += 1
    else j += 1
  }
  return same
}

// The code of a cell: the spans of code before what happens.
function codesOf(cell) {
  const end = cell.children.findIndex(({ type, content }) => (type === 'text' && content.startsWith('→')) || /^<span lang/.test(content ?? ''))
  return cell.children.slice(0, end < 0 ? undefined : end).filter(({ type }) => type === 'code_inline')
}
const split = (spans) => spans.flatMap((span, line) =>
  (span.content.match(/\w+|\s+|"[^"]*"|[^]/g) ?? []).map((text) => ({ text, line })))

function markDifferences(left, right, escape) {
  const spans = [codesOf(left), codesOf(right)], words = spans.map(split)
  const seen = words.map((side) => side.filter(({ text }) => text.trim()))
  const same = common(...seen.map((side) => side.map(({ text }) => text)))
  const names = seen.map((side) => side.map(({ text }) => /^\w/.test(text)))
  const alike = same[0].filter((each, i) => each && names[0][i]).length / Math.max(1, Math.min(...names.map((each) => each.filter(Boolean).length)))
  // With hardly a name in common, all differs: no mark helps.
  if (alike >= 0.3) seen.forEach((side, which) => side.forEach((word, i) => { word.differs = !same[which][i] }))
  words.forEach((side, which) => spans[which].forEach((span, line) => {
    let html = '', open = false
    const own = side.filter((word) => word.line === line)
    own.forEach((word, i) => {
      const differs = word.text.trim() ? word.differs : open && own.slice(i).find(({ text }) => text.trim())?.differs
      if (differs !== open && (differs || open)) html += differs ? '<mark>' : '</mark>'
      open = Boolean(differs)
      html += escape(word.text) + (word.text === '(' ? '<wbr>' : '')
    })
    span.type = 'html_inline'
    span.content = `<code>${html}${open ? '</mark>' : ''}</code>`
    span.plain = own.map(({ text }) => text).join('') // for room.mjs
  }))
}

function tellFamily(cell, wrong, Token) {
  const children = []
  cell.children.forEach((token, i) => {
    const html = (content) => children.push(Object.assign(new Token('html_inline', '', 0), { content }))
    if (/^<span lang/.test(token.content ?? '')) {
      html(`<code class="happens" lang="en">${chip(familyOf(cell.children[i + 1]?.content ?? '') ?? 'grita')}`)
    } else if (token.content === '</span>') {
      html('</code>')
    } else if (token.type === 'text' && token.content.startsWith('→')) {
      const rest = token.content.slice(1).trim()
      html(`<span class="result">${wrong ? chip('silencioso') : ''}${rest}`)
    } else {
      children.push(token)
    }
    if (i === cell.children.length - 1 && cell.children.some(({ type, content }) => type === 'text' && content.startsWith('→'))) html('</span>')
  })
  // A block begins on its own line.
  cell.children = children.filter((token, i) => !(/^<br/i.test(token.content ?? '') && /^<(code|span) class="(happens|result)/.test(children[i + 1]?.content ?? '')))
}

export function compared(md) {
  md.core.ruler.push('compared', ({ tokens, Token }) => {
    let errors = false, row = []
    for (const token of tokens) {
      if (token.type === 'marpit_slide_open') errors = /\berrors\b/.test(token.attrGet('class') ?? '')
      if (!errors) continue
      if (token.type === 'tr_open') row = []
      if (token.type === 'inline') row.push(token)
      if (token.type === 'td_close' && row.length === 2) {
        markDifferences(row[0], row[1], md.utils.escapeHtml)
        row.forEach((cell, i) => tellFamily(cell, !i, Token))
        row = []
      }
    }
  })
}

// The Marp engine of the deck: Marp, with every image put into the page and the theme's fonts into the style sheet,
// so that the HTML is one file that asks the network for nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'

const require = createRequire(import.meta.url)
const MIME = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp' }

// SVG goes in as an element: its text takes the theme's font and can be searched. Anything else becomes a data URI.
function inlineImages(md) {
  const image = md.renderer.rules.image
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index]
    const src = decodeURIComponent(token.attrGet('src') ?? '')
    if (/^(data|https?):/.test(src)) return image(tokens, index, options, env, self)
    // Not renderInlineAsText: it drops every sign that a backslash precedes.
    const alt = md.utils.escapeHtml(token.children.map((t) => (/break$/.test(t.type) ? ' ' : t.content)).join(''))
    if (extname(src) === '.svg') {
      return readFileSync(src, 'utf8').replace('<svg', `<svg class="figure" role="img" aria-label="${alt}"`)
    }
    const type = MIME[extname(src).toLowerCase()]
    if (!type) throw new Error(`${src}: an image must be SVG, PNG, JPEG or WebP`)
    return `<img alt="${alt}" src="data:${type};base64,${readFileSync(src, 'base64')}">`
  }
}

// No line ends between a number and its percent sign.
function bindPercents(md) {
  md.core.ruler.push('percents', ({ tokens }) => {
    let code = 0
    for (const each of tokens.flatMap(({ children }) => children ?? [])) {
      if (each.type === 'html_inline') code += /^<code/i.test(each.content) - /^<\/code/i.test(each.content)
      else if (each.type === 'text' && !code) each.content = each.content.replace(/(?<=\d) (?=%)/g, '\u00a0')
    }
  })
}

// The answer of an exercise appears at the next key, like an item of a list that Marp shows one by one.
function revealAnswers(md) {
  const block = md.renderer.rules.html_block
  md.renderer.rules.html_block = (...all) => block(...all).replace('<div class="right answer"', '$& data-marpit-fragment="1"')
}

// url("npm:package/path/font.woff2") in the theme: the file of an npm package as a data URI.
function embedFonts(css) {
  return css.replace(/url\("npm:([^"]+)"\)/g, (_, path) => {
    const file = require.resolve(path)
    return `url("data:font/woff2;base64,${readFileSync(file, 'base64')}")`
  })
}

// Puts marks into highlighted code: whole lines (```python wrong=1,2 raised=3 right=4) and a stretch of letters
// (```erro bold=12-40). An element that crosses the border of a mark is closed before it and opened again after it.
function marked(html, marks) {
  let out = '', at = 0, open = []
  const close = () => open.map(() => '</span>').join('')
  for (const token of html.match(/<\/?span[^>]*>|&[^;]+;|[^]/gu) ?? []) {
    const letter = !token.startsWith('<')
    for (const mark of letter ? marks : []) {
      if (at === mark.start) out += close() + mark.before + open.join('')
      if (at === mark.end) out += close() + mark.after + open.join('')
    }
    if (letter) at += 1
    else if (token === '</span>') open.pop()
    else open.push(token)
    out += token
  }
  return out + marks.filter((mark) => mark.end === at).map((mark) => mark.after).join('')
}

function marksOf(code, attributes) {
  const lines = code.split('\n')
  const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, line) => sum + [...line].length + 1, 0))
  return [...attributes.matchAll(/(\w+)=([\d,-]+)/g)].flatMap(([, kind, value]) => {
    if (kind === 'bold') {
      const [start, end] = value.split('-').map(Number)
      return [{ start, end, before: '<strong>', after: '</strong>' }]
    }
    return value.split(',').map((number) => {
      const start = starts[number - 1], end = start + [...lines[number - 1]].length
      return { start, end, before: `<span class="mark ${kind}">`, after: '</span>' }
    })
  }).sort((a, b) => a.start - b.start)
}

export default ({ marp }) => {
  marp.use(inlineImages).use(bindPercents).use(revealAnswers)
  const highlight = marp.highlighter.bind(marp)
  marp.highlighter = (code, lang, attributes) => {
    const marks = marksOf(code, attributes)
    const html = highlight(code, lang, attributes)
    return marks.length ? marked(html || marp.markdown.utils.escapeHtml(code), marks) : html
  }
  const add = marp.themeSet.add.bind(marp.themeSet)
  marp.themeSet.add = (css) => add(embedFonts(css))
  return marp
}

// The Marp engine of the deck: Marp, with every image put into the page and the theme's fonts into the style sheet,
// so that the HTML is one file that asks the network for nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { room } from './room.mjs'
import { compared } from './compared.mjs'

const require = createRequire(import.meta.url)
const MIME = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp' }

// The preview renders every slide again when what they share changes: what takes long is kept, by the texts it is made of.
export function kept(make) {
  let known = new Map(), letters = 0
  return (...texts) => {
    const key = texts.join('\0')
    if (known.has(key)) return known.get(key)
    if ((letters += key.length) > 1e7) [known, letters] = [new Map(), key.length] // a day of edits fills no memory
    return known.set(key, make(...texts)).get(key)
  }
}

// Colours of a figure that the dark theme (dark.js) changes. A figure with pictures or pale areas of its own, on which its
// text stands, keeps its colours and a light ground.
const VARIABLE = /#(1b1f27|3c4350|6b7280|e3e6eb|ffffff|0072b2|d55e00|009e73|9b2c88)\b/g
const coloured = kept((svg) => {
  const others = svg.replace(VARIABLE, '').matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/g)
  const pale = [...others].some(([, ...parts]) => Math.min(...parts.map((part) => parseInt(part, 16))) > 0xb8)
  if (pale || svg.includes('<image')) return ['figure light', svg]
  return ['figure', svg.replace(/style="[^"]*"/g, (style) => style.replace(VARIABLE, 'var(--f$1,#$1)'))]
})

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
      const [kind, svg] = coloured(readFileSync(src, 'utf8'))
      return svg.replace('<svg', `<svg class="${kind}" role="img" aria-label="${alt}"`)
    }
    const type = MIME[extname(src).toLowerCase()]
    if (!type) throw new Error(`${src}: an image must be SVG, PNG, JPEG or WebP`)
    return `<img alt="${alt}" src="data:${type};base64,${readFileSync(src, 'base64')}">`
  }
}

// No line ends within a sum, nor between a number and its unit.
const BOUND = [
  /(?<=\d) (?=(%|pontos?|épocas?|mil)(?![\p{L}\d]))/gu,
  /(?<=[\d)]) (?=[+\u2212×÷=→≈±/] ?[\d(])|(?<=[\d)][ \u00a0][+\u2212×÷=→≈±/]) (?=[\d(])/g,
  /(?<=\d) (?=a \d)|(?<=\d[ \u00a0]a) (?=\d)/g,
]
function bindNumbers(md) {
  md.core.ruler.push('numbers', ({ tokens }) => {
    let code = 0
    for (const each of tokens.flatMap(({ children }) => children ?? [])) {
      if (each.type === 'html_inline') code += /^<code/i.test(each.content) - /^<\/code/i.test(each.content)
      else if (each.type === 'text' && !code) each.content = BOUND.reduce((text, at) => text.replace(at, '\u00a0'), each.content)
    }
  })
}

// The last words of a text stay together, if they are short: none stands alone on the last line. No more than that needs:
// a longer end leaves the line before it short.
function bindEnds(md) {
  const bind = (children, Token) => {
    let letters = 0, blanks = 0, start
    for (let i = children.length - 1; i >= 0 && blanks < 3 && letters <= 22; i -= 1) {
      const { type, content } = children[i]
      if (type === 'html_inline' || type === 'image' || /break$/.test(type)) break
      const found = type === 'text' ? [...content.matchAll(/ /g)].map(({ index }) => index).reverse() : []
      for (const index of found) {
        const bound = letters + content.length - index
        if (blanks === 3 || bound > 22) break
        start = [i, index + 1]
        blanks = bound > 10 ? 3 : blanks + 1
      }
      letters += content.length
    }
    if (!start) return children
    const [i, index] = start, { level, content } = children[i]
    const close = level ? children.findIndex((each, j) => j > i && each.level < level) : children.length
    if (close < children.length && / /.test(children.slice(close).map((each) => each.content).join(''))) return children
    const token = (type, text) => Object.assign(new Token(type, '', 0), { level, content: text })
    const [head, tail] = [token('text', content.slice(0, index)), token('text', content.slice(index))]
    const [open, end] = [token('html_inline', '<span class="end">'), token('html_inline', '</span>')]
    return [...children.slice(0, i), head, open, tail, ...children.slice(i + 1, close), end, ...children.slice(close)]
  }
  md.core.ruler.push('ends', ({ tokens, Token }) => {
    tokens.forEach((each, i) => {
      if (each.type === 'inline' && tokens[i - 1]?.type === 'paragraph_open') each.children = bind(each.children, Token)
    })
  })
}

// Marp compares each tag with a list of all that it allows, which takes a third of its time.
function keepTags(md) {
  for (const type of ['html_inline', 'html_block']) {
    const render = md.renderer.rules[type], rendered = kept((content) => render([{ type, content }], 0, md.options, {}, md.renderer))
    md.renderer.rules[type] = (tokens, index) => rendered(tokens[index].content)
  }
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

// The two blank lines of PEP 8 are one on a slide; the numbers of the marked lines follow.
function withoutDoubleBlanks(code, attributes) {
  const lines = code.split('\n'), kept = lines.map((line, i) => i < 2 || line || lines[i - 1]) // of two, the first
  const moved = (number) => kept.slice(0, number).filter(Boolean).length
  const marks = attributes.replace(/\b(wrong|raised|right)=([\d,]+)/g, (_, kind, numbers) => `${kind}=${numbers.split(',').map(moved)}`)
  return [lines.filter((_, i) => kept[i]).join('\n'), marks]
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
  marp.use(inlineImages).use(bindNumbers).use(bindEnds).use(keepTags).use(revealAnswers).use(compared).use(room)
  const highlight = marp.highlighter.bind(marp)
  marp.highlighter = kept((source, lang, given) => {
    const [code, attributes] = lang === 'python' ? withoutDoubleBlanks(source, given) : [source, given]
    const marks = marksOf(code, attributes)
    // What follows a dot is a method: `compile` of a model is not Python's.
    const html = highlight(code, lang, attributes)?.replace(/(?<=\.)<span class="hljs-built_in">(\w+)<\/span>/g, '$1')
    return marks.length ? marked(html || marp.markdown.utils.escapeHtml(code), marks) : html
  })
  const add = marp.themeSet.add.bind(marp.themeSet)
  marp.themeSet.add = (css) => add(embedFonts(css))
  return marp
}

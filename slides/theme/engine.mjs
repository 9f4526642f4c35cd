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
    const src = decodeURI(token.attrGet('src') ?? '')
    if (/^(data|https?):/.test(src)) return image(tokens, index, options, env, self)
    const alt = md.utils.escapeHtml(self.renderInlineAsText(token.children ?? [], options, env))
    if (extname(src) === '.svg') {
      return readFileSync(src, 'utf8').replace('<svg', `<svg class="figure" role="img" aria-label="${alt}"`)
    }
    const type = MIME[extname(src).toLowerCase()]
    if (!type) throw new Error(`${src}: an image must be SVG, PNG, JPEG or WebP`)
    return `<img alt="${alt}" src="data:${type};base64,${readFileSync(src, 'base64')}">`
  }
}

// url("npm:package/path/font.woff2") in the theme: the file of an npm package as a data URI.
function embedFonts(css) {
  return css.replace(/url\("npm:([^"]+)"\)/g, (_, path) => {
    const file = require.resolve(path)
    return `url("data:font/woff2;base64,${readFileSync(file, 'base64')}")`
  })
}

export default ({ marp }) => {
  marp.use(inlineImages)
  const add = marp.themeSet.add.bind(marp.themeSet)
  marp.themeSet.add = (css) => add(embedFonts(css))
  return marp
}

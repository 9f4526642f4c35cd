// How large a slide may be written: its code, its text and its columns are chosen from letters and lines when the deck is
// built, in few steps, so that a line of code is as large as fits and no box is wider than what it holds. Distances
// are those of aula.css; where the estimate is wrong, `build.py check` finds what sticks out, or what is left empty.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const WIDTH = 1152, HEIGHT = 566, GAP = 32, SPACE = 20, LEAST = 380
// Size of code and of text, the best first; and the line of code, where a closer one keeps it large.
const STEPS = {
  code: [[28, 34], [24, 32], [24, 28], [21, 28], [21, 26], [21, 26, 1.3], [19, 26], [18, 26]],
  errors: [[22, 30], [22, 28], [20, 28], [19, 26], [18, 26]],
  text: [[21, 34], [21, 31], [21, 28]],
  figure: [[21, 28]],
}
const CODE = new Set(['python', 'saida', 'erro'])

// The width of each letter of a font, in ems.
function advances(path) {
  const data = readFileSync(require.resolve(path)), table = {}
  for (let i = 0, at = 44; i < data.readUInt16BE(12); i += 1, at += 20) {
    const [offset, packed, size] = [4, 8, 12].map((n) => data.readUInt32BE(at + n))
    const bytes = data.subarray(offset, offset + packed)
    table[data.toString('latin1', at, at + 4)] = packed < size ? inflateSync(bytes) : bytes
  }
  const { cmap, hmtx, head, hhea } = table, em = head.readUInt16BE(18), long = hhea.readUInt16BE(34)
  const maps = [...Array(cmap.readUInt16BE(2)).keys()].map((i) => cmap.readUInt32BE(8 + 8 * i))
  const map = cmap.subarray(maps.find((at) => cmap.readUInt16BE(at) === 4)), segments = map.readUInt16BE(6)
  return (letter) => {
    const code = letter.codePointAt(0)
    for (let i = 0; i < segments; i += 2) {
      if (map.readUInt16BE(14 + i) < code) continue
      const start = map.readUInt16BE(16 + segments + i), range = 16 + 3 * segments + i, shift = map.readUInt16BE(range)
      if (start > code) break
      const delta = map.readUInt16BE(16 + 2 * segments + i)
      const glyph = shift ? map.readUInt16BE(range + shift + 2 * (code - start)) : (code + delta) & 0xffff
      return hmtx.readUInt16BE(4 * Math.min(glyph, long - 1)) / em
    }
    return 0.6
  }
}
const letterWidth = advances('@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff')
const sans = (text) => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0)
const MONO = 0.6

// The widths of the words of a text, in ems; null breaks the line.
function wordsOf(inline, mono = false) {
  const words = [0]
  let bold = 1, glued = false
  const add = (text, width) => (glued ? [text] : text.split(/([ \n]+)/)).forEach((each, i) => {
    if (i % 2) words.push(0)
    else words[words.length - 1] += width(each) * bold
  })
  for (const { type, content, plain } of inline.children) {
    if (plain) add(plain.replace(/\(/g, '( '), (text) => [...text].length * MONO + 0.1)
    else if (type === 'strong_open') bold = 1.06
    else if (type === 'strong_close') bold = 1
    else if (type === 'text') add(content, mono ? (text) => [...text].length * MONO : sans)
    else if (type === 'code_inline') add(content, (text) => [...text].length * MONO * (mono ? 1 : 0.88) + 0.1)
    else if (type === 'softbreak') words.push(0)
    else if (type === 'html_inline' && /^<(span class="end"|\/span)/.test(content)) glued = content[1] !== '/'
    else if (type === 'hardbreak' || (type === 'html_inline' && /^<br/i.test(content))) words.push(null, 0)
  }
  return words
}
function linesOf(words, width, size, blank = 0.25) {
  let lines = 1, x = 0
  for (const word of words) {
    if (word === null) { lines += 1; x = 0; continue }
    if (x && x + word * size > width) { lines += 1; x = 0 }
    if (word * size > width) { lines += Math.floor((word * size) / width) }
    x += (word + blank) * size
  }
  return lines
}
const widest = (inlines) => Math.max(0, ...inlines.map((each) => {
  let x = 0, most = 0
  for (const word of wordsOf(each)) {
    if (word === null) x = 0
    else most = Math.max(most, (x += word + 0.26))
  }
  return most - 0.26
}))

// The blocks of a slide as a tree, from the flat list of tokens. Of the runs of a `what-if`, which lie upon each other,
// the first one counts; the later ones are apart, in columns or not.
function blocksOf(tokens) {
  const blocks = { all: [], left: null, right: null, later: [], sides: [] }
  let into = blocks.all, around = blocks.all, runs = 0
  const outer = [] // where the elements around this one go
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    const take = () => {
      const end = token.type.replace('_open', '_close'), from = i
      for (let depth = 0; ; i += 1) {
        depth += (tokens[i].type === token.type) - (tokens[i].type === end)
        if (!depth) return tokens.slice(from, i + 1)
      }
    }
    if (token.type === 'html_block') {
      for (const [tag, side] of token.content.replace(/<!--[^]*?-->/g, '').matchAll(/<(?:div|p) class="(left|right|run|values)">|<div\b|<\/div>/g)) {
        if (tag === '</div>') into = outer.pop() ?? blocks.all
        if (tag.startsWith('<div')) outer.push(into)
        if (side === 'run' && (runs += 1) === 1) around = into
        else if (side === 'run') into = blocks.later
        // The choices of a second parameter stand beside those of the first.
        if (side === 'values' && around.at(-1)?.kind !== 'values') around.push({ kind: 'values', named: /<small>/.test(token.content) })
        if (side === 'values') runs = 0
        if (side !== 'left' && side !== 'right') continue
        if (!blocks.left) blocks.all.push({ kind: 'columns' })
        into = runs > 1 ? blocks.sides : (blocks[side] ??= [])
      }
    } else if (token.type === 'fence') {
      const language = token.info.split(' ')[0], text = token.content.replace(/\n$/, '').replace(/\n{3,}/g, '\n\n').split('\n')
      const fence = { kind: 'fence', language, token, lines: text, letters: Math.max(...text.map((line) => [...line].length)) }
      fence.marked = /\b(wrong|raised|right)=/.test(token.info)
      const last = into.at(-1)
      const joins = language !== 'python' && last && tokens[i - 1].type === 'fence' && (last.kind === 'cell' || last.language === 'python')
      if (joins && last.kind === 'cell') last.fences.push(fence)
      else if (joins) into.push({ kind: 'cell', fences: [into.pop(), fence] })
      else into.push(fence)
    } else if (/^(heading|paragraph|blockquote|table|bullet_list|ordered_list)_open$/.test(token.type)) {
      const inner = take(), inlines = inner.filter(({ type }) => type === 'inline')
      const image = inlines[0]?.children.find(({ type }) => type === 'image')
      if (image) into.push({ kind: 'figure', ...drawn(decodeURIComponent(image.attrGet('src'))) })
      else into.push({ kind: token.type.replace('_open', ''), tag: token.tag, token, tokens: inner, inlines })
    }
  }
  return blocks
}
function drawn(path) {
  const size = /\.svg$/.test(path) && /<svg\b[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(readFileSync(path, 'utf8'))
  return size ? { width: Number(size[1]), height: Number(size[2]) } : { width: 0, height: 0 }
}
const rowsOf = (table) => {
  const rows = []
  for (const token of table.tokens) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'inline') rows.at(-1).push(token)
  }
  return rows
}

const fenceHeight = ({ language, lines, letters }, width, [code, , lead = 1.4]) => {
  const wrapped = language === 'erro' ? lines.reduce((n, line) => n + Math.max(1, Math.ceil([...line].length * MONO * code * 1.04 / (width - 44))), 0) : lines.length
  return language === 'python' ? wrapped * code * lead + 34 : wrapped * code * 1.3 + 26
}
const fenceWidth = ({ language, letters, marked }, code, full) =>
  language === 'erro' ? 0 : letters * MONO * code + (full ? 46 : language === 'saida' ? 28 : 24) + (marked ? 14 : 0)
const fencesOf = (block) => block.fences ?? (block.kind === 'fence' ? [block] : [])

// Whether a short output stands beside its code.
function isBeside(block, code) {
  if (block.fences.length !== 2) return false
  const [first, second] = block.fences
  return second.language === 'saida' && second.lines.length * 1.3 <= first.lines.length * 1.4 && second.letters <= 34 &&
    fenceWidth(first, code, true) + fenceWidth(second, code, true) <= WIDTH
}

const SHARES = [0.5, 0.46, 0.54, 0.42, 0.58]
function errorsHeight(rows, width, code, share) {
  return 34 + rows.slice(1).reduce((sum, row) => {
    const cells = row.map((cell, column) => {
      const inner = width * (column ? 1 - share : share) - 42
      const at = cell.children.findIndex(({ content }) => /^<(code|span) class="(happens|result)/.test(content ?? ''))
      const parts = at < 0 ? [cell.children] : [cell.children.slice(0, at), cell.children.slice(at)]
      return parts.reduce((height, children, i) => {
        const size = i && /result/.test(children[0].content) ? code * 1.3 : code
        const chip = i && /chip/.test(children[0].content) ? [(/silencioso/.test(children[0].content) ? 130 : 85) / size] : []
        const words = wordsOf({ children }, true)
        if (words.some((word) => word * size > inner)) return Infinity // no name is broken
        return height + i * 4 + chip.length * Math.max(0, 27 - size * 1.3) +
          linesOf([...chip, ...words], inner, size, MONO) * size * 1.3
      }, 0)
    })
    return sum + Math.max(...cells) + 18 + 8
  }, 0)
}

function tableHeight(table, width, text, classes) {
  const rows = rowsOf(table)
  if (classes.includes('errors')) {
    // The side with the longer lines is the wider one.
    const heights = SHARES.map((share) => [errorsHeight(rows, width, text, share), share])
    const [height, share] = heights.reduce((a, b) => (b[0] < a[0] - 4 ? b : a))
    table.share = share
    return height
  }
  const size = /claims|versions/.test(classes) ? 23 : text - 3
  const padding = 28, columns = rows[0].map((_, i) => widest(rows.map((row) => row[i]).filter(Boolean)) * size + padding)
  const sum = columns.reduce((a, b) => a + b, -padding)
  const share = columns.map((each) => Math.min(each, (each * width) / sum))
  return rows.reduce((height, row) => height + 21 + 1.3 * size *
    Math.max(...row.map((cell, i) => sum <= width ? 1 : linesOf(wordsOf(cell), share[i] - padding + 4, size))), 2)
}
const tableWidth = (table, text) => {
  const rows = rowsOf(table)
  return rows[0].reduce((sum, _, i) => sum + widest(rows.map((row) => row[i]).filter(Boolean)) * (text - 3) + 28, -28)
}

function heightOf(block, width, step, classes, full) {
  const [code, text] = step
  const lines = (size, inner = width) => block.inlines.reduce((sum, each) => sum + linesOf(wordsOf(each), inner, size), 0)
  if (block.kind === 'fence') return fenceHeight(block, width, step)
  if (block.kind === 'cell') {
    if (full && isBeside(block, code)) return fenceHeight(block.fences[0], width, step) + 2
    return block.fences.reduce((sum, each) => sum + fenceHeight(each, width, step), 0)
  }
  if (block.kind === 'figure') return block.width ? block.height * Math.min(1, width / block.width) : 300
  if (block.kind === 'heading') return block.tag === 'h2' ? lines(44) * 48 + 4 : lines(text * 1.06) * text * 1.15
  if (block.kind === 'paragraph') return classes.includes('figure') ? lines(26) * 26 * 1.36 : lines(text) * text * 1.4
  if (block.kind === 'blockquote') return lines(text - 2, width - 50) * (text - 2) * 1.4 + 28
  if (/list/.test(block.kind)) return lines(text, width - 1.1 * text) * text * 1.4 + (block.inlines.length - 1) * 10
  if (block.kind === 'values') return block.named ? 67 : 41
  if (block.kind === 'table') return tableHeight(block, width, classes.includes('errors') ? code : text, classes)
  return 0
}
const stack = (blocks, width, step, classes, full) =>
  blocks.reduce((sum, block) => sum + heightOf(block, width, step, classes, full) + SPACE, -SPACE)

// The widths of two columns of code, tables, figures and text; null when the code does not fit.
function columnsOf({ left, right }, [code, text], classes) {
  const room = WIDTH - GAP
  const need = [left, right].map((blocks) => {
    const codes = Math.max(0, ...blocks.flatMap(fencesOf).map((each) => fenceWidth(each, code)))
    const figure = Math.max(0, ...blocks.map((each) => (each.kind === 'figure' ? each.width : 0)))
    const table = Math.max(0, ...blocks.map((each) => (each.kind === 'table' ? tableWidth(each, text) : 0)))
    return { code: codes, least: Math.max(codes, figure, Math.min(table, 560), LEAST) }
  })
  const wide = classes.includes('wide-left') ? [7, 5] : classes.includes('wide-right') ? [5, 7] : [1, 1]
  const usual = wide.map((each) => (each * room) / (wide[0] + wide[1]))
  if (need[0].least + need[1].least > room) return null
  if (need[0].code && need[1].code) {
    if (need.every((each) => each.least <= room / 2)) return [room / 2, room / 2]
    const spare = (room - need[0].least - need[1].least) / 2
    return [need[0].least + spare, need[1].least + spare]
  }
  const [first, second] = need.map((each, i) => Math.max(each.least, each.code ? 0 : Math.min(usual[i], 463)))
  if (need[0].code) return [Math.max(need[0].least, Math.min(room - second, usual[0] - 60)), 0]
  if (need[1].code) return [0, Math.max(need[1].least, Math.min(room - first, usual[1] - 60))]
  if (need[0].least > usual[0]) return [need[0].least, 0]
  if (need[1].least > usual[1]) return [0, need[1].least]
  return usual
}

function fitted(blocks, classes) {
  const all = [blocks.all, blocks.left ?? [], blocks.right ?? []].flat()
  const fences = all.flatMap(fencesOf)
  const has = (kind) => all.some((each) => each.kind === kind) || (kind === 'code' && fences.some(({ language }) => language === 'python'))
  const kind = classes.includes('errors') ? 'errors' : fences.length ? 'code' : has('figure') ? 'figure' : 'text'
  if (classes.includes('versions') || classes.includes('claims')) return { step: STEPS.figure[0] }
  let last
  for (const step of STEPS[kind]) {
    if (kind === 'code' && step[1] > 28 && blocks.left && has('code')) continue // beside a column of code, lines of large text are short
    const columns = blocks.left && blocks.right ? columnsOf(blocks, step, classes) : undefined
    last = { step, columns }
    if (columns === null) continue
    const wide = columns?.map((each, i) => each || WIDTH - GAP - columns[1 - i])
    const sides = wide ? [blocks.left, blocks.right].map((each, i) => stack(each, wide[i], step, classes)) : []
    last.sides = sides
    last.wide = wide
    const full = blocks.all.flatMap(fencesOf)
    if (full.some((each) => fenceWidth(each, step[0], true) > WIDTH)) continue
    let height = 4 - SPACE // below the title it is a little more
    for (const block of blocks.all) {
      height += SPACE + (block.kind === 'columns' ? Math.max(...sides) : heightOf(block, WIDTH, step, classes, true))
    }
    last.height = height
    if (height <= HEIGHT) break
  }
  return last
}

export function room(md) {
  md.core.ruler.push('room', (state) => {
    const { tokens } = state, out = []
    const total = tokens.filter(({ type }) => type === 'marpit_slide_open').length
    let number = 0
    for (let i = 0; i < tokens.length; i += 1) {
      const open = tokens[i]
      if (open.type !== 'marpit_slide_open') {
        out.push(open)
        continue
      }
      let end = i + 1
      while (tokens[end].type !== 'marpit_slide_close') end += 1
      const inner = tokens.slice(i + 1, end), classes = (open.attrGet('class') ?? '').split(' ')
      const style = [`--progress:${((number += 1) / total).toFixed(4)}`]
      const around = new Map()
      if (!classes.includes('part') && !classes.includes('title')) {
        const blocks = blocksOf(inner), { step, columns, sides, wide } = fitted(blocks, classes)
        style.push(`--code:${step[0]}px`, `--text:${step[1]}px`, ...(step[2] ? [`--lead:${step[2]}`] : []))
        const px = (each) => (each ? `${Math.floor(each)}px` : 'minmax(0,1fr)')
        if (columns) {
          style.push(`--columns:${px(columns[0])} ${px(columns[1])}`)
          const [left, right] = [blocks.left, blocks.right], gap = Math.abs(sides[0] - sides[1])
          const shorter = sides[0] < sides[1] ? left : right
          const both = [left, right].every((each) => each.some((block) => fencesOf(block).length))
          if (both && fencesOf(shorter.at(-1)).length && gap < 100) open.attrJoin('class', 'pair')
        }
        for (const block of blocks.all.filter(({ kind }) => kind === 'table')) {
          if (block.share) block.tokens.find(({ type }) => type === 'th_open').attrSet('style', `width:${100 * block.share}%`)
          if (!/errors|versions|claims/.test(classes) && tableWidth(block, step[1]) < 0.62 * WIDTH) block.token.attrJoin('class', 'fit')
        }
        const { all, left, right, later, sides: others } = blocks
        for (const [holder, full] of [[all, true], [left ?? [], false], [right ?? [], false], [later, true], [others, false]]) {
          for (const block of holder.filter(({ kind }) => kind === 'cell')) {
            const beside = full && isBeside(block, step[0]), html = (content) => Object.assign(new state.Token('html_block', '', 0), { content })
            around.set(block.fences[0].token, { before: html(`<div class="cell${beside ? ' beside' : ''}">`) })
            around.set(block.fences.at(-1).token, { after: html('</div>') })
          }
        }
      }
      open.attrSet('style', [open.attrGet('style') ?? '', ...style].filter(Boolean).map((each) => each.replace(/;$/, '')).join(';'))
      out.push(open)
      for (const token of inner) {
        const { before, after } = around.get(token) ?? {}
        out.push(...[before, token, after].filter(Boolean))
      }
      i = end - 1
    }
    state.tokens = out
  })
}

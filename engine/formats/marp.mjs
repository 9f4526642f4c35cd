// A process that keeps marp-cli loaded. A request is a line of JSON on standard input, its answer is a line of JSON on
// standard output; the end of the input ends the process. Argument: the folder of marp-cli. The current directory is
// the folder of the deck; DECK_MARP_CONFIG is the path of the deck's configuration.
//
// {"arguments": […]}  -> {"count": …}                 runs marp-cli with these command-line arguments; count of slides
// {"markdown": …}     -> {"slides": […], "whole": …}  the slides that differ from the last request;
//                                                     whole: more than slides differs, so reload the page
// Any answer may contain {"error": …} instead; "output" is the text that marp-cli printed, including warnings.
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(pathToFileURL(`${process.argv[2]}/`))
const config = fileURLToPath(new URL('marp.config.mjs', import.meta.url))
require('@marp-team/marp-core') // now, before the deck exists, rather than when marp-cli converts
const { marpCli } = require('./lib/index.js')
const answer = process.stdout.write.bind(process.stdout)
let output = []
let last // what was made of the last Markdown
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text) => output.push(String(text)) > 0
}

async function convert(words) {
  const code = await marpCli(['--no-stdin', '--config-file', config, ...words])
  if (code !== 0) throw new Error(output.join(''))
  last = undefined // the style may be another
  return { count: globalThis.deckSlides }
}

// The text of each slide. Where Marp sees fewer borders, such as in a comment, the number of slides tells.
function textsOf(markdown) {
  const texts = [[]]
  let fence = ''
  for (const line of markdown.split('\n')) {
    const [, found, info] = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? []
    if (found && !fence) fence = found
    else if (found?.startsWith(fence) && !info) fence = ''
    else if (/^ {0,3}---\s*$/.test(line) && !fence) texts.push([])
    texts.at(-1).push(line)
  }
  return texts.map((lines) => lines.join('\n'))
}

// What of a slide others depend on: its styles, its definitions of links and its directives, but those with a _ hold for
// the slide alone; and its titles, which are numbered when they are alike. A formula, which a $ may open, adds its style
// to that of all.
function commonOf(text) {
  const prose = text.replace(/^ {0,3}(`{3,}|~{3,})[^]*?^ {0,3}\1[`~]*\s*$/gm, '')
  const found = prose.match(/<!--[^]*?-->|<style\b[^]*?<\/style>|^ {0,3}\[[^\]]+\]:.*/gm) ?? []
  const common = found.filter((each) => !each.startsWith('<!--') || /^\s*([a-z]\w*|_paginate):/m.test(each.slice(4)))
  const titles = prose.match(/^ {0,3}#{1,6} .*/gm) ?? []
  return { common: common.join('\n\n'), titles: titles.join('\n\n'), formula: prose.includes('$') }
}

// A slide's text, and the state of each picture in it: a file that is written again is another one.
const shownOf = (text) => text + [...text.matchAll(/\]\(<?((?:figures|images)\/[^)>\s]+)/g)].map(([, path]) => {
  try {
    const { ino, mtimeMs } = statSync(decodeURIComponent(path))
    return `\0${ino} ${mtimeMs}`
  } catch {
    return '' // no picture: code that looks like one, or a file that is missing, which Marp tells
  }
})

const differ = (a, b) => a.length !== b.length || a.some((each, i) => each !== b[i])
const numbered = (html, comments) => html.map((slide, i) => ({ number: i + 1, slide, notes: comments[i] ?? [] }))

// deckMarp is the last engine that marp-cli created, with its options and plugins; marp.config.mjs stores it.
function changed(markdown) {
  const before = last, marp = globalThis.deckMarp
  const [, head, ...texts] = textsOf(markdown) // the title and the language are outside the slides
  const shown = texts.map(shownOf), parts = texts.map(commonOf), common = parts.map((each) => each.common)
  const alike = before?.head === head && before.slides.length === texts.length && !differ(before.common, common)
  const kept = texts.map((_, i) => alike && shown[i] === before.shown[i])
  last = undefined
  if (alike && !parts.some(({ formula }, i) => formula && !kept[i])) {
    // The others without their own content: so Marp needs the time of the slides that differ.
    const edited = texts.map((text, i) => (kept[i] ? ['---', common[i], parts[i].titles, ''].join('\n\n') : text))
    const html = marp.renderMarkdown([head, ...edited].join('\n'), { htmlAsArray: true })
    const slides = numbered(html, marp.lastComments).map((each, i) => (kept[i] ? before.slides[i] : each))
    last = { ...before, slides, shown }
  } else {
    const { html, css, comments } = marp.render(markdown, { htmlAsArray: true })
    last = { head, css, slides: numbered(html, comments), common, shown }
  }
  const whole = before?.head !== head || before.css !== last.css || before.slides.length !== last.slides.length
  const same = (a, b) => a === b || (a.slide === b.slide && !differ(a.notes, b.notes))
  return { slides: whole ? [] : last.slides.filter((each, i) => !same(each, before.slides[i])), whole }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  let result
  output = []
  try {
    result = request.arguments ? await convert(request.arguments) : changed(request.markdown)
  } catch (error) {
    result = { error: String(error?.message ?? error) }
  }
  answer(`${JSON.stringify({ ...result, output: output.join('') })}\n`)
}
process.exit(0)

// marp-cli, kept loaded. A request is a line of JSON on standard input, its answer a line on standard output; the end of
// the input ends the process. Arguments: the folder of marp-cli. It runs in the folder of the deck; DECK_MARP_CONFIG is
// the deck's configuration.
//
// {"arguments": […]}  -> {}                           what marp-cli makes of these words of its command line
// {"markdown": …}     -> {"slides": […], "whole": …}  what differs from the last answer, slide by slide;
//                                                     whole: more than slides differs, so take the page again
// Any answer may be {"error": …} instead; "output" is what marp-cli printed, warnings among it.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(pathToFileURL(`${process.argv[2]}/`))
const config = fileURLToPath(new URL('marp.config.mjs', import.meta.url))
// Loaded now, while the deck is not there yet: what marp-cli would load when it converts.
for (const name of ['@marp-team/marp-core', 'puppeteer-core']) require(name)
const { marpCli } = require('./lib/index.js')
const answer = process.stdout.write.bind(process.stdout)
let output = []
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text) => output.push(String(text)) > 0
}

async function convert(words) {
  const code = await marpCli(['--no-stdin', '--config-file', config, ...words])
  if (code !== 0) throw new Error(output.join(''))
  return {}
}

// The engine that marp-cli has made last, left here by marp.config.mjs: the same options and plugins.
let last
function rendered(markdown) {
  const { html, css, comments } = globalThis.deckMarp.render(markdown, { htmlAsArray: true })
  const head = markdown.split('\n---\n', 1)[0] // title and language are outside the slides
  return { head, css, slides: html.map((slide, i) => ({ slide, notes: comments[i] ?? [] })) }
}

function changed(markdown) {
  const before = last
  const now = (last = rendered(markdown))
  const whole = before?.head !== now.head || before.css !== now.css || before.slides.length !== now.slides.length
  const differs = ({ slide, notes }, i) =>
    slide !== before.slides[i]?.slide || notes.join('\0') !== before.slides[i].notes.join('\0')
  if (whole) return { slides: [], whole }
  return { slides: now.slides.map((each, i) => ({ number: i + 1, ...each })).filter(differs), whole }
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

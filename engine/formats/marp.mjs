// A process that keeps marp-cli loaded. A request is a line of JSON on standard input, its answer is a line of JSON on
// standard output; the end of the input ends the process. Argument: the folder of marp-cli. The current directory is
// the folder of the deck; DECK_MARP_CONFIG is the path of the deck's configuration.
//
// {"arguments": […]}  -> {"count": …}                 runs marp-cli with these command-line arguments; count of slides
// {"markdown": …}     -> {"slides": […], "whole": …}  the slides that differ from the last request;
//                                                     whole: more than slides differs, so reload the page
// Any answer may contain {"error": …} instead; "output" is the text that marp-cli printed, including warnings.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(pathToFileURL(`${process.argv[2]}/`))
const config = fileURLToPath(new URL('marp.config.mjs', import.meta.url))
require('@marp-team/marp-core') // now, before the deck exists, rather than when marp-cli converts
const { marpCli } = require('./lib/index.js')
const answer = process.stdout.write.bind(process.stdout)
let output = []
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text) => output.push(String(text)) > 0
}

async function convert(words) {
  const code = await marpCli(['--no-stdin', '--config-file', config, ...words])
  if (code !== 0) throw new Error(output.join(''))
  return { count: globalThis.deckSlides }
}

let last
// deckMarp is the last engine that marp-cli created, with its options and plugins; marp.config.mjs stores it.
function rendered(markdown) {
  const { html, css, comments } = globalThis.deckMarp.render(markdown, { htmlAsArray: true })
  const head = markdown.split('\n---\n', 1)[0] // the title and the language are outside the slides
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

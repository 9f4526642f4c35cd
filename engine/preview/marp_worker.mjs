// Marp, kept loaded. A request is a line of JSON on standard input, its answer a line on standard output; the end of
// the input ends the process. Arguments: the module of marp-cli, its configuration. It runs in the folder of the deck.
//
// {"page": true, "markdown": …} -> {}                            deck.html is there, as marp-cli makes it in a build
// {"markdown": …}               -> {"slides": […], "whole": …}  what differs from the last answer, slide by slide;
//                                                              whole: more than slides differs, so take the page again
// Any answer may be {"error": …} instead; "said" is what marp-cli printed, warnings among it.
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const [cli, config] = process.argv.slice(2)
const { marpCli } = await import(pathToFileURL(cli))
const answer = process.stdout.write.bind(process.stdout)
let said = []
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text) => said.push(String(text)) > 0
}

let last

async function page(markdown) {
  writeFileSync('deck.md', markdown)
  const code = await marpCli(['--no-stdin', '--config-file', config, 'deck.md', '--output', 'deck.html'])
  if (code !== 0) throw new Error(said.join(''))
  last = rendered(markdown)
  return {}
}

// The engine that marp-cli has made last, left here by marp.config.mjs: the same options and plugins.
function rendered(markdown) {
  const { html, css, comments } = globalThis.deckMarp.render(markdown, { htmlAsArray: true })
  const head = markdown.split('\n---\n', 1)[0] // title and language are outside the slides
  return { head, css, slides: html.map((slide, i) => ({ slide, notes: comments[i] ?? [] })) }
}

function changed(markdown) {
  const before = last
  const now = (last = rendered(markdown))
  const whole = before.head !== now.head || before.css !== now.css || before.slides.length !== now.slides.length
  const differs = ({ slide, notes }, i) =>
    slide !== before.slides[i]?.slide || notes.join('\0') !== before.slides[i].notes.join('\0')
  if (whole) return { slides: [], whole }
  return { slides: now.slides.map((each, i) => ({ number: i + 1, ...each })).filter(differs), whole }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  let result
  said = []
  try {
    result = request.page ? await page(request.markdown) : changed(request.markdown)
  } catch (error) {
    result = { error: String(error?.message ?? error) }
  }
  answer(`${JSON.stringify({ ...result, said: said.join('') })}\n`)
}
process.exit(0)

// How Marp renders the deck. Run with the folder of deck.md as the current one.
import { fileURLToPath } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

export default {
  engine: here('engine.mjs'),
  themeSet: [here('aula.css')],
  // No picture of an emoji is fetched from the network; the letters are in the fonts or in the system.
  options: { emoji: { shortcode: false, unicode: false }, math: 'mathjax' },
  pdfNotes: true,
  pdfOutlines: { pages: false, headings: true },
}

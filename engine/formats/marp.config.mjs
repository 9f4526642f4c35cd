// The deck's own configuration of marp-cli. It stores the engine that marp-cli creates, and how
// many slides it rendered last, for marp.mjs.
import { pathToFileURL } from 'node:url'

const { default: config } = await import(pathToFileURL(process.env.DECK_MARP_CONFIG))
const { default: engine } = await import(pathToFileURL(config.engine))

export default {
  ...config,
  engine: (options) => {
    const marp = (globalThis.deckMarp = engine(options))
    const render = marp.render.bind(marp)
    marp.render = (...words) => {
      const made = render(...words)
      globalThis.deckSlides = made.comments.length
      return made
    }
    return marp
  },
}

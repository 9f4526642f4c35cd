// The deck's own configuration of marp-cli. It stores the engine that marp-cli creates, so that marp.mjs can use it.
import { pathToFileURL } from 'node:url'

const { default: config } = await import(pathToFileURL(process.env.DECK_MARP_CONFIG))
const { default: engine } = await import(pathToFileURL(config.engine))

export default {
  ...config,
  engine: (options) => (globalThis.deckMarp = engine(options)),
}

// The deck's own configuration of marp-cli, with the engine that it makes left where marp.mjs finds it.
import { pathToFileURL } from 'node:url'

const { default: config } = await import(pathToFileURL(process.env.DECK_MARP_CONFIG))
const { default: engine } = await import(pathToFileURL(config.engine))

export default {
  ...config,
  engine: (options) => (globalThis.deckMarp = engine(options)),
}

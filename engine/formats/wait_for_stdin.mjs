// Loaded before marp-cli: load what it will need, and let it begin when standard input ends. So Node.js starts while
// snippets run, and the deck waits for its conversion alone.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(pathToFileURL(process.argv[1]))
for (const name of ['./lib/index.js', '@marp-team/marp-core', 'puppeteer-core']) require(name)
await new Promise((resolve) => process.stdin.on('end', resolve).resume())

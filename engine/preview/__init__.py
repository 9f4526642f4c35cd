"""Show the deck in the browser, in which `client.js` runs, while it is edited."""

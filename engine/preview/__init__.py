"""Show the deck in the browser while it is edited.

`watch` contains the main loop, `events` the events, `runs` the queue of snippets, `screen` the state of the page.
`marp_preview` keeps Marp loaded, `server` sends changes to the browser, in which `client.js` runs.
"""

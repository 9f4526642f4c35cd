"""The deck on screen while it is written.

`watch` has the loop, `events` what happens, `runs` the snippets, `screen` what is shown; `marp_preview` keeps Marp
loaded, `server` tells the browser, in which `client.js` runs.
"""

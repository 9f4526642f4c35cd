"""The deck on screen while it is written.

`watch` decides, `marp_worker` keeps Marp loaded, `server` tells the browser.
"""

"""The deck on screen while it is written: `watch` decides, `rendering` keeps Marp loaded, `serve` tells the browser."""

"""Shared modules: paths, files, installation, browser, fonts, media types, problems, processes, progress, timings."""

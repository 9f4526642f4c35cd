"""What every folder of the engine needs: paths, installation, browser, fonts, problems, progress."""

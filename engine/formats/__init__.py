"""What a build writes: HTML, PDF and PPTX by Marp, notebooks, handout, pictures, site."""

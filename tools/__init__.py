"""Makes the Word templates from the text and XML in templates/bron; run `python -m tools`."""

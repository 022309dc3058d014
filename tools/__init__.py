"""Makes what is made from other files; run `python -m tools`."""

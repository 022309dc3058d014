"""`python -m bench fill`: fills one policy template with 200 data sets, each tool in its own syntax, side by side."""

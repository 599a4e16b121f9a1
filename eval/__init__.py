"""How well Verbale reads: gold of our own, scorers, floors and error pages. See README.md."""

"""Positions: where a party stands on talks, outcome, terms and relations.

Within one report: `find` reads them from its statements and acts, with `stance` and `condition`.
Over several: `lanes` orders them by party, matter and target, `shifts` tells how each lane moved,
`standing` where it stands. Nothing is imported here, so that looking at a record loads no parser.
"""

"""The desk in a browser: pages over one record, read only, for the user's own machine.

::

    guard.py      who may ask: host, origin, token; what every answer forbids the browser
    reader.py     the record, opened once a thread
    asked.py      the query of an address <-> a filter of the record
    pages.py      templates and answers
    passages.py   a report's text cut into marked pieces; links to places in it
    standpoints.py  what a matter's page tells, put together from the record
    chart.py      position lanes as marks on a plane
    routes/       one file a noun
    server.py     the socket, the browser, the loop
"""

from verbale.web.app import create_app
from verbale.web.guard import Access
from verbale.web.server import serve

__all__ = ["Access", "create_app", "serve"]

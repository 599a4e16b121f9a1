"""The record for programs: JSON under ``/api``, read only, behind the same guard as the pages.

::

    nouns.py       what can be listed: filter, row, where the rows come from
    parameters.py  what can be asked, with an example of each
    listing.py     a noun as pages of JSON and as a stream of lines
    single.py      one entry, and what the record tells about it
    asking.py      search and the brief
    cursor.py      where a page ends, as an opaque word
    answer.py      bodies, entity tags, conditional requests
    problem.py     what went wrong, and what to do, as problem+json
    document.py    all of that as an OpenAPI document; examples.py fills it
"""

from verbale.web.api.problem import is_api, problem_of

__all__ = ["is_api", "problem_of"]

"""The state of talks: held, suspended, no contact, preparing, agreed, signed, resumed.

::

    find.py      what one act or statement tells of it
    timeline.py  what all of them tell, by day; where the accounts differ; the state now
"""

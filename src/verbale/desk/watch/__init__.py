"""Watching: rounds of reading what is new and telling what it changes.

::

    stories.py     lanes told -> what may be news: positions, shifts, silence
    differing.py   where carriers of an utterance, or accounts of a break, differ
    entries.py     statements and acts on what is followed
    finding.py     the record -> what may be news, for each thing followed
    backoff.py     how long a failing feed is left alone
    channels.py    who is told: the protocol, and the marks in the record
    atom.py        news as an Atom file
    webhook.py     news posted to an address
    rounds.py      one round: read, find, tell
    loop.py        rounds until stopped
    alone.py       one watch a record
"""

from verbale.desk.stopping import Stopping
from verbale.desk.watch.channels import Channel, NotTold
from verbale.desk.watch.loop import Clock, SystemClock, watch
from verbale.desk.watch.rounds import Round, Trouble

__all__ = [
    "Channel",
    "Clock",
    "NotTold",
    "Round",
    "Stopping",
    "SystemClock",
    "Trouble",
    "watch",
]

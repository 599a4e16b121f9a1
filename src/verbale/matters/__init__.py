"""What parties deal with, over all reports: pure functions over what is stored of each."""

from verbale.matters.assign import Bucket, Placed, TopicCount, assign, matter_id, matter_of
from verbale.matters.decided import Decided, decided
from verbale.matters.links import LinkedEntry, links_of

__all__ = [
    "Bucket",
    "Decided",
    "LinkedEntry",
    "Placed",
    "TopicCount",
    "assign",
    "decided",
    "links_of",
    "matter_id",
    "matter_of",
]

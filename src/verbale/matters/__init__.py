"""What parties deal with, over all reports: pure functions over what is stored of each."""

from verbale.matters.assign import Bucket, TopicCount, assign, matter_id
from verbale.matters.links import LinkedEntry, links_of

__all__ = [
    "Bucket",
    "LinkedEntry",
    "TopicCount",
    "assign",
    "links_of",
    "matter_id",
]

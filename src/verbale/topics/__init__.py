"""What the parties of one report deal with."""

from verbale.topics.find import Found, find_topics

__all__ = ["Found", "find_topics"]

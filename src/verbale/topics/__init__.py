"""What the parties of one report deal with."""

from verbale.topics.find import find_topics

__all__ = ["find_topics"]

"""News posted to an address as JSON: tried a few times, then left for the next round."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import msgspec

from verbale.desk.watch.channels import NotTold
from verbale.errors import FetchFailed, SourceError
from verbale.record.watching import KeptNews
from verbale.sources import SourceOptions
from verbale.sources.network.post import post

TRIES = 3
_FIRST_PAUSE = 2.0
#: A server that asks for more patience than this is asked again in the next round.
_LONGEST_PAUSE = 30.0


class Webhook:
    """Posts ``{"delivery": ..., "news": [...]}``. ``delivery`` follows from the news, so that a
    receiver knows a lot that comes twice. Redirects are not followed."""

    def __init__(self, url: str, options: SourceOptions, sleep: Callable[[float], None]) -> None:
        digest = hashlib.blake2b(url.encode("utf-8", "backslashreplace"), digest_size=4)
        # Such an address is often a secret: neither the record nor the terminal shows it.
        self.name = f"webhook {urlsplit(url).hostname} ({digest.hexdigest()})"
        self._url = url
        self._options = options
        self._sleep = sleep

    def tell(self, news: Sequence[KeptNews]) -> None:
        """Post the news. Raises `NotTold` after the last try, at once for what will not change."""
        numbers = ",".join(f"{each.number}:{each.at}" for each in news)
        delivery = hashlib.blake2b(numbers.encode(), digest_size=12).hexdigest()
        body = msgspec.json.encode({"delivery": delivery, "news": news})
        for left in reversed(range(TRIES)):
            try:
                post(self._url, body, self._options)
            except FetchFailed as error:
                pause = max(_FIRST_PAUSE ** (TRIES - left), error.retry_after or 0.0)
                if not left or pause > _LONGEST_PAUSE:
                    raise NotTold(error.reason) from error
                self._sleep(pause)
            except SourceError as error:
                raise NotTold(error.reason) from error
            else:
                return

"""What somebody says of a report beside its bytes: checked, made plain, and ranked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from verbale.errors import BadMetadata
from verbale.model import Given
from verbale.sources.published import ACCEPTED, normal_date

#: The keys of sidecars, manifests and field mappings.
KEYS = ("url", "outlet", "published", "title", "authors", "language", "key")
#: Those that can hold for one report only.
SINGULAR = ("url", "title", "key")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def whole(text: str) -> str:
    """``text`` with lone surrogates, which no encoding can write, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """``text`` as metadata: one line, single spaces, nothing unprintable."""
    return " ".join(_UNPRINTABLE.sub("", whole(text)).split())


def web_address(text: str) -> str | None:
    """``text`` if it is an absolute http(s) address without white space, else None."""
    try:
        parts = urlsplit(text)
        named = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return text if named and not re.search(r"\s", text) else None


def language_code(text: str) -> str | None:
    """``text`` if it has the form of a language code (``en``, ``pt-BR``), else None."""
    return text.replace("_", "-") if _LANGUAGE.fullmatch(text) else None


def given_from(values: Mapping[str, object], *, subject: str, basis: str) -> Given:
    """Checked metadata from ``values``, keyed by `KEYS`; None and empty values count as absent.

    Raises `BadMetadata` about ``subject`` that names the key and what is accepted.
    """
    unknown = [key for key in values if key not in KEYS]
    if unknown:
        raise BadMetadata(
            subject, f"unknown key {one_line(unknown[0])!r}; the keys are {', '.join(KEYS)}"
        )
    return Given(
        url=_checked(values, "url", subject),
        outlet=_text(values, "outlet", subject),
        published=_published(values.get("published"), subject),
        title=_text(values, "title", subject),
        authors=_authors(values.get("authors"), subject),
        language=_checked(values, "language", subject),
        key=_text(values, "key", subject),
        basis=basis,
    )


def refuse_singular(given: Given, subject: str) -> None:
    """Raise `BadMetadata` if ``given``, said of a file of many reports, can hold for one only."""
    for key in SINGULAR:
        if getattr(given, key):
            raise BadMetadata(subject, f"{key!r} cannot hold for every report in the file")


def over(upper: Given, lower: Given) -> Given:
    """``lower`` with what ``upper`` says in its place.

    The ``basis`` of the result is that of the one the date is taken from, since a date's ground is
    shown to people; without a date, of the upper one that says anything.
    """
    if says_nothing(upper):
        return lower
    if says_nothing(lower):
        return upper
    values = {key: getattr(upper, key) or getattr(lower, key) for key in KEYS}
    dated_below = lower.published is not None and upper.published is None
    return Given(**values, basis=lower.basis if dated_below else upper.basis)


def says_nothing(given: Given) -> bool:
    """Whether no key of ``given`` is set."""
    return msgspec.structs.replace(given, basis="sidecar") == Given()


def _text(values: Mapping[str, object], key: str, subject: str) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadMetadata(subject, f"{key!r} must be a string")
    return one_line(str(value)) or None


_FORMS = {
    "url": (web_address, "an http or https address"),
    "language": (language_code, "a code such as en or pt-BR"),
}


def _checked(values: Mapping[str, object], key: str, subject: str) -> str | None:
    text = _text(values, key, subject)
    if text is None:
        return None
    form, accepted = _FORMS[key]
    fitting = form(text)
    if fitting is None:
        raise BadMetadata(subject, f"{key!r} is {_shown(text)}; accepted is {accepted}")
    return fitting


def _published(value: object, subject: str) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    date = normal_date(value)
    if date is None:
        raise BadMetadata(
            subject, f"'published' is {_shown(str(value))}, not a date; accepted is {ACCEPTED}"
        )
    return date


def _authors(value: object, subject: str) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value or ()
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise BadMetadata(subject, "'authors' must be a string or a list of strings")
    return tuple(plain for name in names if (plain := one_line(name)))


def _shown(text: str) -> str:
    short = one_line(text)
    return repr(short if len(short) <= 60 else short[:59] + "…")

"""Lines made of section names: menus, breadcrumbs, tags and kickers."""

from __future__ import annotations

import re

from verbale.reports.wordlist import words

_NAMES = words(
    """
    home news world politics political business economy economic economics finance financial
    markets market stock stocks money companies trade energy sport sports football cricket
    tennis opinion opinions editorial editorials columns columnists analysis commentary
    views culture arts art books music film films tv radio entertainment celebrity lifestyle
    life style fashion food travel tech technology science environment climate health
    education society religion history weather video videos photo photos pictures gallery
    galleries podcast podcasts live latest breaking more search menu sections magazine
    weekend features feature interviews interview investigations explainers explainer
    explained factcheck newsletters newsletter games puzzles crosswords jobs obituaries
    letters letter local national nation international global regional region crime law
    justice courts defence defense military security diplomacy conflict war peace migration
    human rights elections election government parliament about contact subscribe login sign
    register shop store archive archives special specials reports report press top stories
    headlines trending popular africa asia europe americas america latin north south east
    west central middle mideast gulf pacific oceania caucasus balkans eurasia arctic us u.s
    u.s. usa uk eu un nato russia ukraine china japan korea india pakistan iran israel
    turkey germany france britain canada australia brazil mexico cis diaspora city metro
    property motoring auto autos cars leisure multimedia premium plus app e-paper epaper
    edition english french spanish arabic russian chinese japanese languages today all
    opinion&analysis science&tech blogs blog community events advertising advertise careers
    help faq home page front day
    """
)
_SECTIONS = frozenset(_NAMES)
_GLUE = frozenset({"and", "&", "the", "of", "in", "for", "to", "with", "+", "-", "/", "us"})
_SPLIT = re.compile(r"[\s|>»›→/·•,]+")
_PIPED = re.compile(r"[^|>»›→•·\n]{2,32}(?:\s*[|>»›→•·]\s*[^|>»›→•·\n]{2,32}){1,15}")
_GAPS = re.compile(r"\s{2,}|\t")
_DIGIT = re.compile(r"\d")


def is_section_list(text: str) -> bool:
    """Whether a line only names sections: ``U.S. World Business``, ``Home > Asia``, ``World``."""
    if len(text) > 300 or text.endswith((".", "?", "!", '"', "”")) or _DIGIT.search(text):
        return False
    words = [word.lower() for word in _SPLIT.split(text) if word]
    named = [word for word in words if word not in _GLUE]
    if not named:
        return bool(words)
    spaced = [part for part in _GAPS.split(text.strip()) if part]
    if len(spaced) >= 3 and all(len(part.split()) <= 3 for part in spaced):
        return True
    known = sum(1 for word in named if word in _SECTIONS)
    if known == len(named):
        return True
    if _PIPED.fullmatch(text):
        return known >= 0.5 * len(named)
    return len(named) >= 4 and known >= 0.8 * len(named)


def names_section(word: str) -> bool:
    """Whether a word is the name of a section."""
    return word.lower() in _SECTIONS

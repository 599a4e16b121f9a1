"""A small stand-in for the lexicon: the few outlets that the reports under test name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    name: str
    kind: str

    @property
    def credit(self) -> str:
        return self.name


_AGENCIES = {
    "Reuters": "reuters.com",
    "TASS": "tass.com",
    "AP": "apnews.com",
    "AFP": "",
    "IANS": "",
    "PTI": "",
    "ANI": "aninews.in",
    "Xinhua": "xinhuanet.com",
    "Kyodo": "",
    "Jiji": "",
    "Yonhap": "yna.co.kr",
    "Interfax": "interfax.com",
    "Anadolu": "aa.com.tr",
    "UPI": "upi.com",
    "dpa": "",
    "EFE": "",
    "RIA Novosti": "ria.ru",
    "BelTA": "",
    "IRNA": "",
    "WAM": "",
    "SPA": "",
    "KUNA": "",
    "APP": "",
    "ANSA": "ansa.it",
    "PA": "",
}
_ALIASES = {
    "associated press": "AP",
    "the associated press": "AP",
    "kyodo news": "Kyodo",
    "xinhua news agency": "Xinhua",
    "jiji press": "Jiji",
    "anadolu agency": "Anadolu",
    "aa": "Anadolu",
    "agence france-presse": "AFP",
    "press trust of india": "PTI",
    "yonhap news agency": "Yonhap",
    "itar-tass": "TASS",
    "afp news": "AFP",
}
_OUTLETS = {"BBC News": "bbc.com", "The Guardian": "theguardian.com", "Al Jazeera": "aljazeera.com"}


class Press:
    """Answers `outlet` and `outlet_for_domain` as the lexicon does."""

    def __init__(self) -> None:
        self.names = {name.casefold(): Entry(name, "agency") for name in _AGENCIES}
        self.names |= {alias: Entry(name, "agency") for alias, name in _ALIASES.items()}
        self.names |= {name.casefold(): Entry(name, "website") for name in _OUTLETS}
        self.hosts = {host: Entry(name, "agency") for name, host in _AGENCIES.items() if host}
        self.hosts |= {host: Entry(name, "website") for name, host in _OUTLETS.items()}

    def outlet(self, name: str) -> Entry | None:
        return self.names.get(name.strip(" .,;:()[]/-–—|").casefold())

    def outlet_for_domain(self, host: str) -> Entry | None:
        return self.hosts.get(host.removeprefix("www."))

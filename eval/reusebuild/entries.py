"""What was said or done, with every report that carries it and on how many origins it rests."""

from typing import Any

from eval.reusebuild.pages import Built
from eval.reusebuild.units import PartsError


def _credited_for(report: Built, place: tuple[int, int], outlets: dict[str, str]) -> list[str]:
    """The credited outlets that the sentence at this place was taken from."""
    unit = next(
        unit
        for unit, (start, end) in zip(report.units, report.places, strict=True)
        if start <= place[0] < end
    )
    shown = report.head.get("credits", [])
    if unit.parents and not set(shown) & {outlets[name] for name in report.ancestors}:
        return list(shown)  # a credit that names the wrong source is still what the page shows
    sources = {outlets[name] for name in unit.parents}
    return [credit for credit in shown if credit in sources]


def entries_of(
    given: dict[str, Any], reports: list[Built], outlets: dict[str, str]
) -> list[dict[str, Any]]:
    """Utterances and acts with their carriers, each with the way it came."""
    entries = []
    for name, about in given.items():
        entry = {
            key: about[key]
            for key in ("kind", "speaker", "office", "said", "origins", "why")
            if key in about
        }
        entry = {"id": name, "kind": "act" if name.startswith("e") else "utterance"} | entry
        carriers = []
        for report in reports:
            for label, start, end in report.labels:
                if label.rstrip("q") == name:
                    carriers.append(_carrier(about, report, (start, end), outlets))
        if len(carriers) < 1:
            raise PartsError(f"nobody carries {name}")
        entries.append(entry | {"carriers": carriers})
    return entries


def _carrier(
    about: dict[str, Any], report: Built, place: tuple[int, int], outlets: dict[str, str]
) -> dict[str, Any]:
    via = about.get("via", {})
    given = via.get(report.id, via.get("all")) if isinstance(via, dict) else via
    middle: list[str] = list(given or [])
    own = [report.head["outlet"], *_credited_for(report, place, outlets)]
    chain = own + [link for link in middle if link not in own]
    if "speaker" in about:
        chain.append(about.get("speakers", {}).get(report.id, about["speaker"]))
    channel = about.get("channels", {}).get(report.id, about.get("channel", "unknown"))
    return {
        "report": report.id,
        "words": report.text[slice(*place)],
        "chain": chain,
        "channel": channel,
    }

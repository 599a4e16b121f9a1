"""What a shared passage is evidence of: ordered rules, the first that answers wins."""

from __future__ import annotations

from typing import NamedTuple

from verbale.model.reuse import PassageKind
from verbale.provenance.carriers import Credit, Order, Printed


class Kind(NamedTuple):
    """A kind, and why in a sentence."""

    kind: PassageKind
    reason: str


class Case(NamedTuple):
    """What is known of a shared passage.

    ``boilerplate`` says of what it is boilerplate, if it is; ``earlier`` is a report that had it
    before both.
    """

    here: Printed
    there: Printed
    credit: Credit
    order: Order
    quoted: bool = False
    boilerplate: str | None = None
    earlier: Printed | None = None


def kind_of(case: Case) -> Kind:
    """The kind of a passage."""
    return next(found for rule in RULES if (found := rule(case)))


def _boilerplate(case: Case) -> Kind | None:
    return Kind("boilerplate", case.boilerplate) if case.boilerplate else None


def _quotation(case: Case) -> Kind | None:
    if not case.quoted:
        return None
    told = "the same quoted words, each in a report's own prose; both may have heard or read them"
    return Kind("shared-quotation", told)


def _own(case: Case) -> Kind | None:
    return Kind("common-source", f"{case.here.name} printed both") if case.credit.own else None


def _from_earlier(case: Case) -> Kind | None:
    """Where a report before both has it too, neither need have it from the other."""
    if case.earlier is None:
        return None
    return Kind("common-source", f"{case.earlier.name} had it before both")


def _credited(case: Case) -> Kind | None:
    if case.credit.by is None:
        return None
    one, other = (case.here, case.there)
    if case.credit.by == "there":
        one, other = other, one
    return Kind("credited-copy", f"{one.name} credits {other.name}")


def _third(case: Case) -> Kind | None:
    if case.credit.third is None:
        return None
    return Kind("common-source", f"both credit {case.credit.third}")


def _uncredited(case: Case) -> Kind | None:
    """Copied, one way or the other: days tell the way, if anything does."""
    if case.order.first is None:
        told = f"neither credits the other, and who had it first is open ({case.order.reason})"
    else:
        first, later = case.here.name, case.there.name
        if case.order.first == "there":
            first, later = later, first
        told = f"{first} had it first ({case.order.reason}); {later} does not credit it"
    return Kind("uncredited-copy", f"{told}; or both have it from an agency that neither names")


RULES = (_boilerplate, _quotation, _own, _from_earlier, _credited, _third, _uncredited)

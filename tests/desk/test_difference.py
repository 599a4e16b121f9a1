"""What a record has that an earlier one has not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.brief.newsroom import ALL, filled
from tests.brief.test_moves import LATER
from verbale.desk import Difference, difference


def compared(folder: Path, earlier: tuple, later: tuple) -> Difference:
    with filled(folder / "a.vrb", earlier) as a, filled(folder / "b.vrb", later) as b:
        return difference(a, b)


def test_the_same_reports_in_another_order_make_no_difference(tmp_path: Path) -> None:
    found = compared(tmp_path, ALL, tuple(reversed(ALL)))
    assert not found


def test_a_new_report_with_what_it_changed(tmp_path: Path) -> None:
    found = compared(tmp_path, ALL, (LATER, *ALL))
    assert [row.headline for row in found.reports] == ["Ordania never to sail to Velt"]
    assert [len(found.statements), len(found.acts), len(found.positions)] == [1, 1, 1]
    assert [step.kind for step in found.shifts] == ["stance"]
    assert found.changed == ()


def test_what_is_gone_is_counted(tmp_path: Path) -> None:
    found = compared(tmp_path, (LATER, *ALL), ALL)
    assert dict(found.gone) == {"reports": 1, "statements": 1, "acts": 1, "positions": 1}


def test_another_value_of_the_same_words(tmp_path: Path) -> None:
    annotation, raw = LATER
    statement = msgspec.structs.replace(annotation.statements[0], speaker="Iro Salm")
    other = msgspec.structs.replace(annotation, statements=(statement,), code="verbale 1")
    found = compared(tmp_path, (*ALL, LATER), (*ALL, (other, raw)))
    (changed,) = found.changed
    assert (changed.change.what, changed.change.old, changed.change.new) == (
        "speaker",
        "Lena Brask",
        "Iro Salm",
    )
    assert found.statements == ()


@pytest.mark.parametrize("kind", ["reports", "shifts", "positions", "acts", "statements"])
def test_an_empty_record_lacks_everything(kind: str, tmp_path: Path) -> None:
    found = compared(tmp_path, (), (*ALL, LATER))
    assert getattr(found, kind)

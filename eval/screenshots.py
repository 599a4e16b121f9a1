"""Pictures of the desk for the docs: ``python -m eval.screenshots``, or ``make screenshots``.

The sample reports are read into a record that is thrown away, and the pages are looked at in
Chromium. The pictures are reduced to a palette, so that they weigh little; to one that keeps the
colours of the stances, which cover next to nothing of a picture and are what it is about.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from PIL import Image

from eval.browser import browser, installed, served, visit
from verbale.desk import read
from verbale.record import Record

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "src" / "verbale" / "samples"
PICTURES = ROOT / "docs" / "img"
_WIDTH, _HEIGHT = 1280, 860
_COLOURS = 64


def main() -> int:
    """Make all four. 0, or 2 where there is no browser."""
    if installed() is None:
        print("no Chromium: apt-get install chromium", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(SAMPLES, "reports")  # so that the pictures show no path of this machine
        record = Path("sample.vrb")
        with Record(record) as opened:
            read(["reports"], opened)
            paths = _paths(opened)
        with (
            served(record, "--author", "Ada Example") as home,
            browser() as found,
            visit(found, home, width=_WIDTH, height=_HEIGHT) as looking,
        ):
            for name, path in paths.items():
                looking.page.goto(path)
                size = _keep(looking.page.screenshot(), PICTURES / f"{name}.png")
                print(f"{name}.png  {size / 1000:.0f} kB  {path}")
    return 0


def _paths(record: Record) -> dict[str, str]:
    """The pages with most to see."""
    matter = max(record.matters(), key=lambda row: row.positions).matter.id
    report = max(
        record.reports(), key=lambda row: (bool(record.reuse(row.id).related), row.statements)
    )
    return {
        "matter": f"/matters/{matter}",
        "lanes": f"/matters/{matter}/lanes",
        "report": f"/reports/{report.id}",
        "review": "/review?kind=reported",
    }


def _keep(picture: bytes, path: Path) -> int:
    """Write a picture with few colours; how large it is."""
    with Image.open(io.BytesIO(picture)) as whole:
        reduced = whole.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        reduced.save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    sys.exit(main())

"""``verbale rebuild``: draw everything anew from what is stored."""

from __future__ import annotations

from verbale.cli.display.progress import ReadingBar
from verbale.cli.display.terminal import say
from verbale.cli.options import DEFAULT_RECORD, RecordPath, open_to_decide


def rebuild(record: RecordPath = DEFAULT_RECORD) -> None:
    """Draw every entry anew from the annotations that the record keeps, with all corrections.

    Nothing is read or annotated again (that is read --again), and what comes out the same keeps
    its id. It may be stopped at any time: each report is drawn whole or left as it was.

    Examples:

      verbale rebuild
      verbale rebuild --record east-asia.vrb
    """
    with open_to_decide(record) as opened, ReadingBar(doing="Drawing") as bar:
        bar.begin(opened.counts().reports)
        done = 0
        for name in opened.rebuild():
            done += 1
            bar.step(name)
    say(f"{done:,} reports drawn anew.")

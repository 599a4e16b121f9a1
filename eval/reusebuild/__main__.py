"""``python -m eval.reusebuild``."""

import sys

from eval.reusebuild import files, stale


def main() -> int:
    if "--check" in sys.argv[1:]:
        names = stale()
        print("\n".join(names) or "the built groups agree with their parts")
        return bool(names)
    for path, text in files().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

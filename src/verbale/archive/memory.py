"""How much memory a process takes, and how much it may take."""

from __future__ import annotations

import sys
from pathlib import Path

_STATM = Path("/proc/self/statm")


def resident() -> int:
    """Bytes of this process in memory now; 0 where the system does not tell."""
    return _pages(1)


def peak() -> int:
    """The most bytes of this process that were in memory at once; 0 where nobody tells."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def cap(most: int) -> None:
    """Let this process take no more than about ``most`` bytes: beyond, allocations fail.

    The system limits addresses, of which libraries reserve more than they use. So the limit is
    put as far above what is reserved now as memory is free below ``most`` now.
    """
    reserved, used = _pages(0), _pages(1)
    if not reserved:
        return
    try:
        import resource

        limit = reserved + max(most - used, 0)
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (ImportError, OSError, ValueError):
        return  # not on this system: the pool still watches from outside


def _pages(field: int) -> int:
    try:
        words = _STATM.read_text().split()
    except OSError:
        return 0
    return int(words[field]) * 4096

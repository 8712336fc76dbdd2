"""Fuzz: intervals a little longer or shorter, so that cards learnt together do not stay together.

FSRS's own draws from the process's random numbers, so that a replay of the log would give another
schedule, and can pass the upper end of its range by a day. This one is a function of the card.
"""

from hashlib import blake2b

# (from, to, share of the days between them): the ranges of FSRS, as in py-fsrs 6.3 and Anki.
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
_BITS = 48


def fuzzed(days: int, maximum: int, seed: int, reps: int) -> int:
    """An interval of whole days near `days`, never under 1 nor over `maximum`.

    The same card (`seed`) at the same review (`reps`) always draws the same place within its range, so a
    longer interval never comes out shorter than a shorter one: Hard <= Good <= Easy stays.
    """
    if days < _RANGES[0][0]:
        return days
    delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _RANGES)
    high = min(round(days + delta), maximum)
    low = min(max(round(days - delta), 2), high)
    drawn = int.from_bytes(blake2b(b"%d/%d" % (seed, reps), digest_size=_BITS // 8).digest())
    return low + (drawn * (high - low + 1) >> _BITS)

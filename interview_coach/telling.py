"""Telling how far a long piece of work has come, while it goes on."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

# What is being counted ("Reading rows"), how many are done, and of how many.
Tell = Callable[[str, int, int], None]

T = TypeVar("T")


def silent(_what: str, _done: int, _total: int) -> None:
    """Tells nobody."""


def counted(what: str, items: Iterable[T], total: int, tell: Tell) -> Iterator[T]:
    """The items one by one, each told as it is done."""
    for done, item in enumerate(items, start=1):
        yield item
        tell(what, done, total)

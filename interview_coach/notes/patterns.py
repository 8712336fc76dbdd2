"""Regular expressions that are compiled when they are first used, since most notes need few of them."""

import re
from typing import cast

_METHODS = ("match", "search", "fullmatch", "sub", "split", "finditer", "findall")


class _Pattern:
    """Stands for a compiled pattern, and has its methods from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of this regular expression. A fault in it shows at the first use, not here."""
    return cast("re.Pattern[str]", _Pattern(source, flags))

"""How the pilot of Textual waits for what a key does."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

SOON = 0.03  # seconds, some frames long
PATIENCE = 10  # seconds


async def until_idle(min_sleep: float = 0) -> None:
    """Waits until the loop has nothing to do, now or soon.

    Textual's own looks every 20 ms whether the processor rests: for most of the time of these tests it would
    wait for nothing, and on a busy machine it may be mistaken. asyncio tells what is to come by no public name.
    """
    loop: Any = asyncio.get_running_loop()
    latest = loop.time() + PATIENCE
    await asyncio.sleep(min_sleep)
    while loop.time() < latest:
        soon = any(each.when() < loop.time() + SOON for each in loop._scheduled if not each.cancelled())
        if not loop._ready and not soon:
            break
        await asyncio.sleep(0 if loop._ready else 0.002)


@pytest.fixture(autouse=True, scope="session")
def _waiting() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in ("app", "pilot"):
            patch.setattr(f"textual.{module}.wait_for_idle", until_idle)
        yield

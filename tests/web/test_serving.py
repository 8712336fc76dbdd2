"""The screens in a browser: on this computer alone, for our own page alone, on the workspace named."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.test_commands import run

pytest.importorskip("textual_serve")

from aiohttp import ClientSession

from interview_coach.web.server import Door


@dataclass
class Served:
    port: int
    process: "subprocess.Popen[str]"

    def get(self, path: str = "/", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        self.body = response.read().decode("utf-8", "replace")
        connection.close()
        return response


def free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return int(each.getsockname()[1])


@pytest.fixture
def served(root: Path) -> Iterator[Served]:
    """`interview-coach serve` in a process of its own."""
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("INTERVIEW_COACH")}
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "serve", "--port", str(port), "--workspace", str(root)],
        cwd=root,
        env={**clean, "HOME": str(root / "home")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as each:
                if each.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.communicate()
            time.sleep(0.05)
        yield Served(port, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def listening(port: int) -> set[str]:
    """The addresses that this system listens on at a port, as the kernel writes them."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            address, state = line.split()[1], line.split()[3]
            if state == "0A" and int(address.rpartition(":")[2], 16) == port:
                found.add(address.rpartition(":")[0])
    return found


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the kernel's table is Linux's")
def test_nothing_listens_but_on_loopback(served: Served) -> None:
    assert listening(served.port) == {"0100007F"}  # 127.0.0.1


def test_the_page_is_served_and_loads_nothing_from_elsewhere(served: Served) -> None:
    response = served.get()
    assert response.status == 200
    assert f"ws://127.0.0.1:{served.port}/ws" in served.body
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "http" not in policy
    addresses = re.findall(r"(?:https?:)?//[^/\"')\s]+", served.body)
    assert set(addresses) == {f"http://127.0.0.1:{served.port}", f"//127.0.0.1:{served.port}"}
    loaded = re.findall(r"""(?:href|src)="(http[^"]+)"|url\("([^"]+)"\)""", served.body)
    assert len(loaded) == 5
    for one, other in loaded:
        assert served.get(urlsplit(one or other).path).status == 200
    assert served.get(Host=f"localhost:{served.port}").status == 200
    assert f"ws://localhost:{served.port}/ws" in served.body


def test_a_name_that_was_made_to_point_here_is_refused(served: Served) -> None:
    assert served.get(Host=f"evil.example:{served.port}").status == 403


@pytest.mark.parametrize(
    "origin", [None, "http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"]
)
def test_a_socket_is_opened_for_our_own_page_alone(served: Served, origin: str | None) -> None:
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert served.get("/ws", **headers, **({} if origin is None else {"Origin": origin})).status == 403


async def test_the_screens_come_through_on_the_workspace_named(served: Served) -> None:
    origin = f"http://127.0.0.1:{served.port}"
    shown = b""
    async with (
        ClientSession() as session,
        session.ws_connect(f"{origin}/ws?width=80&height=24", headers={"Origin": origin}) as page,
    ):
        deadline = time.monotonic() + 20
        while b"Bread Baking" not in shown and time.monotonic() < deadline:
            message = await page.receive(timeout=20)
            data = message.data
            shown += data if isinstance(data, bytes) else str(data).encode()
        await page.send_json(["stdin", "q"])
    assert b"Bread Baking" in shown


def test_a_port_that_is_taken_is_said(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "--port", str(taken.getsockname()[1]), root=root)
    assert result.returncode == 2
    assert "--port" in result.stderr


def test_another_address_is_warned_of(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))  # noqa: S104 - taken, so that the program listens on nothing
        taken.listen()
        result = run("serve", "--host", "0.0.0.0", "--port", str(taken.getsockname()[1]), root=root)  # noqa: S104
    assert "everyone who can reach" in result.stderr


def test_a_workspace_that_is_not_there_is_said(root: Path) -> None:
    result = run("serve", "--workspace", "typo", root=root)
    assert result.returncode == 2
    assert "init" in result.stderr


@pytest.mark.parametrize("hidden", ["textual_serve", "aiohttp"])
def test_without_the_extra_it_is_said_how_to_get_it(root: Path, hidden: str) -> None:
    program = (
        f"import sys; sys.modules[{hidden!r}] = None\n"
        f"sys.argv = ['interview-coach', 'serve', '--workspace', {str(root)!r}]\n"
        "from interview_coach.cli import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "interview-coach[web]" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("host", "origin", "socket", "let_in"),
    [
        ("127.0.0.1:8000", None, False, True),
        ("localhost:8000", "http://localhost:8000", True, True),
        ("[::1]:8000", "http://[::1]:8000", True, True),
        ("127.0.0.1:8000", "http://localhost:8000", True, False),
        ("127.0.0.1:8000", "http://127.0.0.1:8001", True, False),
        ("127.0.0.1:8000", None, True, False),
        ("evil.example:8000", "http://evil.example:8000", True, False),
        (None, None, False, False),
        ("[", "http://[", True, False),
        ("127.0.0.1:99999", None, False, False),
    ],
)
def test_the_door(host: str | None, origin: str | None, socket: bool, let_in: bool) -> None:
    assert Door("127.0.0.1").lets_in(host, origin, socket=socket) is let_in


def test_the_door_of_every_address_goes_by_the_origin_alone() -> None:
    door = Door("0.0.0.0")  # noqa: S104
    assert door.lets_in("192.168.1.5:8000", "http://192.168.1.5:8000", socket=True)
    assert not door.lets_in("192.168.1.5:8000", "http://evil.example", socket=True)

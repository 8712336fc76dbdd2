"""The server of `interview-coach serve`: textual-serve, and a door that only its own pages come through.

A page of any site open in the same browser can knock at a port of this computer. So a socket is opened for our
own page alone, a name that was made to point here (DNS rebinding) is refused, and the page loads nothing from
elsewhere: it is one of ours, since that of textual-serve asks Google for its font.
"""

from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' {sockets}; frame-ancestors 'none'"
)
_PAGES = Path(__file__).parent / "templates"
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_ANY = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not listened on


class Door:
    """Which requests are let in: those made to a name of ours, and sockets opened by our own page."""

    def __init__(self, host: str) -> None:
        # Listening on every address, we cannot know all our names.
        self._names = None if host in _ANY else {*_HERE, host} if host in _HERE else {host}

    def lets_in(self, host: str | None, origin: str | None, *, socket: bool) -> bool:
        """Whether a request may come in by what it says in its Host and Origin."""
        name = _split(f"//{host or ''}")
        if name is None or (self._names is not None and name[0] not in self._names):
            return False
        if origin is None:
            return not socket
        return origin.startswith("http://") and _split(origin) == name


def _split(url: str) -> tuple[str, int] | None:
    """The name and the port of an address; None where it has none."""
    try:
        parts = urlsplit(url)
        name, port = parts.hostname, parts.port
    except ValueError:
        return None
    return None if name is None else (name, port or 80)


class _OurServer(Server):
    """textual-serve behind the door; its pages name the address that the browser came by."""

    def __init__(self, command: str, host: str, port: int) -> None:
        shown = f"[{host}]" if ":" in host else host
        super().__init__(
            command,
            host,
            port,
            title="interview-coach",
            public_url=f"http://{shown}:{port}",
            templates_path=_PAGES,
        )
        self._door = Door(host)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.on_response_prepare.append(self._seal)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        headers = request.headers
        if not self._door.lets_in(headers.get("Host"), headers.get("Origin"), socket=request.path == "/ws"):
            raise web.HTTPForbidden(text="This address is for its own page alone.\n")
        return await handler(request)

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, its links leading to where the browser came from."""
        self.public_url = f"http://{request.host}"  # read before anything else can run
        return await super().handle_index(request)

    async def _seal(self, request: web.Request, response: web.StreamResponse) -> None:
        sockets = f"ws://{request.host}"
        response.headers["Content-Security-Policy"] = _POLICY.format(sockets=sockets)
        response.headers["Referrer-Policy"] = "no-referrer"

    async def on_startup(self, app: web.Application) -> None:
        """Says nothing more: the command has said where to look."""

    def initialize_logging(self) -> None:
        """Leaves the log as it is: errors alone."""


def serve(command: str, host: str, port: int) -> None:
    """Shows what a shell command runs, until ctrl+c. Raises CoachError where it cannot listen there."""
    from interview_coach.errors import CoachError

    try:
        _OurServer(command, host, port).serve()
    except OSError as error:
        raise CoachError(
            f"{host}:{port} cannot be listened on: {error.strerror}", "choose another one with --port or --host"
        ) from error

"""Serve the deck to this machine only, and send changes to the browser as server-sent events."""

import asyncio
import json
import sys
from collections.abc import Callable
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

HOST = "127.0.0.1"


class Server:
    """A server of one page at ``/``, and of its events at ``/events``, in the running event loop.

    `page` returns the page with its client, `version` its current version. Port 0 is a free one, which is taken too if
    another program has the port.
    """

    def __init__(self, port: int, page: Callable[[], bytes], version: Callable[[], str]):
        self.page, self.version = page, version
        self.listeners: set[asyncio.Queue[str]] = set()
        self.retained: dict[str, str] = {}
        self._loop = asyncio.get_running_loop()
        try:
            sockets = bind_sockets(port, HOST)
        except OSError as error:
            print(f"port {port} can't be used ({error.strerror}); a free one is", file=sys.stderr)
            sockets = bind_sockets(0, HOST)
        self.port = sockets[0].getsockname()[1]
        # It logs nothing: the terminal shows only what the author did.
        routes = Application([("/", _Page), ("/events", _Events)], server=self, log_function=lambda _: None)
        self._http = HTTPServer(routes)
        self._http.add_sockets(sockets)

    def publish(self, event: str, data: dict[str, Any], *, retain: bool = False) -> None:
        """Send ``slides``, ``page``, ``problem`` or ``running`` to every open page, and if retained to later ones."""
        text = _message(event, data)
        if retain:
            self.retained[event] = text
        self._loop.call_soon_threadsafe(self._send, text)

    def _send(self, text: str) -> None:
        for listener in self.listeners:
            listener.put_nowait(text)

    async def stop(self) -> None:
        """End the events of all pages, and serve no more."""
        self._http.stop()
        self._send("")
        await self._http.close_all_connections()


def _message(event: str, data: dict[str, Any]) -> str:
    mark = f"id: {data['version']}\n" if "version" in data else ""
    return f"{mark}event: {event}\ndata: {json.dumps(data)}\n\n"


class _Page(RequestHandler):
    def prepare(self) -> None:
        self.server: Server = self.settings["server"]
        # Accept only the names of this machine: another site can make its own name resolve here (DNS rebinding).
        if self.request.host not in (f"{HOST}:{self.server.port}", f"localhost:{self.server.port}"):
            raise HTTPError(403)
        self.set_header("Cache-Control", "no-store")

    async def get(self) -> None:
        self.write(await asyncio.to_thread(self.server.page))


class _Events(_Page):
    async def get(self) -> None:
        """Send the events from now on to a page, which tells its version, until it is closed or the server stops."""
        self.set_header("Content-Type", "text/event-stream")
        self.events = asyncio.Queue[str]()
        for text in self.server.retained.values():
            self.events.put_nowait(text)
        version = self.server.version()
        if version != (self.request.headers.get("Last-Event-ID") or self.get_query_argument("version", "")):
            self.events.put_nowait(_message("page", {"version": version}))
        self.server.listeners.add(self.events)
        while text := await self.events.get():
            self.write(text)
            await self.flush()

    def on_connection_close(self) -> None:
        self.server.listeners.discard(self.events)
        self.events.put_nowait("")

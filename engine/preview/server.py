"""Serve the deck on this machine alone, and tell the browser what changed, with server-sent events."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from engine.core.problems import EnvironmentLackError
from engine.formats.csp import sealed

HOST = "127.0.0.1"
_SCRIPT = Path(__file__).with_name("client.js")
_SECONDS_BETWEEN_SIGNS_OF_LIFE = 10
_EMPTY = '<!DOCTYPE html><html lang="pt-BR"><head><meta charset="utf-8"></head><body></body></html>'


def with_script(html: str, version: str) -> bytes:
    """Return a page of the deck with the script that keeps it up to date, sealed but for its own server.

    Args:
        html: the page as Marp made it; empty when there is none yet.
        version: what it shows; see `Server.publish`.
    """
    script = f'<script data-version="{version}">{_SCRIPT.read_text("utf-8")}</script>'
    head, end, tail = (html or _EMPTY).rpartition("</body>")
    return sealed(f"{head}{script}{end}{tail}", listens=True).encode()


class Server(AbstractContextManager):
    """A server of one page, ``/``, and of what happens to it, ``/events``.

    Args:
        port: where; 0 for a free one.
        page: returns the page, sealed, with its script.
        version: returns the version that is on screen now.

    Raises:
        EnvironmentLackError: when the port is taken.
    """

    def __init__(self, port: int, page: Callable[[], bytes], version: Callable[[], str]):
        self._listeners: set[queue.SimpleQueue] = set()
        self._lock = threading.Lock()
        self._standing: dict[str, dict] = {}
        self._page, self._version = page, version
        try:
            self._server = ThreadingHTTPServer((HOST, port), self._handler())
        except (OSError, OverflowError) as error:
            raise EnvironmentLackError(f"port {port} can't be used ({error}); pass another one: --port N") from None
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1})
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._server.server_address[1]

    def publish(self, event: str, data: dict, *, standing: bool = False) -> None:
        """Tell every open page.

        Args:
            event: ``slides``, ``page``, ``problem`` or ``running``.
            data: what the script of the page reads.
            standing: whether a page that is opened later is told too.
        """
        with self._lock:
            if standing:
                self._standing[event] = data
            for listener in self._listeners:
                listener.put((event, data))

    def __exit__(self, *exception) -> None:
        self._server.shutdown()
        with self._lock:
            for listener in self._listeners:
                listener.put(None)
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                # Only by the name of this machine: a page from elsewhere can't have its own name point here.
                if self.headers.get("Host") not in (f"{HOST}:{server.port}", f"localhost:{server.port}"):
                    return self.send_error(403)
                address = urlsplit(self.path)
                if address.path == "/":
                    return self._send(server._page())
                if address.path == "/events":
                    seen = self.headers.get("Last-Event-ID") or parse_qs(address.query).get("version", [""])[0]
                    return self._stream(seen)
                return self.send_error(404)

            def _send(self, body: bytes) -> None:
                self._head("text/html; charset=utf-8", **{"Content-Length": len(body)})
                self.wfile.write(body)

            def _head(self, kind: str, **more) -> None:
                self.send_response(200)
                for name, value in {"Content-Type": kind, "Cache-Control": "no-store", **more}.items():
                    self.send_header(name, str(value))
                self.end_headers()

            def _stream(self, seen: str) -> None:
                self._head("text/event-stream")
                listener = queue.SimpleQueue()
                with server._lock:
                    server._listeners.add(listener)
                    for event, data in server._standing.items():
                        listener.put((event, data))
                if seen != server._version():
                    listener.put(("page", {"version": server._version()}))
                try:
                    while True:
                        try:
                            told = listener.get(timeout=_SECONDS_BETWEEN_SIGNS_OF_LIFE)
                        except queue.Empty:
                            self._tell(": still here\n\n")
                            continue
                        if told is None:
                            return
                        event, data = told
                        text = json.dumps(data)
                        mark = f"id: {data['version']}\n" if "version" in data else ""
                        self._tell(f"{mark}event: {event}\ndata: {text}\n\n")
                except OSError:
                    pass  # the page was closed
                finally:
                    with server._lock:
                        server._listeners.discard(listener)

            def _tell(self, text: str) -> None:
                self.wfile.write(text.encode())
                self.wfile.flush()

            def log_message(self, *words):
                """Say nothing: the terminal is for what the author did."""

        return Handler

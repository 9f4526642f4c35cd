"""Serve the deck to this machine only, and send changes to the browser as server-sent events."""

import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"
Listener: TypeAlias = "queue.SimpleQueue[tuple[str, dict[str, Any]] | None]"
_HEARTBEAT_SECONDS = 10


class Server(ThreadingHTTPServer):
    """A server of one page at ``/``, and of its events at ``/events``.

    `page` returns the page with its client, `version` its current version. Port 0 is a free one, which is taken too if
    another program has the port.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows, two programs would share the port

    def __init__(self, port: int, page: Callable[[], bytes], version: Callable[[], str]):
        self._listeners: set[Listener] = set()
        self._lock = threading.Lock()
        self._retained: dict[str, dict[str, Any]] = {}
        self.page, self._version = page, version
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            print(f"port {port} can't be used ({error.strerror}); a free one is", file=sys.stderr)
            super().__init__((HOST, 0), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        self._thread.start()

    def publish(self, event: str, data: dict[str, Any], *, retain: bool = False) -> None:
        """Send ``slides``, ``page``, ``problem`` or ``running`` to every open page, and if retained to later ones."""
        with self._lock:
            if retain:
                self._retained[event] = data
            for listener in self._listeners:
                listener.put((event, data))

    def __exit__(self, *exception: object) -> None:
        self.shutdown()
        with self._lock:
            for listener in self._listeners:
                listener.put(None)
        self.server_close()
        self._thread.join()

    def events(self, version: str) -> Generator[bytes, None, None]:
        """Yield the events from now on as they are sent to a page that shows this version, until the server closes."""
        listener: Listener = queue.SimpleQueue()
        with self._lock:
            self._listeners.add(listener)
            for retained in self._retained.items():
                listener.put(retained)
        if version != self._version():
            listener.put(("page", {"version": self._version()}))
        try:
            while True:
                try:
                    item = listener.get(timeout=_HEARTBEAT_SECONDS)
                except queue.Empty:
                    yield b": heartbeat\n\n"
                    continue
                if item is None:
                    return
                event, data = item
                mark = f"id: {data['version']}\n" if "version" in data else ""
                yield f"{mark}event: {event}\ndata: {json.dumps(data)}\n\n".encode()
        finally:
            with self._lock:
                self._listeners.discard(listener)


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        # Accept only the names of this machine: another site can make its own name resolve here (DNS rebinding).
        port, address = self.server.server_port, urlsplit(self.path)
        if self.headers.get("Host") not in (f"{HOST}:{port}", f"localhost:{port}"):
            self.send_error(403)
        elif address.path == "/":
            body = self.server.page()
            self._head("text/html; charset=utf-8")
            self.wfile.write(body)
        elif address.path == "/events":
            version = self.headers.get("Last-Event-ID") or parse_qs(address.query).get("version", [""])[0]
            self._head("text/event-stream")
            with closing(self.server.events(version)) as events, suppress(OSError):  # the page was closed
                self.wfile.writelines(events)
        else:
            self.send_error(404)

    def _head(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Log nothing: the terminal shows only what the author did."""

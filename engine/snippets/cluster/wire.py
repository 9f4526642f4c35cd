"""Numbered messages between a worker and its host, through a pipe."""

from __future__ import annotations

_LENGTH = 8


def send(stream, number: int, data: bytes) -> None:
    """Write a numbered message."""
    stream.write(number.to_bytes(_LENGTH, "big") + len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream) -> tuple[int, bytes] | None:
    """Read a numbered message; None at the end."""
    head = stream.read(2 * _LENGTH)
    if len(head) < 2 * _LENGTH:
        return None
    number, length = int.from_bytes(head[:_LENGTH], "big"), int.from_bytes(head[_LENGTH:], "big")
    return number, stream.read(length)

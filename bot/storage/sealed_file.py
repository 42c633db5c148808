"""A whole file sealed for outside: nobody reads it, changes it or cuts it off without the master key.

The file begins with a mark and a key of its own, made at random and wrapped by the master key. Its content
follows in pieces, each sealed with AES-256-GCM. The nonce of a piece is its number, and to each belongs
the beginning of the file and whether it is the last: so pieces cannot be swapped, left out or taken from
another file.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import Unreadable
from bot.storage.crypto import unwrapped, wrapped
from bot.storage.keys import Keys
from bot.storage.values import text_of, time_of

MARK = b"jobcenter-bot backup 1\n"
PIECE = 64 * 1024
_TAG = 16
_LONGEST_KEY = 4096
_PURPOSE = "backup"


class NotSealed(Exception):
    """The file does not begin with the mark."""


class Damaged(Exception):
    """A piece was changed, moved or is missing."""


def seal(source: BinaryIO, target: BinaryIO, keys: Keys, at: datetime) -> None:
    """Write all of *source* to *target*; *at* is kept with it."""
    key = secrets.token_bytes(32)
    token = wrapped(keys, _PURPOSE, [base64.b64encode(key).decode(), text_of(at)])
    head = MARK + token.encode() + b"\n"
    target.write(head)
    cipher = AESGCM(key)
    for number, piece, is_last in _pieces(source, PIECE):
        target.write(cipher.encrypt(_nonce(number), piece, _place(head, is_last)))


def unseal(source: BinaryIO, target: BinaryIO, keys: Keys) -> datetime:
    """Write to *target* what was sealed in *source*; when it was. After an error *target* is of no use.

    Raises:
        NotSealed, Damaged: see there.
        Unreadable: it was sealed with another master key, or its beginning is damaged.
    """
    if source.read(len(MARK)) != MARK:
        raise NotSealed
    token = source.readline(_LONGEST_KEY)
    try:
        key, at = unwrapped(keys, _PURPOSE, token.decode("ascii").rstrip("\n"))
    except UnicodeDecodeError:
        raise Unreadable(_PURPOSE, "key") from None
    cipher = AESGCM(base64.b64decode(key))
    for number, piece, is_last in _pieces(source, PIECE + _TAG):
        try:
            target.write(cipher.decrypt(_nonce(number), piece, _place(MARK + token, is_last)))
        except InvalidTag:
            raise Damaged from None
    return time_of(at)


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Number, content and whether it is the last; at least one, which may be empty."""
    number, piece = 0, source.read(size)
    while following := source.read(size):
        yield number, piece, False
        number, piece = number + 1, following
    yield number, piece, True


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _place(head: bytes, is_last: bool) -> bytes:
    return head + (b"last" if is_last else b"more")

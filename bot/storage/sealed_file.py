"""A whole file sealed for outside: nobody reads it, changes it or cuts it off without the master key.

The file begins with a mark and a key of its own, made at random and wrapped by the master key together with
the lengths of its parts. Its content follows, one part after the other, in pieces that are each sealed with
AES-256-GCM. The nonce of a piece is its number, and to each belongs the beginning of the file and whether it
is the last: so pieces cannot be swapped, left out or taken from another file.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import Unreadable
from bot.storage.crypto import unwrapped, wrapped
from bot.storage.keys import Keys
from bot.storage.values import text_of, time_of

MARK = b"jobcenter-bot backup 2\n"
OLDER_MARK = b"jobcenter-bot backup 1\n"
"""Of files that hold one part and do not say how long it is."""
PIECE = 64 * 1024
_TAG = 16
_LONGEST_KEY = 4096
_PURPOSE = "backup"


class NotSealed(Exception):
    """The file does not begin with the mark."""


class Damaged(Exception):
    """A piece was changed, moved or is missing."""


def seal(source: BinaryIO, target: BinaryIO, keys: Keys, at: datetime, parts: Sequence[int] = ()) -> None:
    """Write all of *source* to *target*; *at* and the lengths of its *parts* are kept with it."""
    key = secrets.token_bytes(32)
    token = wrapped(keys, _PURPOSE, [base64.b64encode(key).decode(), text_of(at), [*parts]])
    head = MARK + token.encode() + b"\n"
    target.write(head)
    cipher = AESGCM(key)
    for number, piece, is_last in _pieces(source, PIECE):
        target.write(cipher.encrypt(_nonce(number), piece, _place(head, is_last)))


def unseal(source: BinaryIO, target: BinaryIO, keys: Keys) -> tuple[datetime, Sequence[int]]:
    """Write to *target* what was sealed in *source*; after an error *target* is of no use.

    Returns when it was sealed, and the lengths of its parts (none: it is one).

    Raises:
        NotSealed, Damaged: see there.
        Unreadable: it was sealed with another master key, or its beginning is damaged.
    """
    mark = source.read(len(MARK))
    if mark not in (MARK, OLDER_MARK):
        raise NotSealed
    token = source.readline(_LONGEST_KEY)
    try:
        key, at, *more = unwrapped(keys, _PURPOSE, token.decode("ascii").rstrip("\n"))
    except UnicodeDecodeError:
        raise Unreadable(_PURPOSE, "key") from None
    cipher = AESGCM(base64.b64decode(key))
    for number, piece, is_last in _pieces(source, PIECE + _TAG):
        try:
            target.write(cipher.decrypt(_nonce(number), piece, _place(mark + token, is_last)))
        except InvalidTag:
            raise Damaged from None
    return time_of(at), more[0] if more else ()


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

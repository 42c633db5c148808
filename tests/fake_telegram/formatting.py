"""Telegram's rules for text: HTML parse mode, offsets in UTF-16 units, trimming, commands.

Error texts and corner cases follow TDLib's ``test/message_entities.cpp``.
"""

import re
from dataclasses import dataclass

from .errors import bad_request
from .params import Json

MAX_TEXT = 4096  # UTF-16 units, counted after the entities are parsed (Bot API, sendMessage)
MAX_ENTITIES = 100  # further ones are ignored by Telegram without a word

ENTITY_OF_TAG = {
    "a": "text_link",
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    **{tag: tag for tag in ("blockquote", "code", "pre")},
}
_TAG = re.compile(r"<(?P<name>/?[^\s>]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"\s*([^\s=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']*)))?")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_URL = re.compile(r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>[^/?#\s]+)(?P<rest>\S*)", re.IGNORECASE)
_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?!\w)")
_DROPPED = re.compile(r"[\r\u2028-\u202e]")  # line separators and old bidi marks; isolates stay
_BLANKED = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f]")


class ParseError(ValueError):
    """The text is not what Telegram accepts in HTML parse mode."""


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: most emoji are two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def formatted(text: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """The plain text and entities a reader sees; refuses empty text. Length is the caller's to check."""
    if not text:
        raise bad_request("message text is empty")
    text, found = _BLANKED.sub(" ", _DROPPED.sub("", text)), entities or []
    if parse_mode.casefold() == "html":
        try:
            text, found = parse_html(text)
        except ParseError as error:
            raise bad_request(f"can't parse entities: {error}") from None
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    text, found = _trimmed(text, found)
    if not text:
        raise bad_request("text must be non-empty")
    return text, found[:MAX_ENTITIES]


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of *source*.

    Raises:
        ParseError: with Telegram's text, byte offset included.
    """
    return _HtmlReader(source).read()


def command_entities(text: str) -> list[Json]:
    """The commands in what a person typed."""
    return [
        {"type": "bot_command", "offset": utf16_length(text[: m.start()]), "length": len(m[0])}
        for m in _COMMAND.finditer(text)
    ]


def checked_url(url: str) -> str | None:
    """The address as Telegram links it, None when it links nothing (``tel:``, ``mailto:``, no host)."""
    match = _URL.fullmatch(url.strip())
    if not match:
        return None
    scheme, host, rest = (match["scheme"] or "http").lower(), match["host"], match["rest"]
    if scheme == "tg":
        return url.strip()
    name, _, port = host.partition(":")
    if scheme not in {"http", "https"} or "." not in name.strip(".") or (port and not port.isdigit()):
        return None
    return f"{scheme}://{host}{rest or '/'}"


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    body = text.strip()
    lead = utf16_length(text) - utf16_length(text.lstrip())
    size, kept = utf16_length(body), []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return body, kept


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    start: int  # in characters of the text so far


class _HtmlReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text = ""
        self._open: list[_OpenTag] = []
        self._entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        at = 0
        while (tag_at := self._source.find("<", at)) >= 0:
            self._text += _decoded(self._source[at:tag_at])
            at = self._tag(tag_at)
        self._text += _decoded(self._source[at:])
        if self._open:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        # outer ones first
        return self._text, sorted(self._entities, key=lambda e: (e["offset"], -e["length"]))

    def _tag(self, at: int) -> int:
        match = _TAG.match(self._source, at)
        is_end = self._source.startswith("</", at)
        if is_end and not self._open:
            raise self._error("Unexpected end tag", at)
        if match is None or (is_end and match["rest"].strip()):
            raise self._error("Unclosed end tag" if is_end else "Unclosed start tag", at)
        name = match["name"].lower()
        if is_end:
            self._close(name[1:], at)
        else:
            self._start(name, match["rest"], at)
        return match.end()

    def _start(self, name: str, rest: str, at: int) -> None:
        if name not in ENTITY_OF_TAG:
            raise self._error(f'Unsupported start tag "{name}"', at)
        attributes = {}
        for attribute, double, single, bare in _ATTRIBUTE.findall(rest.strip()):
            if (double or single or bare) and not attribute:
                raise self._error(f'Empty attribute name in the tag "{name}"', at)
            if re.search(r"[^0-9A-Za-z.-]", bare):  # addresses must stand in quotes
                raise self._error("Unexpected end of name token", at)
            attributes[attribute.lower()] = _decoded(double or single or bare)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', at)
        self._open.append(_OpenTag(name, attributes, len(self._text)))

    def _close(self, name: str, at: int) -> None:
        """``</>`` closes whatever is open; an entity over no text vanishes."""
        tag = self._open.pop()
        if name not in {"", tag.name}:
            raise self._error("Unmatched end tag", at, f', expected "</{tag.name}>", found "</{name}>"')
        inner, kind = self._text[tag.start :], ENTITY_OF_TAG[tag.name]
        if kind == "blockquote" and "expandable" in tag.attributes:
            kind = "expandable_blockquote"
        url = checked_url(tag.attributes.get("href") or inner) if kind == "text_link" else None
        if inner and (url or kind != "text_link"):
            place = {"offset": utf16_length(self._text[: tag.start]), "length": utf16_length(inner)}
            self._entities.append({"type": kind, **place} | ({"url": url} if url else {}))

    def _error(self, what: str, at: int, more: str = "") -> ParseError:
        offset = len(self._source[:at].encode(errors="surrogatepass"))
        return ParseError(f"{what} at byte offset {offset}{more}")


def _decoded(source: str) -> str:
    """*source* with its references resolved; unknown ones such as ``&nbsp;`` stay as they are written."""
    return _REFERENCE.sub(_character, source)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if 0xD800 <= code <= 0xDFFF:
        raise ParseError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code) if 0 < code < 0x10FFFF else match[0]

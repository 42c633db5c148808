"""How a page looks to everybody: on a desk, on a telephone, zoomed, with large letters, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, Page

DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
ZOOMED = {"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": False}
"""The desk at 200 %."""
LETTERS = {"standard": 16, "fixed": 13}
"""What Chromium has from the beginning; people who need it double them."""
FINGER = 44
"""Pixels that a finger needs. (WCAG 2.5.5)"""
SERIOUS = ("serious", "critical")

_AXE = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
_OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
_TEXTS = """finger => {
  const width = document.documentElement.clientWidth, wrong = [], texts = [];
  if (document.documentElement.scrollWidth > window.innerWidth)
    wrong.push(`${document.documentElement.scrollWidth} of ${window.innerWidth} px wide`);
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim(), around = node.parentElement;
    if (!text || around.closest(".unseen, .skip, thead, option, script, noscript, kbd, #keys")) continue;
    if (!around.checkVisibility({visibilityProperty: true})) continue;
    texts.push(text);
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.left < -1 || box.right > width + 1) wrong.push(`leaves the page: ${text}`);
    for (let one = around; one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflow === "visible" || one.matches("textarea")) continue;
      const frame = one.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
        wrong.push(`is cut off: ${text}`);
    }
  }
  for (const one of document.querySelectorAll("button, .button, summary, select, textarea, input")) {
    if (!one.checkVisibility() || one.matches("[type=hidden]")) continue;
    const box = (one.matches("[type=checkbox]") ? one.closest("label") : one).getBoundingClientRect();
    if (box.left < -1 || box.right > width + 1) wrong.push(`leaves the page: ${one.outerHTML}`);
    if (box.height < finger) wrong.push(`${box.height} px high: ${one.outerHTML}`);
  }
  return [wrong.map(one => one.slice(0, 200)), texts];
}"""


def flaws(page: Page) -> list[str]:
    """What axe finds that keeps people out, and what is cut off or leaves the page as it is now."""
    page.evaluate(Axe().axe_script)
    return [*_barriers(page), *crowded(page)]


def crowded(page: Page) -> list[str]:
    """What is cut off, or leaves the page."""
    return _looked(page)[0]


def flaws_for_everybody(page: Page) -> list[str]:
    """The same on every screen; afterwards the page is on its desk again. Everything that opens is opened."""
    page.evaluate(Axe().axe_script)
    page.evaluate(_OPEN)
    found, all_texts = _looked(page)
    found = [f"desk: {flaw}" for flaw in (*found, *_barriers(page))]
    devtools = page.context.new_cdp_session(page)
    for screen, shown in (
        ("200 %", _zoomed),
        ("large letters", _large_letters),
        ("telephone", _telephone),
        ("telephone with large letters", _telephone_with_large_letters),
    ):
        with shown(page, devtools):
            wrong, texts = _looked(page, FINGER if screen == "telephone" else 0)
            wrong += [f"is lost: {text}" for text in all_texts if text not in texts]
            wrong += _barriers(page) if screen == "telephone" else ()
            found += [f"{screen}: {flaw}" for flaw in wrong]
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    return found


@contextmanager
def _telephone(page: Page, devtools: CDPSession) -> Iterator[None]:
    """At night, and without a mouse."""
    page.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]
    devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.emulate_media(color_scheme="dark")
    yield
    page.emulate_media(color_scheme="light")
    devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": False})


@contextmanager
def _zoomed(page: Page, devtools: CDPSession) -> Iterator[None]:
    devtools.send("Emulation.setDeviceMetricsOverride", ZOOMED)
    yield
    devtools.send("Emulation.setDeviceMetricsOverride", {**DESK, "deviceScaleFactor": 1, "mobile": False})


@contextmanager
def _large_letters(page: Page, devtools: CDPSession) -> Iterator[None]:
    devtools.send("Page.setFontSizes", {"fontSizes": {name: 2 * size for name, size in LETTERS.items()}})
    yield
    devtools.send("Page.setFontSizes", {"fontSizes": LETTERS})


@contextmanager
def _telephone_with_large_letters(page: Page, devtools: CDPSession) -> Iterator[None]:
    """Only the letters grow, as some browsers of telephones do it: no query for a width knows of it."""
    with _telephone(page, devtools):
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        yield
        page.evaluate("document.documentElement.style.fontSize = ''")


def _barriers(page: Page) -> list[str]:
    return [
        f"{flaw['id']}: {node['html'][:150]}"
        for flaw in page.evaluate(_AXE)
        if flaw["impact"] in SERIOUS
        for node in flaw["nodes"]
    ]


def _looked(page: Page, finger: int = 0) -> tuple[list[str], list[str]]:
    """What is wrong, and all texts that are to be seen."""
    wrong, texts = page.evaluate(_TEXTS, finger)
    return wrong, texts

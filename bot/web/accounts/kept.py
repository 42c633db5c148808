"""What somebody had typed when a form could not be taken: kept until the same person looks at its page again.

It lies in the session of the same browser, sealed, and is given to nobody but the account on whose page it
was typed: each form that holds typed text says by a signed mark whose it is. (The page could keep it as
well, in the browser: but there the next person at a shared machine could read it.)
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.safestring import SafeString

from bot.errors import Unreadable
from bot.web.accounts.models import Account
from bot.web.accounts.presence import mark_over

LASTS = timedelta(minutes=30)
MOST = 5
"""Forms that are kept at once: one a tab."""
LONGEST = 20_000
"""Characters; the longest note has far fewer."""
_KEPT = "kept"
_FIELD = "whose"
_SIGNER = Signer(salt="whose form")
_NOT_TYPED = (_FIELD, "csrfmiddlewaretoken")


@dataclass(frozen=True, slots=True)
class _Form:
    """What a form on the page ``path`` held, as browsers encode it; ``at`` is seconds since 1970."""

    whose: str
    path: str
    at: float
    fields: str


def mark_of(account: Account) -> SafeString:
    """The hidden input that says on whose page a form stands."""
    return format_html(
        '<input type="hidden" name="{}" value="{}">', _FIELD, _SIGNER.sign(account.get_username())
    )


def way_back(request: HttpRequest) -> str:
    """The address of the page on which a form stood; empty if the browser does not say, or it is not ours."""
    page = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}, require_https=request.is_secure()):
        return ""
    parts = urlsplit(page)
    way = f"{parts.path}?{parts.query}" if parts.query else parts.path
    # "//elsewhere" is a path here, and to a browser that is sent there another site.
    return way if url_has_allowed_host_and_scheme(way, None) else ""


def keep(request: HttpRequest, way: str) -> bool:
    """Keep what was sent from the page at *way*; False if it is not the form of whoever is here, or nobody
    knows on which page to give it back."""
    whose, account = _owner(request.POST.get(_FIELD, "")), request.user
    is_somebody = isinstance(account, Account)
    if not whose or not way or (is_somebody and account.get_username() != whose):
        return False
    if not is_somebody:
        mark_over(request.session)
        _expire(request)
    fields = request.POST.copy()
    for name in _NOT_TYPED:
        fields.pop(name, None)
    if len(fields.urlencode()) > LONGEST:
        return False
    _put(request, _Form(whose, urlsplit(way).path, time.time(), fields.urlencode()))
    return True


def keep_rest(request: HttpRequest, account: Account, fields: Mapping[str, str]) -> None:
    """Keep what *account* typed on this page beside what was taken."""
    if fields:
        _put(request, _Form(account.get_username(), request.path, time.time(), urlencode(fields)))


def _put(request: HttpRequest, form: _Form) -> None:
    sealed = str(settings.PLAN.seal(json.dumps(asdict(form))))
    request.session[_KEPT] = [*request.session.get(_KEPT, []), sealed][-MOST:]


def is_kept(request: HttpRequest) -> bool:
    return bool(all_kept(request))


def taken(request: HttpRequest, account: Account) -> QueryDict:
    """What *account* had typed on this page, once; empty if there is nothing. What is others' is dropped.

    Of two forms of one page the fields of both come back, the newer ones first.
    """
    found, left = QueryDict(mutable=True), list[str]()
    for sealed, form in _kept(request):
        if form.whose != account.get_username():
            continue
        if form.path != request.path:
            left.append(sealed)
            continue
        for name, values in QueryDict(form.fields).lists():
            found.setlist(name, values)
    # Stored only if it changes: a page that asks for news meanwhile would bring back what was just taken.
    if left != request.session.get(_KEPT, []):
        request.session[_KEPT] = left
    return found


def all_kept(request: HttpRequest) -> list[str]:
    """What can still be given back; ``hand_on`` takes it."""
    return [sealed for sealed, _ in _kept(request)]


def hand_on(request: HttpRequest, kept: list[str]) -> None:
    """Keep these in a session in which nobody is signed in, for as long as they may be kept."""
    if kept:
        request.session[_KEPT] = kept
        _expire(request)


def _expire(request: HttpRequest) -> None:
    """The session ends with what is kept in it, unless somebody signs in before."""
    request.session.set_expiry(int(LASTS.total_seconds()))


def _kept(request: HttpRequest) -> Iterator[tuple[str, _Form]]:
    for sealed in request.session.get(_KEPT, []):
        with suppress(Unreadable):  # sealed with keys of another time
            form = _Form(**json.loads(settings.PLAN.unseal(sealed)))
            if time.time() - form.at <= LASTS.total_seconds():
                yield sealed, form


def _owner(mark: str) -> str:
    try:
        return _SIGNER.unsign(mark)
    except BadSignature:
        return ""

"""What browsers are told on every page, and what Django itself finds wrong with the settings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asgiref.sync import sync_to_async
from django.core.management import call_command
from django.test import AsyncClient, Client
from django.test.utils import override_settings
from django.urls import reverse

from bot.web.settings import build
from tests.site import PLAN
from tests.web.test_access import ALL, LET_IN

TLS = replace(PLAN, url="https://posteingang.example", secret="0123456789abcdef" * 4)
CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}
STRICT = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def of(plan):
    """The settings that protect, as they are with *plan*; a running process cannot change the others."""
    kept = ("SESSION_", "CSRF_", "SECURE_", "ALLOWED_", "SECRET_", "X_FRAME", "DEBUG", "MIDDLEWARE", "PLAN")
    return {name: value for name, value in build(plan).items() if name.startswith(kept)}


def problems_of(answer) -> list[str]:
    """Strict headers that are missing or wrong."""
    found = [name for name, value in STRICT.items() if answer.get(name) != value]
    policy = {part.strip() for part in answer.get("Content-Security-Policy", "").split(";")}
    return found + sorted(policy ^ CSP)


async def opens(host: str, secure: bool = True):
    """The door of the site, under this name. (The asynchronous client always sends its own.)"""
    return await sync_to_async(Client().get)("/anmelden/", headers={"Host": host}, secure=secure)


@pytest.mark.parametrize("signed_in", [False, True])
async def test_every_route_sends_the_strict_headers(site, enter, signed_in):
    browser = await enter() if signed_in else AsyncClient()
    for route, arguments in ALL.items():
        if route != "account_logout":
            answer = await browser.get(reverse(route, kwargs=arguments))
            assert answer.status_code != LET_IN
            assert problems_of(answer) == [], route


async def test_a_page_that_does_not_exist_sends_them_too(site):
    assert problems_of(await AsyncClient().get("/gibt/es/nicht/")) == []


@pytest.mark.parametrize("file", ["web/site.css", "web/mark.svg", "mfa/js/webauthn.js"])
async def test_files_may_be_cached_and_are_for_this_site_only(site, file):
    answer = await AsyncClient().get(f"/static/{file}")
    assert answer.status_code == 200
    assert "max-age" in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer


async def test_pages_have_no_script_and_no_style_inside(site, enter):
    browser = await enter()
    for path in ("/anmelden/", "/anliegen/", "/zweiter-faktor/", "/passwort/", "/gibt-es-nicht/"):
        page = (await browser.get(path)).content.decode()
        assert " style=" not in page
        assert "<style" not in page
        assert " on" not in {part[:3] for part in page.split("<") if "=" in part}


async def test_cookies_over_tls_are_bound_to_this_host(site):
    with override_settings(**of(TLS)):
        answer = await opens("posteingang.example")
        cookie = answer.cookies["__Host-csrf"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        True,
        "Strict",
        "/",
        "",
    )
    assert build(TLS)["SESSION_COOKIE_NAME"] == "__Host-session"
    assert build(TLS)["SESSION_COOKIE_SECURE"]


def test_on_loopback_cookies_have_plain_names():
    """Browsers refuse names with __Host- where there is no TLS."""
    plain = build(replace(PLAN, url="http://127.0.0.1:8080"))
    assert (plain["SESSION_COOKIE_NAME"], plain["CSRF_COOKIE_NAME"]) == ("session", "csrf")
    assert not plain["SESSION_COOKIE_SECURE"]


@pytest.mark.parametrize("host", ["evil.example", "posteingang.example.evil.example", "127.0.0.1"])
async def test_over_tls_no_other_host_is_answered(site, host):
    with override_settings(**of(TLS)):
        answer = await opens(host)
    assert answer.status_code == 400


async def test_without_tls_the_site_sends_people_to_tls(site):
    with override_settings(**of(TLS)):
        answer = await opens("posteingang.example", secure=False)
    assert answer["Location"] == "https://posteingang.example/anmelden/"


def test_django_finds_nothing_to_warn_of():
    with override_settings(**of(TLS)):
        call_command("check", deploy=True, fail_level="WARNING")


@pytest.mark.django_db
def test_the_models_and_the_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

"""Signing in: the link, the password, the second factor; and everything that must not work."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from ipaddress import ip_network

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from asgiref.sync import sync_to_async
from django.core.exceptions import ValidationError
from django.test import AsyncClient
from django.utils import timezone
from fido2 import cbor
from fido2.utils import websafe_encode

from bot.core.staff import Role
from bot.web.accounts import staff
from bot.web.accounts.models import Account, Invitation
from bot.web.accounts.passkeys import why_not
from bot.web.accounts.passwords import Guessable
from bot.web.settings import build
from tests.site import PASSWORD, PLAN, an_account, totp_code

IN = "/anliegen/"


@pytest.fixture
def clock(time_machine):
    """The clock of the site; moved by ``clock.shift``."""
    time_machine.move_to("2026-11-23T09:00:00+00:00", tick=False)
    return time_machine


def a_credential() -> str:
    """What a browser sends for a new passkey; here of another site."""
    told = {"type": "webauthn.create", "challenge": "eA", "origin": "http://elsewhere.example"}
    key = cbor.encode({1: 2, 3: -7, -1: 1, -2: b"x" * 32, -3: b"y" * 32})
    about = b"r" * 32 + b"\x41" + bytes(20) + b"\0\1x" + key
    response = {
        "clientDataJSON": websafe_encode(json.dumps(told).encode()),
        "attestationObject": websafe_encode(cbor.encode({"fmt": "none", "attStmt": {}, "authData": about})),
    }
    return json.dumps({"id": "eA", "rawId": "eA", "type": "public-key", "response": response})


async def invited(name="Kaya", role=Role.CASEWORKER) -> str:
    """The path of a fresh one-time link."""
    token = await sync_to_async(staff.add)(name, role, ("bocholt",))
    return f"/einladung/{token}/"


async def chooses(browser, link, password=PASSWORD, again=""):
    return await browser.post(link, {"password": password, "again": again or password})


async def signs_in(browser, name="Kaya", password=PASSWORD):
    return await browser.post("/anmelden/", {"login": name, "password": password})


async def code_of(name: str, at: float) -> str:
    factor = await Authenticator.objects.aget(user__name=name, type="totp")
    return totp_code(PLAN.unseal(factor.data["secret"]), at)


async def is_in(browser) -> bool:
    return (await browser.get(IN)).status_code == HTTPStatus.OK


# the one-time link


async def test_a_link_leads_to_a_password_a_second_factor_and_in(site, clock):
    browser, link = AsyncClient(), await invited()
    assert "Willkommen, Kaya" in (await browser.get(link)).content.decode()
    assert (await chooses(browser, link))["Location"] == "/"
    assert (await browser.get(IN))["Location"] == "/zweiter-faktor/"
    page = (await browser.get("/zweiter-faktor/totp/activate/")).content.decode()
    groups = re.search(r'class="secret groups">(.*?)</code>', page).group(1)
    assert len(re.findall(r"<span>\w{4}</span>", groups)) == 8
    secret = re.sub("<.*?>", "", groups)
    answer = await browser.post("/zweiter-faktor/totp/activate/", {"code": totp_code(secret, time.time())})
    assert answer["Location"] == "/zweiter-faktor/recovery-codes/"
    assert (
        len(
            re.findall(
                r"<span>\d{4}</span><span>\d{4}</span>",
                (await browser.get(answer["Location"])).content.decode(),
            )
        )
        == 8
    )
    assert await is_in(browser)
    assert [act[:2] for act in await site.audit()] == [
        ("Kaya", "invitation_used"),
        ("Kaya", "signed_in"),
        ("Kaya", "factor_added"),
        ("Kaya", "factor_added"),
    ]


async def test_a_link_is_good_once(site):
    link = await invited()
    assert (await chooses(AsyncClient(), link)).status_code == HTTPStatus.FOUND
    assert (await chooses(AsyncClient(), link, "ein anderer langer Satz 8")).status_code == HTTPStatus.GONE
    account = await Account.objects.aget(name="Kaya")
    assert await account.acheck_password(PASSWORD)


async def test_looking_at_a_link_does_not_use_it_up(site):
    """Programs that look for harm in mails open every link."""
    link = await invited()
    for _ in range(3):
        assert (await AsyncClient().get(link)).status_code == HTTPStatus.OK
    assert (await chooses(AsyncClient(), link)).status_code == HTTPStatus.FOUND


async def test_a_link_is_good_for_fifteen_minutes(site, clock):
    link = await invited()
    clock.shift(timedelta(minutes=15, seconds=1))
    assert (await AsyncClient().get(link)).status_code == HTTPStatus.GONE
    assert (await chooses(AsyncClient(), link)).status_code == HTTPStatus.GONE


async def test_a_new_link_ends_the_one_before(site):
    first = await invited()
    second = await sync_to_async(staff.reset)("Kaya")
    assert (await AsyncClient().get(first)).status_code == HTTPStatus.GONE
    assert (await AsyncClient().get(f"/einladung/{second}/")).status_code == HTTPStatus.OK


async def test_the_link_itself_stands_nowhere(site):
    link = await invited()
    kept = await Invitation.objects.aget()
    assert kept.digest not in link
    assert link.split("/")[2] not in PLAN.database.read_bytes().decode("latin-1")


@pytest.mark.parametrize(
    ("password", "again", "complaint"),
    [
        ("kurz", "kurz", "mindestens 15 Zeichen"),
        ("passwortpasswort", "passwortpasswort", "wiederholt sich"),
        ("JobcenterBorken2026!", "JobcenterBorken2026!", "leicht zu erraten"),
        (PASSWORD, "ein anderer langer Satz 8", "nicht gleich"),
        ("1q2w3e4r5t6y7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "benutzen sehr viele"),
    ],
)
async def test_a_bad_password_is_refused_and_the_link_stays_good(site, password, again, complaint):
    link = await invited()
    answer = await chooses(AsyncClient(), link, password, again)
    assert complaint in answer.content.decode()
    assert (await AsyncClient().get(link)).status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    "password",
    [
        "passwortpasswort",
        "Passwort-Passwort-Passwort",
        "abcabcabcabcabcabc",
        "aaaaaaaaaaaaaaaaaaa",
        "123456789012345678",
        "qwertzuiopasdfghjkl",
        "Sommer2026Sommer!!",
        "Bocholt-Passwort-1234",
    ],
)
def test_what_is_long_and_guessed_all_the_same_is_refused(password):
    with pytest.raises(ValidationError):
        Guessable().validate(password)


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "Tisch Wolke Fahrrad Salz",
        "morgen gehen wir angeln",
        "x7Kq9vTz2LpWm4Rc8b",
        "день добрый мир труд",
        "7391-8264-5017-9348-2605-1",
    ],
)
def test_a_good_password_is_taken(password):
    Guessable().validate(password)


# name, password, second factor


async def test_name_password_and_code_lead_in(site, clock):
    await sync_to_async(an_account)("Kaya")
    browser = AsyncClient()
    assert (await signs_in(browser, "kAYA"))["Location"] == "/zweiter-faktor/authenticate/"
    assert not await is_in(browser)
    answer = await browser.post("/zweiter-faktor/authenticate/", {"code": await code_of("Kaya", time.time())})
    assert answer["Location"] == "/"
    assert await is_in(browser)


async def test_a_code_is_good_once(site, clock):
    await sync_to_async(an_account)("Kaya")
    code = await code_of("Kaya", time.time())
    for inside in (True, False):
        browser = AsyncClient()
        await signs_in(browser)
        await browser.post("/zweiter-faktor/authenticate/", {"code": code})
        assert await is_in(browser) is inside


async def test_a_wrong_code_leads_nowhere_and_is_recorded(site):
    await sync_to_async(an_account)("Kaya")
    browser = AsyncClient()
    await signs_in(browser)
    answer = await browser.post("/zweiter-faktor/authenticate/", {"code": "000000"})
    assert "Der Code stimmt nicht" in answer.content.decode()
    assert not await is_in(browser)
    assert await site.audit() == [("Kaya", "sign_in_failed", "", "code")]


async def test_without_a_second_factor_a_password_alone_leads_nowhere(site):
    """Who has only stolen a password must not be the one who sets up the second factor."""
    await sync_to_async(an_account)("Kaya", has_factor=False)
    browser = AsyncClient()
    await signs_in(browser)
    for path in (IN, "/zweiter-faktor/totp/activate/", "/zweiter-faktor/webauthn/add/"):
        assert (await browser.get(path))["Location"].startswith("/anmelden/")
    assert "zweiter Faktor" in (await browser.get("/anmelden/")).content.decode()


@pytest.mark.parametrize(("network", "inside"), [("127.0.0.0/8", True), ("10.20.0.0/16", False)])
async def test_from_a_trusted_network_it_needs_none(site, settings, network, inside):
    settings.PLAN = replace(PLAN, trusted_networks=(ip_network(network),))
    await sync_to_async(an_account)("Kaya", has_factor=False)
    browser = AsyncClient()  # on 127.0.0.1
    await signs_in(browser)
    assert await is_in(browser) is inside


async def test_a_recovery_code_is_taken_as_it_is_printed_with_blanks(site):
    account = await sync_to_async(an_account)("Kaya")
    codes = await sync_to_async(RecoveryCodes.activate)(account)
    code = (await sync_to_async(codes.get_unused_codes)())[0]
    browser = AsyncClient()
    await signs_in(browser)
    await browser.post("/zweiter-faktor/authenticate/", {"code": f" {code[:4]} {code[4:]}"})
    assert await is_in(browser)


async def test_a_code_of_the_app_is_taken_with_a_blank_too(site, clock):
    await sync_to_async(an_account)("Kaya")
    code = await code_of("Kaya", time.time())
    browser = AsyncClient()
    await signs_in(browser)
    await browser.post("/zweiter-faktor/authenticate/", {"code": f"{code[:3]} {code[3:]}"})
    assert await is_in(browser)


# passkeys


@pytest.mark.parametrize(
    ("host", "secure", "said"),
    [
        ("posteingang.example", True, ""),
        ("localhost:8080", False, ""),
        ("localhost", False, ""),
        ("127.0.0.1:8080", False, "http://localhost:8080/"),
        ("[::1]:8080", False, "http://localhost:8080/"),
        ("posteingang.example", False, "fragen Sie Ihre IT"),
        ("10.1.2.3", True, "fragen Sie Ihre IT"),
    ],
)
def test_a_passkey_needs_a_name_and_tls_or_the_own_machine(rf, settings, host, secure, said):
    settings.ALLOWED_HOSTS = ["*"]
    reason = why_not(rf.get("/", secure=secure, headers={"Host": host}))
    assert bool(reason) is bool(said)
    assert said in reason


async def test_where_no_passkey_can_work_none_is_offered_and_the_page_says_why(site, enter):
    """The tests' own address is a name without TLS."""
    browser = await enter()
    for path in ("/zweiter-faktor/", "/zweiter-faktor/webauthn/", "/zweiter-faktor/webauthn/add/"):
        await browser.post("/bestaetigen/", {"password": PASSWORD})
        page = (await browser.get(path)).content.decode()
        assert "Passkeys gehen nicht unter http://testserver" in page
        assert "Passkey einrichten</a>" not in page
        assert "mfa_webauthn_add" not in page


async def test_a_passkey_that_does_not_fit_is_told_and_not_as_a_code(site, enter):
    browser = await enter("Kaya")
    await browser.post("/bestaetigen/", {"password": PASSWORD})
    await browser.get("/zweiter-faktor/webauthn/add/", secure=True)
    sent = {"name": "USB", "credential": a_credential()}
    answer = await browser.post("/zweiter-faktor/webauthn/add/", sent, secure=True)
    assert "Dieser Passkey passt nicht" in answer.content.decode()


async def test_secrets_of_second_factors_are_stored_sealed(site):
    await sync_to_async(an_account)("Kaya")
    factor = await Authenticator.objects.aget(type="totp")
    assert factor.data["secret"].startswith("sealed ")


async def test_the_last_second_factor_cannot_be_given_up(site, enter):
    browser = await enter("Kaya")
    await browser.post("/bestaetigen/", {"password": PASSWORD})
    answer = await browser.post("/zweiter-faktor/totp/deactivate/")
    assert "einziger zweiter Faktor" in answer.content.decode()
    assert await Authenticator.objects.filter(type="totp").acount() == 1


async def test_the_last_passkey_cannot_be_given_up_either(site, enter):
    browser = await enter("Kaya", has_factor=False)
    account = await Account.objects.aget()
    key = await Authenticator.objects.acreate(user=account, type="webauthn", data={"name": "USB"})
    answer = await browser.post(f"/zweiter-faktor/webauthn/keys/{key.pk}/remove/")
    assert answer["Location"] == "/zweiter-faktor/"
    assert await Authenticator.objects.acount() == 1


async def test_changing_the_second_factor_asks_for_the_password_again(site, enter):
    browser = await enter("Kaya")
    answer = await browser.get("/zweiter-faktor/recovery-codes/generate/")
    assert answer["Location"].startswith("/bestaetigen/")


# wrong passwords


async def test_after_five_wrong_passwords_the_right_one_does_not_help_either(site, settings, clock):
    """However the name is typed. The library's own limit is off here: it would hide a fault of this one."""
    settings.ACCOUNT_RATE_LIMITS = False
    await sync_to_async(an_account)("Kaya")
    for name in ("Kaya", "kaya", " KAYA", "kayA", "Kaya"):
        answer = await signs_in(AsyncClient(), name, "falsch")
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    answer = await signs_in(AsyncClient())
    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "15 Minuten" in answer.content.decode()
    clock.shift(timedelta(minutes=15, seconds=1))
    assert (await signs_in(AsyncClient()))["Location"] == "/zweiter-faktor/authenticate/"
    assert ("Kaya", "locked_out", "", "") in await site.audit()


async def test_unlocking_helps_at_once(site, clock):
    await sync_to_async(an_account)("Kaya")
    for _ in range(6):
        await signs_in(AsyncClient(), password="falsch")
    assert (await signs_in(AsyncClient())).status_code != HTTPStatus.FOUND
    assert await sync_to_async(staff.unlock)("kaya")
    assert (await signs_in(AsyncClient()))["Location"] == "/zweiter-faktor/authenticate/"


async def test_a_name_that_is_not_known_is_answered_in_the_same_words(site):
    await sync_to_async(an_account)("Kaya")
    answers = [
        (await signs_in(AsyncClient(), name, "falsch")).content.decode() for name in ("Kaya", "Niemand")
    ]
    known, unknown = (re.findall(r'class="errorlist.*?</ul>', page) for page in answers)
    assert known == unknown
    assert known


async def test_what_was_typed_as_a_name_is_not_kept_in_the_audit(site):
    """Some type their password there."""
    await signs_in(AsyncClient(), "my secret password", "falsch")
    assert await site.audit() == [("unknown", "sign_in_failed", "", "password")]


# being in


async def test_after_thirty_minutes_without_anything_one_is_out(site, enter, clock):
    browser = await enter()
    clock.shift(timedelta(minutes=29))
    assert await is_in(browser)
    clock.shift(timedelta(minutes=29))
    assert await is_in(browser)
    clock.shift(timedelta(minutes=31))
    assert not await is_in(browser)
    assert "Ihre Sitzung ist abgelaufen" in (await browser.get("/anmelden/")).content.decode()


async def test_after_ten_hours_one_is_out_however_busy(site, enter, clock):
    browser = await enter()
    for _ in range(30):
        clock.shift(timedelta(minutes=20))
        assert await is_in(browser)
    clock.shift(timedelta(minutes=1))
    assert not await is_in(browser)


async def test_signing_out_ends_the_session_also_for_a_stolen_cookie(site, enter):
    browser, thief = await enter(), AsyncClient()
    thief.cookies.update(browser.cookies)
    assert await is_in(thief)
    await browser.post("/abmelden/")
    assert not await is_in(thief)
    assert ("Kaya", "signed_out", "", "") in await site.audit()


async def test_signing_in_gives_a_session_of_a_new_name(site):
    await sync_to_async(an_account)("Kaya")
    browser = AsyncClient()
    await signs_in(browser)
    before = browser.cookies["session"].value
    await browser.post("/zweiter-faktor/authenticate/", {"code": await code_of("Kaya", time.time())})
    assert await is_in(browser)
    assert browser.cookies["session"].value != before


async def test_a_new_password_ends_all_other_sessions(site, enter):
    browser = await enter()
    other = AsyncClient()
    await other.aforce_login(
        await Account.objects.aget(), "allauth.account.auth_backends.AuthenticationBackend"
    )
    new = "noch ein langer Satz 9"
    answer = await browser.post("/passwort/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == HTTPStatus.FOUND
    assert await is_in(browser)
    assert not await is_in(other)
    assert ("Kaya", "password_changed", "", "") in await site.audit()


async def test_two_different_new_passwords_are_refused(site, enter):
    browser = await enter()
    answer = await browser.post(
        "/passwort/", {"oldpassword": PASSWORD, "password1": "noch ein langer Satz 9", "password2": "x"}
    )
    assert "nicht gleich" in answer.content.decode()


@pytest.mark.parametrize("change", [staff.reset, staff.remove])
async def test_who_is_reset_or_removed_is_out_at_once(site, enter, change):
    browser = await enter()
    assert await is_in(browser)
    await sync_to_async(change)("Kaya")
    assert not await is_in(browser)


async def test_nobody_can_register(site):
    assert (await AsyncClient().get("/geschlossen/registrieren/")).status_code == HTTPStatus.NOT_FOUND
    assert "egistrieren" not in (await AsyncClient().get("/anmelden/")).content.decode()


def test_passwords_are_kept_as_argon2id():
    assert build(PLAN)["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


async def test_a_session_that_is_over_is_dropped_at_the_next_start(site, enter, clock):
    from django.contrib.sessions.models import Session
    from django.core.management import call_command

    await enter()
    assert await Session.objects.filter(expire_date__gt=timezone.now()).acount() == 1
    clock.shift(timedelta(hours=11))
    await sync_to_async(call_command)("clearsessions")
    assert await Session.objects.acount() == 0

"""The fields that several forms share: town, phone number with the notice, name."""

from __future__ import annotations

import re
import unicodedata

from bot.core import phone as phones
from bot.core.flows.form import Again, Field, Fill, Leave, Reading
from bot.core.flows.office import asleep_note
from bot.core.knowledge import phone_of
from bot.core.matching import Band
from bot.core.matching.cues import IN_NO_NAME
from bot.core.phone import Phone, Refusal
from bot.core.places import ELSEWHERE, find_office
from bot.core.scene import Scene, below, beside, button, go, say
from bot.core.talk import Choice, Phrase, Say

NOTICE = "1"
"""The version of the privacy notice that the contact step shows; a ticket is never made without it."""
NAME_LENGTH = 60
_NAME_CUE = re.compile(
    r"^\s*(?:nein,?\s*)?(?:ich hei(?:ß|ss)e|mein name ist|ich bin(?: die| der)?|name:?)\s+", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’-])*", re.UNICODE)
_FROM_HERE = re.compile(r"\b(?:wohne|komme aus|lebe in|ort ist|wohnort)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"^\s*(?:(?:ja|nein|doch|also)\b[\s,!.]*)?(?:(?:herr|frau)\s+)?", re.IGNORECASE)


# -- town ---------------------------------------------------------------------------------------


def _ask_town(scene: Scene) -> Say:
    offices = [office for office in scene.world.kb.offices if office.tickets]
    towns = beside(button(office.id, text=office.town) for office in offices)
    return say("ask-town", *towns, (button("elsewhere"),))


def _read_town(scene: Scene, text: str) -> Reading:
    small = scene.world.finder.find(text).band is Band.SMALLTALK
    found = None if small else find_office(text, scene.world.kb.offices)
    if found == ELSEWHERE:
        return _choose_town(scene, ELSEWHERE)
    if found is None or isinstance(found, str):
        named = _looks_like_a_place(scene, text)
        return Again(say("town-unknown")) if named else None
    return _choose_town(scene, found.id)


def _choose_town(scene: Scene, value: str) -> Reading:
    if value == ELSEWHERE:
        return Leave((say("town-elsewhere", (go("menu", "button-another-question"),)),))
    office = scene.world.kb.office(value)
    if office is None:
        return None
    if not office.tickets:
        return Leave(
            (
                say(
                    "office-takes-none",
                    (go("menu", "button-another-question"),),
                    town=office.town,
                    phone=phone_of(office),
                ),
            )
        )
    asleep = asleep_note(scene.now_with(draft={"town": office.id}))
    return Fill({"town": office.id}, note=asleep[0] if asleep else None)


def _correct_town(scene: Scene, text: str) -> Reading:
    """Another town inside a sentence that speaks of living somewhere."""
    if not _FROM_HERE.search(text):
        return None
    found = find_office(text, scene.world.kb.offices, fuzzy=False)
    if found is None or isinstance(found, str) or found.id == scene.session.draft.get("town"):
        return None
    return _choose_town(scene, found.id)


def _looks_like_a_place(scene: Scene, text: str) -> bool:
    return len(text.split()) <= 3 and "?" not in text and scene.world.finder.find(text).band is Band.NONE


TOWN = Field("town", _ask_town, _read_town, _choose_town, _correct_town)


# -- phone --------------------------------------------------------------------------------------


def contact_field(purpose: str, last: str = "no-phone") -> Field:
    """The field ``phone``: the notice with this *purpose* and the ways to give a number.

    Nothing personal is asked before the notice was shown. *last* is the way for those who give none:
    "no-phone" ends the form kindly, "without" goes on without a number.
    """
    return Field(
        "phone",
        lambda scene: _ask_contact(scene, purpose, last),
        _read_phone,
        _choose_contact,
        _correct_phone,
        _contact_shared,
        keys=("phone_own", "typing", "phone_named", "safe"),
    )


def _ask_contact(scene: Scene, purpose: str, last: str) -> Say:
    draft, rules = scene.session.draft, scene.world.rules
    if draft.get("typing") == "yes":
        return say("ask-phone", (go("self-call"), go("cancel")))
    known = (button("known", number=phones.shown(draft["phone_named"])),) if "phone_named" in draft else ()
    share: tuple[Choice, ...] = ()
    if scene.world.shares_contact:
        share = (Choice("share", key="button-share", kind="contact"),)
    rows = below(*known, *share, button("type"), button(last), go("self-call"))
    channel = "telegram" if scene.incoming.chat.channel == "telegram" else "here"
    parts = (
        Phrase(purpose, {"days": str(rules.days_kept)}),
        Phrase("notice-channel", {"channel": channel}),
    )
    return Say(parts, rows)


def _read_phone(scene: Scene, text: str) -> Reading:
    phone = phones.parse_phone(text)
    if isinstance(phone, Phone):
        return _filled(phone, own=False)
    if phone is Refusal.NONE:
        return Fill({"typing": "yes"}) if scene.world.finder.command(text) == "yes" else None
    return Again(say(f"phone-{phone.value}"))


def _choose_contact(scene: Scene, value: str) -> Reading:
    if value in ("type", "share"):  # "share" as a text: a device that cannot share its number
        return Fill({"typing": "yes"})
    if value == "known":
        return _read_phone(scene, scene.session.draft.get("phone_named", ""))
    if value == "without":
        return Fill({"phone": "", "phone_own": "", "notice": NOTICE})
    if value == "no-phone":
        return Leave((say("no-phone", (go("menu", "button-another-question"),)),))
    return None


def _contact_shared(scene: Scene) -> Reading:
    contact = scene.incoming.contact
    if contact is None:
        return None
    number = contact.phone if contact.phone.startswith("+") else f"+{contact.phone}"
    phone = phones.parse_phone(number)
    if isinstance(phone, Refusal):
        phone = phones.parse_phone(contact.phone)
    if isinstance(phone, Refusal):
        return Again(say("phone-impossible"))
    return _filled(phone, contact.own)


def _correct_phone(scene: Scene, text: str) -> Reading:
    phone = phones.parse_phone(text)
    if isinstance(phone, Phone) and phone.e164 != scene.session.draft.get("phone"):
        return _filled(phone, own=False)
    return None


def _filled(phone: Phone, own: bool) -> Fill:
    key = "phone-read-foreign" if phone.foreign else "phone-read"
    return Fill(
        {"phone": phone.e164, "phone_own": "yes" if own else "", "notice": NOTICE},
        note=say(key, number=phone.shown),
    )


def _ask_safe(_: Scene) -> Say:
    return say("ask-safe", (button("yes"), button("no")))


def _choose_safe(_: Scene, value: str) -> Reading:
    if value == "no":
        return Fill({"safe": "no"}, note=say("unsafe-call"))
    return Fill({"safe": "yes"}) if value == "yes" else None


def _after_violence(scene: Scene) -> bool:
    return scene.session.unsafe and scene.session.draft.get("phone") != ""


SAFE = Field(
    "safe",
    _ask_safe,
    choose=_choose_safe,
    needed=_after_violence,
    on_first_miss="example-button",
    changeable=False,
)


# -- name ---------------------------------------------------------------------------------------


def _ask_name(scene: Scene) -> Say:
    if _profile_name(scene) and scene.session.draft.get("naming") != "yes":
        return say("confirm-name", (button("yes"), button("no", "button-no-name")))
    return say("ask-name" if "half_name" not in scene.session.draft else "name-both")


def _read_name(scene: Scene, text: str) -> Reading:
    cued = _NAME_CUE.match(text) is not None
    bare = _NAME_CUE.sub("", text, count=1) if cued else text
    name = clean_name(_BEFORE_NAME.sub("", bare, count=1))
    words = name.casefold().split()
    if not name or "?" in text or len(words) > 5 or IN_NO_NAME & set(words):
        return None
    if not cued and scene.world.finder.find(text).band in (Band.ANSWER, Band.SMALLTALK):
        return None
    return _whole_name(scene, name)


def _whole_name(scene: Scene, name: str) -> Fill:
    """First name and surname; of a single word the other one is asked for once."""
    half = scene.session.draft.get("half_name")
    if len(name.split()) > 1 or half == name:
        return Fill({"name": name})
    if half is None:
        return Fill({"half_name": name, "naming": "yes"})
    return Fill({"name": f"{half} {name}"})


def _choose_name(scene: Scene, value: str) -> Reading:
    if value == "yes" and _profile_name(scene):
        return Fill({"name": _profile_name(scene)})
    return Fill({"naming": "yes"}) if value == "no" else None


def _correct_name(scene: Scene, text: str) -> Reading:
    return _read_name(scene, text) if _NAME_CUE.match(text) else None


def clean_name(text: str) -> str:
    """*text* as a name: letters, spaces, dots, hyphens, apostrophes; else empty. At most 60 characters."""
    name = " ".join(unicodedata.normalize("NFC", text).split()).strip(" .,-")
    return name if 2 <= len(name) <= NAME_LENGTH and _NAME.fullmatch(name) else ""


def _profile_name(scene: Scene) -> str:
    return clean_name(scene.incoming.name)


NAME = Field("name", _ask_name, _read_name, _choose_name, _correct_name, keys=("naming", "half_name"))

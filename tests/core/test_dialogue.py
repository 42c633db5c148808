"""What the bot says to citizens, as conversations with the pure core."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.calendar import URGENT_WITHIN
from bot.core.talk import ForgetMe, Later, Rules, SaveTicket
from bot.core.tickets import Kind, State
from tests.talker import Talker, a_knowledge_base, an_entry


def a_sent_call(talker: Talker) -> Talker:
    for act in (
        lambda: talker.say("ruf mich an"),
        lambda: talker.press("Ein Brief"),
        lambda: talker.press("Bocholt"),
        talker.share,
        lambda: talker.press("Ja"),
        lambda: talker.press("Vormittags"),
        lambda: talker.press("Absenden"),
    ):
        act()
    return talker


def test_the_first_start_says_that_it_is_a_program():
    talker = Talker()
    talker.say("/start")
    assert "kein Mensch" in talker.all
    assert "112" in talker.all
    assert "Probebetrieb" in talker.all
    talker.say("/start")
    assert "kein Mensch" not in talker.all


def test_a_question_gets_its_answer_with_the_fitting_buttons():
    talker = Talker()
    talker.say("Termin verpennt")
    assert "Die Antwort zu termin-verpasst." in talker.all
    assert "Noch nicht vom Jobcenter geprüft" in talker.all
    assert talker.buttons == ["Bitte anrufen", "Einfacher", "Mehr dazu", "Hat geholfen", "Hat nicht geholfen"]


def test_a_signed_answer_says_when_it_was_checked():
    entries = (an_entry("termin-verpasst", approved_by="Leitung"),)
    talker = Talker(kb=a_knowledge_base(entries=entries))
    talker.say("termin verpennt")
    assert "Geprüft am 22.11.2026" in talker.all


def test_in_live_mode_unsigned_answers_are_not_given():
    talker = Talker(rules=Rules(trial=False, shows_unsigned=False))
    talker.say("termin verpennt")
    assert "Das weiß ich leider nicht" in talker.all


def test_a_withdrawn_answer_is_said_to_be_under_review():
    talker = Talker(kb=a_knowledge_base(withdrawn=frozenset({"termin-verpasst"})))
    talker.say("termin verpennt")
    assert "prüfen wir gerade" in talker.all
    assert "Die Antwort" not in talker.all


def test_unsure_asks_back_at_most_twice_and_then_offers_a_human():
    talker = Talker()
    for _ in range(2):
        talker.say("irgendwas mit termin")
        assert talker.last.startswith("Meinten Sie")
        assert talker.buttons[-1] == "Nichts davon"
        assert len(talker.buttons) == 4
    talker.say("irgendwas mit termin")
    assert "mit einem Menschen" in talker.all
    assert "Bitte anrufen" in talker.buttons


def test_the_unknown_is_answered_honestly():
    talker = Talker()
    talker.say("wie hoch ist der eiffelturm")
    assert talker.last.startswith("Das weiß ich leider nicht")
    assert "Bitte anrufen" in talker.buttons


@pytest.mark.parametrize("typed", ["2", "Nr. 2", "Einfacher", "einfacher", "٢"])
def test_every_button_can_be_typed(typed):
    talker = Talker()
    talker.say("termin verpennt")
    talker.say(typed)
    assert "Einfach gesagt: termin-verpasst." in talker.all


def test_typed_numbers_mean_the_newest_offer_only():
    talker = Talker()
    talker.say("termin verpennt")
    talker.press("Hat geholfen")
    talker.say("2")
    assert "Einfach gesagt" not in talker.all


def test_more_shows_law_source_and_related_topics():
    talker = Talker()
    talker.say("termin verpennt")
    talker.press("Mehr dazu")
    assert "§ 32 SGB II" in talker.all
    assert "https://" in talker.all
    assert talker.buttons == ["Sanktion Hoehe"]


# -- the call-back --------------------------------------------------------------------------------


def test_a_call_back_from_the_first_word_to_the_number():
    talker = Talker()
    talker.say("ruf mich an")
    assert "Worum geht es?" in talker.all
    talker.press("Ein Brief")
    assert "welchem Ort" in talker.last
    talker.press("Bocholt")
    assert "30 Tage" in talker.last
    assert "Telegram ist eine fremde Firma" in talker.last
    talker.share()
    assert "+49 171 3920017" in talker.all
    assert "richtiger Name" in talker.last
    talker.press("Ja")
    talker.press("Vormittags")
    assert "Alles richtig?" in talker.last
    assert "vormittags · Bocholt · Telefon: …017" in talker.last
    talker.press("Absenden")
    ticket = talker.tickets[0]
    assert "AAA-AAA" in talker.last
    assert "Einen genauen Tag kann ich nicht sagen" in talker.last
    assert (ticket.kind, ticket.office, ticket.topic, ticket.wish) == (
        Kind.PHONE_CALL,
        "bocholt",
        "letter",
        "mornings",
    )
    assert (ticket.name, ticket.phone, ticket.phone_own) == ("Aylin Kaya", "+491713920017", True)
    assert talker.session.draft == {}


def test_the_receipt_replaces_the_summary_and_holds_nothing_personal():
    talker = a_sent_call(Talker())
    receipt = talker.turn.says[0]
    assert receipt.replaces == "summary"
    assert "Kaya" not in talker.all
    assert "3920017" not in talker.all
    assert "017" not in talker.all


def test_a_call_time_is_promised_only_where_the_office_has_agreed():
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    talker.press("Rhede")
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    talker.press("Absenden")
    assert "bis Mittwoch, 25.11., 12 Uhr" in talker.last


def test_a_call_from_an_answer_does_not_ask_for_the_topic():
    talker = Talker()
    talker.say("termin verpennt")
    talker.press("Bitte anrufen")
    assert "welchem Ort" in talker.last
    assert talker.session.draft["topic"] == "termin-verpasst"


def test_money_asks_for_need_and_need_makes_it_urgent():
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Geld oder Miete")
    talker.press("Ja, dringend")
    talker.press("Bocholt")
    talker.share()
    talker.press("Ja")
    talker.press("So bald")
    talker.press("Absenden")
    ticket = talker.tickets[0]
    assert (ticket.urgent, ticket.due_at - ticket.created_at) == (True, URGENT_WITHIN)
    assert talker.last.startswith("Bitte rufen Sie heute selbst an.")


def test_an_urgent_entry_makes_an_urgent_call():
    talker = Talker()
    talker.say("kein geld für essen")
    talker.press("Bitte anrufen")
    assert talker.session.draft["need"] == "yes"


@pytest.mark.parametrize("typed", ["bochold", "46397", "in Barlo", "Ich wohne in Bocholt", "BOCHOLT!"])
def test_the_town_is_understood_as_people_write_it(typed):
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    talker.say(typed)
    assert talker.session.draft["town"] == "bocholt"


@pytest.mark.parametrize("typed", ["48143", "Woanders"])
def test_a_town_outside_the_kreis_ends_kindly(typed):
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    talker.say(typed)
    assert "nicht zuständig" in talker.all
    assert talker.session.flow == ""


def test_an_unknown_place_is_asked_back_with_the_list():
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    talker.say("Münster")
    assert "finde ich im Kreis Borken nicht" in talker.all
    assert "Woanders" in talker.buttons


def test_an_office_that_takes_no_messages_is_not_offered_and_says_so():
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    assert "Gronau" not in talker.buttons
    talker.say("Gronau")
    assert "keine Nachrichten weitergeben" in talker.all


def up_to_contact(talker: Talker) -> Talker:
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    talker.press("Bocholt")
    return talker


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("110", "Notrufnummer"),
        ("0900 1234567", "Servicenummer"),
        ("12", "zu kurz"),
        ("0171 99999999999", "gibt es so nicht"),
        ("keine ahnung", "keine Telefonnummer"),
    ],
)
def test_a_number_that_cannot_be_called_is_refused_with_the_reason(typed, words):
    talker = up_to_contact(Talker())
    talker.say(typed)
    assert words in talker.all
    assert "phone" not in talker.session.draft


def test_a_foreign_number_is_taken_and_named_as_such():
    talker = up_to_contact(Talker())
    talker.say("+31 6 12345678")
    assert "aus dem Ausland" in talker.all
    assert talker.session.draft["phone"] == "+31612345678"


def test_the_contact_of_somebody_else_counts_as_typed():
    talker = up_to_contact(Talker())
    talker.share(own=False)
    talker.press("Ja")
    talker.press("Vormittags")
    talker.press("Absenden")
    assert not talker.tickets[0].phone_own


def test_who_cannot_phone_is_told_other_ways():
    talker = up_to_contact(Talker())
    talker.press("nicht telefonieren")
    assert "Brief" in talker.all
    assert talker.session.flow == ""


def test_who_rather_calls_keeps_nothing():
    talker = up_to_contact(Talker())
    talker.press("Lieber selbst anrufen")
    assert "nichts gespeichert" in talker.all
    assert talker.session.draft == {}


def test_a_typed_name_is_asked_for_where_the_profile_is_not_right():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Nein, ich schreibe ihn")
    talker.say("ich heiße Fatma Öztürk-Schulz")
    assert talker.session.draft["name"] == "Fatma Öztürk-Schulz"


def test_without_a_profile_name_the_name_is_asked_at_once():
    talker = up_to_contact(Talker(name=""))
    talker.share()
    assert "Wie heißen Sie?" in talker.last
    talker.say("0171")
    assert "name" not in talker.session.draft


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("nein, die Nummer ist 0151 23456789", "phone", "+4915123456789"),
        ("nein ich wohne in Borken", "town", "borken"),
        ("nein, ich heiße Maria Muster", "name", "Maria Muster"),
    ],
)
def test_an_earlier_field_is_corrected_in_the_middle(typed, field, value):
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.say(typed)
    assert talker.session.draft[field] == value
    assert "Wann passt ein Anruf?" in talker.last


def test_a_question_in_the_middle_is_answered_and_the_form_asks_again():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.say("was passiert wenn ich nicht komme?")
    assert "Die Antwort zu sanktion-hoehe." in talker.all
    assert "Wann passt ein Anruf?" in talker.last
    assert talker.session.step == "when"


def test_two_misses_lead_to_the_ways_out():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.say("lila kühe")
    assert "Zum Beispiel" in talker.all
    talker.say("grüne kühe")
    assert "Abbrechen" in talker.buttons
    assert "Lieber selbst anrufen" in talker.buttons
    assert "Vormittags" in talker.buttons


def test_a_certain_day_is_offered_typed_and_checked():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.press("Bestimmter Tag")
    assert talker.buttons[0] == "Dienstag, 24.11."
    talker.say("Samstag")
    assert "niemand da" in talker.all
    talker.say("26.11.")
    assert "Donnerstag, 26.11. · Bocholt" in talker.last
    talker.press("Absenden")
    assert talker.tickets[0].wish == "2026-11-26"


def test_changing_one_field_asks_only_that_one():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    talker.press("Etwas ändern")
    talker.press("Ort")
    talker.press("Borken")
    assert "vormittags · Borken" in talker.last


def test_the_summary_is_edited_away_whatever_follows():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    talker.say("abbrechen")
    assert talker.turn.says[0].replaces == "summary"
    assert talker.session.flow == ""


def test_back_asks_the_question_before():
    talker = up_to_contact(Talker())
    talker.say("zurück")
    assert "welchem Ort" in talker.last
    talker.say("zurück")
    assert "Worum geht es?" in talker.last
    talker.say("zurück")
    assert talker.session.flow == ""


def test_what_the_message_said_is_not_asked_again():
    talker = Talker()
    talker.finder.commands["bitte anruf 0171 3920017 in bocholt"] = "call_me"
    talker.say("bitte anruf 0171 3920017 in bocholt")
    talker.press("Ein Brief")
    assert "stimmt" in talker.buttons[0]
    talker.press("stimmt")
    assert talker.session.draft["phone"] == "+491713920017"
    assert talker.session.draft["notice"] == "1"


def test_sending_twice_tells_what_is_stored():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    token = talker.choice("Absenden").token
    talker.tap(token)
    talker.tap(token)
    assert "schon gespeichert" in talker.all
    assert "AAA-AAA" in talker.all
    assert len(talker.tickets) == 1


def test_a_second_wish_shows_the_one_there_is():
    talker = a_sent_call(Talker())
    talker.say("ruf mich an")
    assert "AAA-AAA" in talker.all
    talker.press("Ja, etwas anderes")
    assert "Worum geht es?" in talker.all


def test_three_open_wishes_are_the_most():
    talker = a_sent_call(Talker())
    talker.tickets = tuple(
        replace(talker.tickets[0], code=code * 6, phone=f"+4917139200{n}") for n, code in enumerate("BCD", 10)
    )
    talker.say("ruf mich an")
    assert "Mehr kann ich gerade nicht annehmen" in talker.all


def test_an_old_button_is_answered_politely_and_the_question_stands():
    talker = Talker()
    talker.say("ruf mich an")
    old = talker.choice("Ein Brief").token
    talker.press("Ein Brief")
    talker.press("Bocholt")
    talker.tap(old)
    assert "gilt nicht mehr" in talker.all
    assert talker.session.step == "phone"


def test_a_button_of_an_older_draft_does_nothing_to_the_new_one():
    talker = Talker()
    talker.say("ruf mich an")
    old = talker.choice("Ein Brief").token
    talker.say("abbrechen")
    talker.say("ruf mich an")
    talker.tap(old)
    assert "topic" not in talker.session.draft


@pytest.mark.parametrize(
    "token", ["", "x", "9999.phone_call.when.asap", "1.go:nonsense:x", "....", "1.go:entry:../x"]
)
def test_forged_buttons_are_harmless(token):
    talker = Talker()
    talker.say("hallo")
    talker.tap(token or ".")
    assert talker.heard


def test_without_details_nothing_personal_is_taken():
    talker = Talker(rules=Rules(takes_details=False))
    talker.say("ruf mich an")
    assert "steht auf Ihrer Einladung" in talker.all
    assert talker.session.flow == ""


# -- safety -----------------------------------------------------------------------------------------


def test_danger_comes_first_at_every_step_and_the_draft_waits():
    talker = up_to_contact(Talker())
    talker.say("Ich will nicht mehr leben")
    assert "112" in talker.all
    assert talker.buttons == ["Weitermachen", "Beenden"]
    talker.say("0171 3920017")
    assert "phone" not in talker.session.draft
    talker.say("weiter")
    assert "30 Tage" in talker.last


def test_danger_in_full_once_in_ten_minutes():
    talker = Talker()
    talker.say("ich will nicht mehr leben")
    assert "Hier liest niemand mit" in talker.all
    talker.later(minutes=5)
    talker.say("ich will nicht mehr leben")
    assert "112" in talker.all
    assert "Hier liest niemand mit" not in talker.all
    talker.later(minutes=6)
    talker.say("ich will nicht mehr leben")
    assert "Hier liest niemand mit" in talker.all


def test_danger_is_answered_in_the_language_of_the_message():
    talker = Talker()
    talker.finder.dangers["i want to die"] = "crisis"
    talker.finder.languages["i want to die"] = "en"
    talker.say("I want to die")
    assert "Nobody reads along" in talker.all


def test_after_violence_a_call_asks_whether_the_number_is_safe():
    talker = Talker()
    talker.say("er schlägt mich")
    assert "Bitte anrufen" not in talker.buttons
    up_to_contact(talker)
    talker.share()
    assert "sicher" in talker.last
    talker.press("Nein")
    assert "nicht sicher" in talker.all
    talker.press("Ja")
    talker.press("Vormittags")
    assert "…017 (Anruf nicht sicher)" in talker.last
    talker.press("Absenden")
    assert not talker.tickets[0].call_safe
    assert "möchte Sie anrufen" not in talker.last
    assert "Gehen Sie bitte trotzdem ran" not in talker.last
    assert "soll unter dieser Nummer nicht anrufen" in talker.last
    assert "Haben Sie eine Frist oder einen Termin? Die gelten weiter." in talker.last
    assert not [order for order in talker.turn.orders if isinstance(order, Later)]


def test_no_call_is_promised_where_none_is_safe():
    talker = Talker()
    talker.say("er schlägt mich")
    talker.say("ruf mich an")
    for pressed in ("Ein Brief", "Rhede"):  # Rhede has agreed to call within two days
        talker.press(pressed)
    talker.share()
    for pressed in ("Nein", "Ja", "So bald", "Absenden"):
        talker.press(pressed)
    assert talker.tickets[0].promised_until is None
    assert "möchte Sie bis" not in talker.last


def test_ending_after_danger_is_quiet():
    talker = up_to_contact(Talker())
    talker.say("ich will nicht mehr leben")
    talker.press("Beenden")
    assert talker.session.flow == ""
    assert talker.buttons == []


# -- own messages, privacy, languages ---------------------------------------------------------------


def test_taking_a_message_back_in_two_steps():
    talker = a_sent_call(Talker())
    talker.press("Nachricht zurückziehen")
    talker.press("Ja, zurückziehen")
    assert talker.tickets[0].state is State.WITHDRAWN
    assert "Zurückgezogen" in talker.all


def test_nobody_takes_back_the_message_of_another_chat():
    talker = Talker()
    talker.tap("1.go:withdrawn:ZZZZZZ")
    assert talker.turn.orders == ()
    assert "gibt es hier nicht" in talker.all


def test_my_messages_in_plain_words():
    talker = Talker()
    talker.say("meine nachrichten")
    assert "keine Nachricht" in talker.all
    a_sent_call(talker)
    talker.say("/nachrichten")
    assert "AAA-AAA" in talker.all
    assert "Noch nicht gelesen" in talker.all


def test_deleting_takes_two_steps_and_forgets_everything():
    talker = a_sent_call(Talker())
    talker.say("/loeschen")
    assert not any(isinstance(order, ForgetMe) for order in talker.turn.orders)
    talker.press("Ja, alles löschen")
    assert talker.turn.orders == (ForgetMe(),)
    assert talker.tickets[0].name == ""
    assert talker.session.town == ""


def test_privacy_and_what_is_known():
    talker = a_sent_call(Talker())
    talker.say("/datenschutz")
    assert "30 Tage" in talker.all
    talker.say("/daten")
    assert "eine offene Nachricht" in talker.all
    assert "Kaya" not in talker.all


def test_simple_language_stays():
    talker = Talker()
    talker.say("/leicht")
    talker.say("termin verpennt")
    assert "Einfach gesagt" in talker.all


def test_another_language_gets_the_notice_once_and_simple_german():
    talker = Talker()
    talker.say("I missed my appointment")
    assert len(talker.heard) == 2
    assert "Einfach gesagt" in talker.all
    talker.say("I missed my appointment")
    assert len(talker.heard) == 1


def test_a_link_opens_a_flow_with_the_town_filled_in():
    talker = Talker()
    talker.say("/start rueckruf_bocholt")
    talker.press("Ein Brief")
    assert talker.session.draft["town"] == "bocholt"
    talker.say("/start <script>_x")
    assert talker.session.flow == ""


@pytest.mark.parametrize("kind", ["voice", "photo", "sticker", "location", "document", "edited", "forwarded"])
def test_what_cannot_be_read_gets_one_friendly_answer_a_minute(kind):
    talker = Talker()
    talker.do(unsupported=kind)
    assert len(talker.heard) == 1
    assert talker.buttons
    talker.later(seconds=5)
    talker.do(unsupported=kind)
    assert talker.heard == []
    talker.later(minutes=2)
    talker.do(unsupported=kind)
    assert len(talker.heard) == 1


def test_a_photo_in_the_middle_does_not_lose_the_draft():
    talker = up_to_contact(Talker())
    talker.do(unsupported="photo")
    assert talker.session.step == "phone"
    talker.say("0171 3920017")
    assert talker.session.draft["phone"] == "+491713920017"


def test_a_ticket_is_stored_with_the_time_of_the_commit():
    talker = a_sent_call(Talker())
    saved = next(order for order in talker.turn.orders if isinstance(order, SaveTicket))
    assert saved.ticket.created_at == talker.at


# -- what a stern reading found -----------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "sent"), [("ja", True), ("nein", False)])
def test_yes_at_the_summary_sends_and_no_asks_what_to_change(typed, sent):
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    talker.say(typed)
    assert bool(talker.tickets) is sent
    assert talker.session.step == ("" if sent else "change")


def test_yes_and_no_mean_the_choices_that_ask_for_them():
    talker = a_sent_call(Talker())
    talker.say("/loeschen")
    talker.say("nein")
    assert talker.tickets[0].name
    talker.say("/loeschen")
    talker.say("ja")
    assert talker.tickets[0].name == ""


def test_deleting_is_possible_in_the_middle_of_a_form():
    talker = up_to_contact(Talker())
    talker.say("/loeschen")
    assert "Ja, alles löschen" in talker.buttons
    assert "Weitermachen" in talker.buttons
    talker.press("Weitermachen")
    assert talker.session.step == "phone"


@pytest.mark.parametrize("action", ["in-full:termin-verpasst", "unremind:0"])
def test_after_what_only_says_something_the_form_asks_again(action):
    """Her number is still asked for, with the buttons to give it."""
    talker = up_to_contact(Talker())
    question, buttons = talker.last, talker.buttons
    talker.tap(f"0.go:{action}")
    assert talker.last.endswith(question)
    assert talker.buttons == buttons


def test_another_wish_of_the_same_person_is_taken_when_she_says_so():
    talker = a_sent_call(Talker())
    talker.say("ruf mich an")
    talker.say("ja")
    talker.press("Geld")
    talker.press("Nein")
    talker.share()
    talker.press("Ja")
    talker.press("Nachmittags")
    talker.press("Absenden")
    assert len(talker.tickets) == 2


def test_an_old_send_button_of_an_unsent_draft_says_that_nothing_was_sent():
    talker = a_sent_call(Talker())
    talker.say("ruf mich an")
    talker.press("Ja, etwas anderes")
    talker.press("Ein Brief")
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    token = talker.choice("Absenden").token
    talker.say("abbrechen")
    talker.tap(token)
    assert "nicht gesendet" in talker.all


@pytest.mark.parametrize(
    "typed",
    ["Ist das Jobcenter in Borken offen?", "Ist 02861 6810 die Nummer?", "Muss ich am Donnerstag kommen?"],
)
def test_a_question_changes_no_field(typed):
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    before = talker.session.draft
    talker.say(typed)
    assert talker.session.draft == before


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("so schnell wie möglich", "asap"),
        ("egal", "asap"),
        ("ab 14 Uhr", "afternoons"),
        ("am besten morgens", "mornings"),
    ],
)
def test_the_natural_replies_to_when_are_understood(typed, wish):
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.say(typed)
    assert talker.session.draft.get("when") == wish


def test_a_day_that_does_not_suit_is_not_taken():
    talker = up_to_contact(Talker())
    talker.share()
    talker.press("Ja")
    talker.say("Donnerstag geht nicht")
    assert "day" not in talker.session.draft


@pytest.mark.parametrize("typed", ["warum", "weiß nicht", "das geht sie nichts an", "ich heiße nicht so"])
def test_a_sentence_is_no_name(typed):
    talker = up_to_contact(Talker(name=""))
    talker.say("0171 3920017")
    talker.say(typed)
    assert "name" not in talker.session.draft


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nein Maria Muster", "Maria Muster"),
        ("Ja, Aylin Kaya", "Aylin Kaya"),
        ("Herr Ali Demir", "Ali Demir"),
        ("mein name ist Eva-Maria Öz", "Eva-Maria Öz"),
    ],
)
def test_what_stands_before_a_name_does_not_belong_to_it(typed, name):
    talker = up_to_contact(Talker(name=""))
    talker.say("0171 3920017")
    talker.say(typed)
    assert talker.session.draft["name"] == name


def test_of_a_single_word_the_other_part_of_the_name_is_asked_for_once():
    talker = up_to_contact(Talker(name=""))
    talker.say("0171 3920017")
    talker.say("Aylin")
    assert "name" not in talker.session.draft
    talker.say("Kaya")
    assert talker.session.draft["name"] == "Aylin Kaya"


@pytest.mark.parametrize(
    "typed", ["ich rede deutsch", "nicht in bocholt sondern in borken", "02871 123456", "46379"]
)
def test_ordinary_words_and_numbers_are_no_town(typed):
    talker = Talker()
    talker.say("ruf mich an")
    talker.press("Ein Brief")
    talker.say(typed)
    assert "town" not in talker.session.draft
    assert talker.session.flow == "phone_call"


def test_five_wishes_a_day_are_the_most():
    talker = a_sent_call(Talker())
    done = replace(talker.tickets[0], state=State.DONE)
    talker.tickets = tuple(replace(done, code=code * 6) for code in "BCDEF")
    talker.say("ruf mich an")
    assert "Mehr kann ich gerade nicht annehmen" in talker.all


def test_a_link_at_the_first_meeting_says_who_is_speaking():
    talker = Talker()
    talker.say("/start rueckruf_bocholt")
    assert "kein Mensch" in talker.all
    assert "Worum geht es?" in talker.last


def test_need_typed_as_a_topic_is_urgent():
    talker = Talker()
    talker.say("ruf mich an")
    talker.say("kein geld für essen")
    assert talker.session.draft["need"] == "yes"


def test_a_plain_request_for_a_call_tells_the_language_too():
    """Else nobody is there to interpret when the phone rings."""
    talker = Talker()
    talker.finder.languages["please call me back"] = "en"
    talker.finder.commands["please call me back"] = "call_me"
    talker.say("please call me back")
    assert "I answer in simple German" in talker.heard[0]
    assert "Worum geht es?" in talker.all
    talker.press("Ein Brief")
    talker.press("Bocholt")
    talker.share()
    talker.press("Ja")
    talker.press("Vormittags")
    assert "Hilfe mit der Sprache?" in talker.last
    talker.press("Nein")
    talker.press("Absenden")
    assert (talker.tickets[0].interpreter, talker.tickets[0].language) == ("", "en")


def test_a_command_of_one_word_changes_no_language():
    talker = Talker()
    talker.say("I missed my appointment")
    talker.say("mensch")
    assert talker.session.heard == "en"


def test_one_word_tells_no_language():
    talker = Talker()
    talker.finder.languages["termin"] = "pl"
    talker.say("Termin")
    assert talker.session.heard == ""

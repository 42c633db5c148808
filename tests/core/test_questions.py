"""What a conversation leaves behind for editors and statistics, and what it never does."""

from __future__ import annotations

import pytest

from bot.core.questions import AskedInVain, Counted, What
from bot.core.talk import Rules
from tests.talker import Talker, a_knowledge_base, an_entry

VAGUE = "irgendwas mit termin"
UNKNOWN = "wo kann ich parken"
LONG = "wo kann ich " + "sehr lange " * 20 + "parken"


@pytest.fixture
def talker() -> Talker:
    return Talker()


def counts(talker: Talker) -> list[tuple[What, str]]:
    return [(order.what, order.entry) for order in talker.turn.orders if isinstance(order, Counted)]


def in_vain(talker: Talker) -> list[tuple[str, What, str]]:
    return [
        (order.text, order.reason, order.entry)
        for order in talker.turn.orders
        if isinstance(order, AskedInVain)
    ]


def test_an_answered_question_is_counted_and_not_kept_for_anybody(talker):
    talker.say("Termin verpennt")
    assert counts(talker) == [(What.QUESTION, ""), (What.ANSWERED, "termin-verpasst")]
    assert in_vain(talker) == []


def test_counts_carry_the_language_and_the_version_of_the_knowledge_base(talker):
    talker.say("I missed my appointment")
    assert {(order.language, order.version) for order in talker.turn.orders} == {("en", "test")}


def test_an_unknown_question_is_kept_in_its_redacted_words(talker):
    talker.say("wo parkt max@example.org")
    assert counts(talker) == [(What.QUESTION, ""), (What.NOT_KNOWN, "")]
    assert in_vain(talker) == [("wo parkt [E-Mail]", What.NOT_KNOWN, "")]


def test_what_cannot_be_redacted_is_counted_only(talker):
    talker.say(LONG)
    assert counts(talker) == [(What.QUESTION, ""), (What.NOT_KNOWN, "")]
    assert in_vain(talker) == []


def test_nothing_of_the_question_stays_in_the_session_once_it_is_kept(talker):
    talker.say(UNKNOWN)
    assert talker.session.asked == ""


def test_who_meant_nothing_of_what_was_offered_asked_in_vain(talker):
    talker.say(VAGUE)
    assert counts(talker) == [(What.QUESTION, ""), (What.ASKED_BACK, "")]
    assert in_vain(talker) == []
    old = talker.choice("Nichts davon").token
    talker.press("Nichts davon")
    assert in_vain(talker) == [(VAGUE, What.NONE_OF_THESE, "termin-verpasst")]
    talker.tap(old)
    assert talker.turn.orders == ()


def test_who_picks_an_offer_did_not_ask_in_vain(talker):
    talker.say(VAGUE)
    talker.press("Termin Verschieben")
    assert talker.turn.orders == (Counted(What.OPENED, "termin-verschieben", "de", "test"),)


def test_when_asking_back_ends_the_question_was_in_vain(talker):
    for _ in range(3):
        talker.say(VAGUE)
    assert in_vain(talker) == [(VAGUE, What.NOT_KNOWN, "")]


def test_the_question_stays_with_the_offer_that_was_picked(talker):
    talker.say(VAGUE)
    talker.press("Termin Verschieben")
    talker.press("Hat nicht geholfen")
    talker.press("suche etwas anderes")
    assert in_vain(talker) == [(VAGUE, What.OTHER, "termin-verschieben")]


@pytest.mark.parametrize(
    ("button", "reason"),
    [("nicht verstanden", What.UNCLEAR), ("stimmt nicht", What.WRONG), ("etwas anderes", What.OTHER)],
)
def test_why_an_answer_has_not_helped_is_kept_with_the_question(talker, button, reason):
    talker.say("Termin verpennt")
    talker.press("Hat nicht geholfen")
    assert counts(talker) == [(What.NOT_HELPED, "termin-verpasst")]
    label = next(label for label in talker.buttons if button.casefold() in label.casefold())
    talker.press(label)
    assert counts(talker)[0] == (reason, "termin-verpasst")
    assert in_vain(talker) == [("Termin verpennt", reason, "termin-verpasst")]
    assert talker.session.asked == ""


def test_a_report_about_an_older_answer_does_not_carry_the_newest_question(talker):
    talker.say("Termin verpennt")
    talker.press("Hat nicht geholfen")
    wrong = next(choice for choice in talker.session.offers if ":wrong:" in choice.value)
    talker.say("was passiert wenn ich nicht komme?")
    talker.tap(wrong.token)
    assert in_vain(talker) == [("", What.WRONG, "termin-verpasst")]


def test_an_answer_from_the_topics_has_nothing_to_do_with_the_question_before(talker):
    talker.say("Termin verpennt")
    talker.do(choice=f"{talker.session.turn}.go:entry:termin-verschieben")
    assert talker.session.asked == ""
    talker.press("Hat nicht geholfen")
    talker.press("etwas anderes")
    assert in_vain(talker) == [("", What.OTHER, "termin-verschieben")]


@pytest.mark.parametrize(("button", "what"), [("Hat geholfen", What.HELPED), ("Hat nicht", What.NOT_HELPED)])
def test_a_button_that_is_pressed_twice_counts_once_for_each_answer(talker, button, what):
    for _ in range(2):
        talker.say("Termin verpennt")
        token = talker.choice(button).token
        talker.tap(token)
        assert counts(talker) == [(what, "termin-verpasst")]
        talker.tap(token)
        assert counts(talker) == []


def test_small_talk_and_commands_are_no_questions(talker):
    for text in ("danke", "hilfe", "/themen", ""):
        talker.say(text)
        assert talker.turn.orders == ()


def test_what_must_not_be_given_was_asked_in_vain():
    hidden = Talker(rules=Rules(shows_unsigned=False))
    hidden.say("Termin verpennt")
    assert in_vain(hidden) == [("Termin verpennt", What.NOT_KNOWN, "termin-verpasst")]
    withdrawn = Talker(kb=a_knowledge_base(withdrawn=frozenset({"termin-verpasst"})))
    withdrawn.say("Termin verpennt")
    assert in_vain(withdrawn) == [("Termin verpennt", What.NOT_KNOWN, "termin-verpasst")]
    assert (What.ANSWERED, "termin-verpasst") not in counts(withdrawn)


# -- forms --------------------------------------------------------------------------------------


def in_a_form(talker: Talker) -> Talker:
    talker.say("ruf mich an")
    assert talker.session.flow
    return talker


def test_what_is_typed_into_a_form_is_no_question(talker):
    in_a_form(talker)
    for text in ("wohnung", "mein bruder heißt max", "xyz"):
        talker.say(text)
        assert talker.turn.orders == ()
        assert talker.session.asked == ""


def test_a_question_in_the_middle_of_a_form_that_is_answered_counts(talker):
    in_a_form(talker).say("was passiert wenn ich nicht komme?")
    assert counts(talker) == [(What.QUESTION, ""), (What.ANSWERED, "sanktion-hoehe")]
    assert talker.session.asked == ""


# -- danger -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["ich will nicht mehr leben", "er schlägt mich, was tun?"])
def test_of_danger_nothing_is_kept_and_nothing_is_counted(talker, text):
    talker.say("Termin verpennt")
    talker.say(text)
    assert talker.turn.orders == ()
    assert talker.session.asked == ""


def test_of_a_surname_that_sounds_like_danger_nothing_is_counted_either():
    """Inside a form the reply is read on, but its words may mean what they say."""
    text = "ich will nicht mehr leben?"
    talker = Talker(name="")
    talker.finder.answers[text] = "sanktion-hoehe"
    in_a_form(talker)
    talker.say("Sage ich am Telefon")
    talker.say("Bocholt")
    talker.say("0171 3920017")
    assert talker.session.step == "name"
    talker.say(text)
    talker.press("Weitermachen")
    talker.say(text)
    assert len(talker.heard) == 3  # two lines for safety, the answer, and the question of the form
    assert not [order for order in talker.turn.orders if isinstance(order, Counted | AskedInVain)]


def test_nothing_is_kept_of_words_below_a_photo(talker):
    talker.do(unsupported="photo", text="wo kann ich parken")
    assert talker.turn.orders == ()
    assert talker.session.asked == ""


def test_an_entry_that_is_gone_leaves_nothing(talker):
    talker.kb = a_knowledge_base(entries=(an_entry("termin-verschieben"),))
    talker.do(choice="1.go:entry:termin-verpasst")
    assert talker.turn.orders == ()


@pytest.mark.parametrize("action", ["helped", "not-helped", "why:wrong"])
def test_what_a_forged_button_says_is_not_stored(talker, action):
    """Whoever writes the program of the phone may send any words as a press."""
    talker.do(choice=f"1.go:{action}:mein name ist max")
    assert talker.turn.orders == ()
    assert talker.session.rated == ()

"""The model conversations over the fake Telegram, from the citizen's words to the last sentence.

Each takes no more taps than its model; what is said is compared sentence by sentence.
"""

from __future__ import annotations

import pytest

from tests.whole import bot_process
from tests.whole.test_telegram import CODE, a_call_wish, reply_with

MENU = [["Es geht um einen Termin"], ["Bitte anrufen"], ["Themen", "Einfache Sprache"]]
OTHERS = ["Українська · English · mehr"]
CRISIS = (
    "Das klingt sehr schwer. Bitte sprechen Sie jetzt mit einem Menschen.",
    "Lebensgefahr: 112",
    "0800 1110111",
    "0800 1110222",
    "Ich bin ein Programm. Hier liest niemand mit.",
)


@pytest.fixture
def faq(real_finder):
    """The whole knowledge base, learnt: what is typed here is to be understood."""
    return bot_process.ROOT / "faq"


def labels(message) -> list[str]:
    return [label for row in message.buttons for label in row]


def says(message, *sentences: str) -> None:
    for sentence in sentences:
        assert sentence in message.text, message.text


async def office(env, *words: str) -> None:
    status, said = await bot_process.command("inbox", *words, "--as", "Kim", env=env)
    assert status == 0, said


async def test_the_first_and_the_second_start(telegram, bot):
    ada = telegram.citizen("Ada")
    first = await ada.ask("/start", timeout=bot_process.PATIENCE)
    says(
        first,
        "Guten Tag! Ich bin der Chat vom Jobcenter im Kreis Borken. Ich bin ein Programm, kein Mensch.",
        "Schreiben Sie mir Ihre Frage, so wie Sie sprechen. Fehler machen nichts.",
        "wenn jemand Sie anrufen soll oder wenn Sie einen Termin nicht schaffen.",
        "Bitte schreiben Sie hier keine Kontonummer und keine Krankheit.",
        "In Gefahr: 112 oder 110.",
    )
    assert set(labels(first)) == {label for row in (*MENU, OTHERS) for label in row}
    again = await ada.ask("/start")
    assert again.text == "Guten Tag! Was kann ich für Sie tun?"
    assert labels(again) == labels(first)
    await ada.pick("Einfache Sprache")
    says(await ada.ask("/start"), "Guten Tag!")


async def test_a_human_is_asked_for_in_seven_taps(telegram, bot):
    ben = telegram.citizen("Ben", last_name="Muster")
    first = await ben.ask("ich will mit einem menschen reden", timeout=bot_process.PATIENCE)
    says(first, "Gern. Ich bitte Ihr Jobcenter, Sie anzurufen.", "Worum geht es?")
    topics = ["Ein Termin", "Geld oder Miete", "Arbeit, Kurs, Maßnahme", "Kind oder Familie", "Ein Brief"]
    assert labels(first) == [*topics, "Sage ich am Telefon"]
    says(await ben.pick("Sage ich am Telefon"), "In welchem Ort wohnen Sie?")
    notice = await ben.pick("Bocholt")
    says(notice, "Telegram ist eine fremde Firma und kann mitlesen.", "/datenschutz")
    assert not any("Ohne Nummer" in label for row in ben.keyboard for label in row)
    await ben.share_contact()
    says(await reply_with(ben, "richtiger Name"), "so wie auf den Briefen vom Jobcenter?")
    says(await ben.pick("Ja"), "Wann passt ein Anruf?")
    says(await ben.pick("Vormittags"), "Alles richtig?", "vormittags · Bocholt · Telefon: …")
    receipt = await ben.pick("Absenden")
    says(
        receipt,
        "Gespeichert: ",
        "Im Display steht vielleicht „Unbekannt“. Gehen Sie bitte trotzdem ran.",
        "Haben Sie eine Frist oder einen Termin? Die gelten weiter.",
    )
    assert labels(receipt) == ["Nachricht zurückziehen"]


async def test_what_comes_later_and_what_is_typed_below_it(telegram, telegram_env, bot):
    cleo = telegram.citizen("Cleo", last_name="Muster")
    code = await a_call_wish(cleo)
    await office(telegram_env, "take", code)
    says(await reply_with(cleo, code), f"{code}: Das Jobcenter hat Ihre Nachricht gelesen.")
    await office(telegram_env, "not-reached", code)
    missed = await reply_with(cleo, "nicht erreicht")
    says(missed, "Wann sollen wir es wieder versuchen?")
    *_, next_day, myself = labels(missed)  # which days depends on the day and hour of this test
    assert myself == "Ich rufe selbst an"
    says(await cleo.ask(next_day.casefold()), f"Gut, das steht jetzt bei Ihrer Nachricht {code}")
    await office(telegram_env, "wrong-number", code)
    says(await reply_with(cleo, "richtige Nummer"), code)
    says(await cleo.ask("0171 3920022"), f"Die neue Nummer steht jetzt bei Ihrer Nachricht {code}.")
    await office(telegram_env, "close", code, "erreicht")
    done = await reply_with(cleo, "erledigt")
    assert done.text == f"{code} ist erledigt. Alles Gute!"
    assert labels(done) == ["Danke sagen", "Noch eine Frage"]
    says(await cleo.pick("Danke sagen"), "Gern geschehen.")


async def test_what_the_bot_cannot_read_or_does_not_know(telegram, bot):
    dora = telegram.citizen("Dora")
    await dora.send_voice()
    voice = await dora.wait_reply(timeout=bot_process.PATIENCE)
    says(
        voice,
        "Sprachnachrichten kann ich nicht anhören. Sie müssen nicht schreiben: Tippen Sie auf einen Knopf.",
    )
    assert {"Bitte anrufen", "Themen", "Einfache Sprache"} <= set(labels(voice))
    emil = telegram.citizen("Emil")
    await emil.send_photo()
    photo = await emil.wait_reply()
    says(photo, "Fotos und Briefe kann ich nicht annehmen.", "den Brief am Telefon erklären?")
    assert labels(photo) == ["Ja, bitte anrufen", "Nein"]
    unknown = await emil.ask("wie backe ich einen apfelkuchen mit streuseln")
    says(unknown, "Das weiß ich leider nicht.", "mit anderen Worten")
    assert {"Bitte anrufen", "Themen"} <= set(labels(unknown))


async def test_danger_and_violence_in_the_words_of_the_model(telegram, bot):
    fee = telegram.citizen("Fee")
    crisis = await fee.ask("ich will nicht mehr leben", timeout=bot_process.PATIENCE)
    says(crisis, *CRISIS)
    assert crisis.buttons == [["Weitermachen", "Beenden"]]
    gil = telegram.citizen("Gil")
    violence = await gil.ask("mein mann schlägt mich")
    says(violence, "110", "116 016", "Schreiben Sie zuerst /loeschen und dann „ja“")
    assert violence.buttons == [["Weitermachen", "Beenden"]]


async def test_fear_of_the_massnahme_ends_with_questions_to_take_along(telegram, bot):
    hana = telegram.citizen("Hana")
    fear = await hana.ask("ich hab angst vor der maßnahme", timeout=bot_process.PATIENCE)
    says(fear, "Viele haben davor Angst. Das ist keine Ablehnung und kein Fehler.")
    worries = ["Die Gruppe", "Das Lernen", "Der Weg dorthin", "Meine Gesundheit", "Ich weiß es nicht"]
    assert labels(fear) == [*worries, "Mehr dazu"]
    group = await hana.pick("Die Gruppe")
    says(group, "Fragen Sie, wie groß die Gruppe ist.", "Bitte bleiben Sie nicht einfach weg.")
    assert labels(group) == ["Darüber sprechen: bitte anrufen", "Fragen für das Gespräch"]
    questions = await hana.pick("Fragen für das Gespräch")
    says(questions, "Zeigen Sie einfach Ihr Handy", "5. Was machen wir, wenn es nicht passt?")
    assert CODE.search(questions.text) is None

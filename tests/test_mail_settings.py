"""Settings for mails to staff, and what ``check`` says when somebody would not be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from bot import checkup
from bot.__main__ import app
from bot.config import Mail, Settings, read_settings
from bot.core.knowledge import KnowledgeBase, Office
from bot.errors import ConfigError

ROOT = Path(__file__).parent.parent


@pytest.fixture
def env(monkeypatch, tmp_path):
    """Sets variables; there is no config.yaml."""
    monkeypatch.chdir(tmp_path)
    return monkeypatch.setenv


def reminders(kb: KnowledgeBase, **mail) -> str:
    return "\n".join(checkup.reminders(Settings(mail=Mail(**mail)), kb))


def test_mail_is_off_unless_a_server_is_named(env):
    assert read_settings().mail.host == ""


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"HOST": "mail.example"}, "mail: sender fehlt"),
        ({"HOST": "m", "SENDER": "a@b", "USER": "u", "SECURITY": "none"}, "mail: user braucht security"),
        ({"SECURITY": "ssl"}, "mail.security: erlaubt ist nur 'starttls', 'tls' oder 'none'"),
        ({"PORT": "0"}, "mail.port"),
        ({"PASWORD": "x"}, "Meinten Sie mail.password"),
    ],
)
def test_a_wrong_setting_is_named_with_its_remedy(env, settings, words):
    for name, value in settings.items():
        env(f"BOT_MAIL__{name}", value)
    with pytest.raises(ConfigError, match=words):
        read_settings()


def test_the_password_may_stand_in_a_file_and_is_never_shown(env, tmp_path):
    (tmp_path / "password").write_text("geheim\n")
    assert Mail(password_file=tmp_path / "password").secret() == "geheim"
    assert Mail(password=SecretStr("geheim")).secret() == "geheim"
    assert "geheim" not in repr(Mail(password=SecretStr("geheim")))
    assert Mail().secret() == ""
    with pytest.raises(ConfigError, match=r"mail\.password_file: .* ist nicht lesbar"):
        Mail(password_file=tmp_path / "nowhere").secret()


def test_check_reminds_of_whom_no_mail_reaches(env):
    kb = KnowledgeBase(
        offices=(
            Office("ahaus", "Ahaus"),
            Office("borken", "Borken", notify="borken@example.org"),
            Office("gescher", "Gescher", tickets=False),
        )
    )
    assert "mail.host fehlt" in reminders(kb)
    on = {"host": "mail.example", "sender": "chat@example.org"}
    assert "mail.lead fehlt" in reminders(kb, **on)
    assert "notify fehlt bei Ahaus." in reminders(kb, **on)
    assert "mail.lead" not in reminders(kb, **on, lead="lead@example.org")
    assert "mail.editors fehlt" in reminders(kb, **on)
    assert "mail.editors" not in reminders(kb, **on, editors="redaktion@example.org")
    told = KnowledgeBase(offices=kb.offices[1:])
    assert "notify" not in reminders(told, **on)


def checked(env, *arguments: str, **mail: str):
    """``check`` on the knowledge base that comes with the program."""
    env("BOT_FAQ__FOLDER", str(ROOT / "faq"))
    for name, value in mail.items():
        env(f"BOT_MAIL__{name.upper()}", value)
    return CliRunner().invoke(app, ["check", *arguments])


def test_a_plain_check_says_that_mail_is_off_and_finds_all_well_all_the_same(env):
    """Off is the default, and what it means must be known before anybody relies on it."""
    result = checked(env)
    hint, end = result.stdout.splitlines()
    assert hint.startswith("Hinweis: mail.host fehlt: Ohne Mail erfährt")
    assert (result.exit_code, end) == (0, "Alles in Ordnung.")


def test_where_mail_is_on_a_plain_check_hints_at_whom_it_does_not_reach(env):
    result = checked(env, host="mail.example", sender="chat@example.org")
    assert (result.exit_code, "mail.host" in result.stdout) == (0, False)
    assert "Hinweis: mail.lead fehlt" in result.stdout


def test_for_real_operation_it_is_an_open_point_and_named_once(env):
    result = checked(env, "--live")
    assert (result.exit_code, result.stdout.count("mail.host fehlt")) == (1, 1)
    assert "Hinweis" not in result.stdout

"""Settings for mails to staff, and what ``check`` says when somebody would not be told."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from bot import checkup
from bot.config import Mail, Settings, read_settings
from bot.core.knowledge import KnowledgeBase, Office
from bot.errors import ConfigError


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
    told = KnowledgeBase(offices=kb.offices[1:])
    assert "notify" not in reminders(told, **on)

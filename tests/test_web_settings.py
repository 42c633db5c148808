"""Where the site listens, and what it must not be set to."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from bot.config import Settings, Web, read_settings
from bot.errors import ConfigError


@pytest.fixture(autouse=True)
def no_file(tmp_path, monkeypatch):
    """No config.yaml of this machine."""
    monkeypatch.chdir(tmp_path)


def test_without_settings_the_site_is_for_this_machine_only():
    assert Web().place == ("127.0.0.1", 8080)
    assert Web().address == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("listen", "place"),
    [
        ("off", None),
        ("127.0.0.1:9000", ("127.0.0.1", 9000)),
        ("[::1]:9000", ("::1", 9000)),
        ("localhost:80", ("localhost", 80)),
    ],
)
def test_where_it_listens(monkeypatch, listen, place):
    monkeypatch.setenv("BOT_WEB__LISTEN", listen)
    assert read_settings().web.place == place


def test_off_in_yaml_means_off(tmp_path):
    (tmp_path / "config.yaml").write_text("web: {listen: off}")
    assert Settings().web.place is None


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"LISTEN": "8080"}, "127.0.0.1:8080"),
        ({"LISTEN": "127.0.0.1:99999"}, "127.0.0.1:8080"),
        ({"LISTEN": "0.0.0.0:8080"}, "TLS"),
        ({"URL": "http://posteingang.example"}, "https://"),
        ({"URL": "https://posteingang.example/pfad"}, "https://"),
        ({"TRUSTED_NETWORKS": '["10.20.0.0/99"]'}, "web.trusted_networks"),
    ],
)
def test_what_would_open_the_site_to_others_unprotected_is_refused(monkeypatch, settings, complaint):
    for name, value in settings.items():
        monkeypatch.setenv(f"BOT_WEB__{name}", value)
    with pytest.raises(ConfigError, match=complaint):
        read_settings()


def test_behind_a_proxy_it_may_listen_anywhere(monkeypatch):
    monkeypatch.setenv("BOT_WEB__LISTEN", "10.0.0.7:8080")
    monkeypatch.setenv("BOT_WEB__URL", "https://posteingang.example")
    monkeypatch.setenv("BOT_WEB__TRUSTED_NETWORKS", '["10.20.0.0/16"]')
    web = read_settings().web
    assert web.address == "https://posteingang.example"
    assert web.trusted_networks == [ip_network("10.20.0.0/16")]

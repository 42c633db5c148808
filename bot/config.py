"""Settings: ``config.yaml``, overridden by the environment (``BOT_TELEGRAM__TOKEN``).

Secrets may come from a file: ``BOT_TELEGRAM__TOKEN_FILE``. Every complaint names the key and the remedy.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    YamlConfigSettingsSource,
)

from bot.addresses import Health, Section, Web, yaml_off
from bot.errors import ConfigError

FILE = Path("config.yaml")
PREFIX = "BOT_"
OUTSIDE = frozenset({"BOT_CASEWORKER"})
"""Names of the environment that are no settings of the program."""


def _secret(key: str, value: SecretStr | None, file: Path | None) -> str:
    if value is not None:
        return value.get_secret_value().strip()
    if file is None:
        return ""
    try:
        return file.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ConfigError(
            f"{key}: {file} ist nicht lesbar ({error.strerror}). Bitte Pfad und Rechte prüfen."
        ) from None


class Telegram(Section):
    token: SecretStr | None = None
    token_file: Path | None = None
    api_url: str = "https://api.telegram.org"
    proxy: str | None = None
    ca_file: Path | None = None

    def secret(self) -> str:
        """The token, from the setting or from the file that it names; empty if there is none.

        Raises:
            ConfigError: the file cannot be read.
        """
        return _secret("telegram.token_file", self.token, self.token_file)


class Database(Section):
    url: str = "sqlite:///var/bot.sqlite3"


class Faq(Section):
    folder: Path = Path("faq")


class Secrets(Section):
    folder: Path = Path("var/secrets")


class Cache(Section):
    folder: Path = Path("var/cache")


class Answers(Section):
    unsigned: Literal["show", "hide"] | None = None
    """None: shown in trial mode, hidden in live mode."""


class Privacy(Section):
    controller: str = ""
    contact: str = ""
    assessment_reference: str = ""
    contact_details: Annotated[Literal["in_chat", "off"], BeforeValidator(yaml_off)] = "in_chat"
    days_done: int = Field(default=30, ge=1, le=365)
    days_open: int = Field(default=90, ge=7, le=365)


class Inbox(Section):
    notifications: Literal["neutral", "full"] = "neutral"
    """full: the new date of an appointment stands in the chat."""
    lease_hours: float = Field(default=4, gt=0, le=40)

    @property
    def lease(self) -> timedelta:
        return timedelta(hours=self.lease_hours)


class Mail(Section):
    host: str = ""
    """Empty: no mail is sent."""
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    ca_file: Path | None = None
    user: str = ""
    password: SecretStr | None = None
    password_file: Path | None = None
    sender: str = ""
    lead: str = ""
    editors: str = ""

    @model_validator(mode="after")
    def _complete(self) -> Mail:
        if self.host and not self.sender:
            raise ValueError("sender fehlt. Mit host braucht es auch die Adresse, von der Mails kommen.")
        if self.host and self.user and self.security == "none":
            raise ValueError(
                "user braucht security: starttls oder tls. Sonst ginge das Kennwort offen durchs Netz."
            )
        return self

    def secret(self) -> str:
        """The password, from the setting or from the file that it names; empty if there is none.

        Raises:
            ConfigError: the file cannot be read.
        """
        return _secret("mail.password_file", self.password, self.password_file)


class Log(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["console", "json"] = "console"


class Settings(BaseSettings):
    """All settings with their defaults; ``config.example.yaml`` explains each in one line."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        extra="forbid",
        yaml_file=FILE,
        yaml_file_encoding="utf-8",
    )

    mode: Literal["trial", "live"] = "trial"
    telegram: Telegram = Telegram()
    database: Database = Database()
    faq: Faq = Faq()
    secrets: Secrets = Secrets()
    cache: Cache = Cache()
    answers: Answers = Answers()
    privacy: Privacy = Privacy()
    inbox: Inbox = Inbox()
    mail: Mail = Mail()
    web: Web = Web()
    health: Health = Health()
    log: Log = Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, YamlConfigSettingsSource(settings_cls)

    @property
    def shows_unsigned(self) -> bool:
        return (self.answers.unsigned or ("show" if self.mode == "trial" else "hide")) == "show"


def read_settings() -> Settings:
    """The settings of this start.

    Raises:
        ConfigError: a key is unknown or its value is wrong; one line for each.
    """
    _refuse_unknown(os.environ)
    try:
        return Settings()
    except ValidationError as error:
        raise ConfigError("\n".join(_complaint(one) for one in error.errors())) from None
    except Exception as error:  # the YAML source raises whatever its parser raises
        raise ConfigError(
            f"{FILE} lässt sich nicht lesen ({type(error).__name__}). "
            "Ein Muster steht in config.example.yaml."
        ) from None


def _refuse_unknown(environment: Mapping[str, str]) -> None:
    """pydantic-settings lets an unknown top-level name pass in silence."""
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    for name in sorted(environment):
        upper = name.upper()
        if not upper.startswith(PREFIX) or upper in OUTSIDE:
            continue
        if upper.split("__")[0] not in known:
            near = difflib.get_close_matches(upper.split("__")[0], known, 1)
            hint = f" Meinten Sie {near[0]}?" if near else " Alle stehen in config.example.yaml."
            raise ConfigError(f"Unbekannte Einstellung {name} in der Umgebung.{hint}")


def _complaint(error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, _all_keys(), 1)
        hint = f"Meinten Sie {near[0]}?" if near else "Alle stehen in config.example.yaml."
        return f"Unbekannte Einstellung {key}. {hint}"
    if error["type"] == "literal_error":
        return f"{key}: erlaubt ist nur {error['ctx']['expected'].replace(' or ', ' oder ')}."
    if error["type"] == "value_error":
        return f"{key}: {error['ctx']['error']}"
    return f"{key}: Der Wert passt nicht ({error['msg']}). Ein Muster steht in config.example.yaml."


def _all_keys() -> list[str]:
    keys: list[str] = []
    for name, field in Settings.model_fields.items():
        section = field.annotation
        if isinstance(section, type) and issubclass(section, BaseModel):
            keys.extend(f"{name}.{inner}" for inner in section.model_fields)
        else:
            keys.append(name)
    return keys

"""Hands mails to the authority's mail server, one connection for each."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Literal

TIMEOUT_SECONDS = 20


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails go. With *ca_file* only its authorities are trusted; an empty *user* does not log in."""

    host: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None

    def send(self, message: EmailMessage) -> None:
        """Return when the server has taken *message*. Blocks: call it in a thread.

        Raises:
            OSError, smtplib.SMTPException: it has not, as far as one can know.
            ValueError: an address is none.
        """
        connection = self._connected()
        try:
            if self.security == "starttls":
                connection.starttls(context=self._tls())
            if self.user:
                connection.login(self.user, self.password)
            connection.send_message(message)
            # Its own "with" would raise for a bad answer to QUIT, though the mail has been taken.
            with contextlib.suppress(OSError, smtplib.SMTPException):
                connection.quit()
        finally:
            connection.close()

    def _connected(self) -> smtplib.SMTP:
        if self.security == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_SECONDS, context=self._tls())
        return smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)

    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.ca_file) if self.ca_file else None)


def is_refusal(error: Exception) -> bool:
    """Whether *error* concerns this one mail: the server works, others may go on."""
    refusals = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, ValueError)
    return isinstance(error, refusals)

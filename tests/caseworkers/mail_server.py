"""A real mail server on the loopback that can be told to misbehave."""

from __future__ import annotations

import asyncio
import datetime
import email
import email.policy
import ipaddress
import ssl
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"


class Post:
    """What arrived, and how the server behaves; the methods are named as aiosmtpd wants it."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.arrived = asyncio.Event()
        self.encrypted: list[bool] = []
        self.refused: set[str] = set()
        self.data_answer = "250 OK"
        self.cuts_after_data = 0
        self.connections = 0
        self.port = 0

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        if self.cuts_after_data:
            self.cuts_after_data -= 1
            assert server.transport is not None
            server.transport.abort()
            return "250 never heard"
        if self.data_answer.startswith("250"):
            mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
            assert isinstance(mail, EmailMessage)
            self.taken.append(mail)
            self.arrived.set()
            assert server.transport is not None
            self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return self.data_answer

    @property
    def received(self) -> list[tuple[str, str]]:
        """Recipient and subject of each mail."""
        return [(mail["To"], mail["Subject"]) for mail in self.taken]


@asynccontextmanager
async def running(
    post: Post, context: ssl.SSLContext | None = None, tls_at_once: bool = False, password: str = ""
) -> AsyncIterator[None]:
    """*post* at ``HOST`` and ``post.port``; with a *password* only the user "chat" may send."""

    def check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any) -> AuthResult:
        fits = isinstance(given, LoginPassword) and given == LoginPassword(b"chat", password.encode())
        return AuthResult(success=fits, handled=False)

    def connection() -> SMTP:
        post.connections += 1
        starttls = context is not None and not tls_at_once
        with warnings.catch_warnings():
            # It knows TLS that begins later only, and warns of a password without it.
            warnings.simplefilter("ignore", UserWarning)
            return SMTP(
                post,
                tls_context=context if starttls else None,
                require_starttls=starttls,
                auth_required=bool(password),
                auth_require_tls=not tls_at_once,
                authenticator=check,
            )

    server = await asyncio.get_running_loop().create_server(
        connection, HOST, post.port, ssl=context if tls_at_once else None
    )
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        server.close()


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A file that vouches for HOST, and the context of a server that it vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail")])
    now = datetime.datetime.now(datetime.UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    authority, private = folder / "ca.pem", folder / "key.pem"
    authority.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority, private)
    return authority, context

"""Where passkeys can work: browsers allow them under a name only, and only over TLS or on the own machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.http import HttpRequest

LOCAL = "localhost"


def why_not(request: HttpRequest) -> str:
    """The reason why no passkey works at the address of this request, and what to do; empty if they work."""
    host = urlsplit(f"//{request.get_host()}").hostname or ""
    if host == LOCAL or (request.is_secure() and not _is_ip(host)):
        return ""
    if _is_ip(host) and ip_address(host).is_loopback:
        port = urlsplit(f"//{request.get_host()}").port
        there = f"http://{LOCAL}:{port}/" if port else f"http://{LOCAL}/"
        return f"Passkeys gehen nicht unter {host}. Öffnen Sie dafür auf diesem Rechner {there}"
    return (
        f"Passkeys gehen nicht unter {request.scheme}://{request.get_host()}: Browser erlauben sie nur unter "
        "einer Adresse mit Namen und https. Bitte fragen Sie Ihre IT."
    )


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

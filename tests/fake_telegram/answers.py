"""How requests are read and answers are written on the wire."""

import asyncio
import json

from aiohttp import web

from .errors import ApiError
from .faults import Fault
from .params import Json
from .updates import CONFLICT

PAGE = "<html>\r\n<head><title>{0}</title></head>\r\n<body><center><h1>{0}</h1></center></body>\r\n</html>"
FAULT_TEXTS = {
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: CONFLICT,
    500: "Internal Server Error",
}


async def read_params(request: web.Request) -> Json:
    """Query, form and JSON body together, as the Bot API takes them."""
    params: Json = dict(request.query)
    if request.content_type != "application/json":
        return params | dict(await request.post())
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        body = None
    return params | (body if isinstance(body, dict) else {})


def refusal(error: ApiError) -> web.Response:
    answer: Json = {"ok": False, "error_code": error.status, "description": error.description}
    headers = {}
    if error.retry_after is not None:
        answer["parameters"] = {"retry_after": error.retry_after}
        headers["Retry-After"] = str(error.retry_after)
    return web.json_response(answer, status=error.status, headers=headers)


def ordered_error(fault: Fault) -> web.Response:
    """Gateways in front of Telegram (502 to 504) answer with a page, all others with JSON."""
    if fault.status in {502, 503, 504}:
        page = PAGE.format(f"{fault.status} Bad Gateway")
        return web.Response(status=fault.status, text=page, content_type="text/html")
    if fault.status == 429:
        seconds = fault.retry_after or 1
        return refusal(ApiError(429, f"Too Many Requests: retry after {seconds}", seconds))
    text = fault.description or FAULT_TEXTS.get(fault.status, "Bad Request: ordered by a test")
    return refusal(ApiError(fault.status, text, fault.retry_after))


def garbage() -> web.Response:
    """Status 200 and no JSON, as from a captive portal."""
    return web.Response(text="{'ok': perhaps", content_type="application/json")


async def cut(request: web.Request, seconds: float | None = 0) -> web.Response:
    """Close the connection without an answer after *seconds* (None: never); that ends the handler."""
    loss = asyncio.get_running_loop().create_future()
    if seconds != 0:
        await asyncio.wait([loss], timeout=seconds)
    if request.transport:
        request.transport.abort()
    await loss
    raise AssertionError("the handler outlived its connection")

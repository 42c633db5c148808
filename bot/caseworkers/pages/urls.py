"""Addresses of the caseworkers' pages, below ``/anliegen/``; each has a row in ``web.access.TABLE``."""

from __future__ import annotations

from django.urls import path, register_converter

from bot.caseworkers.pages import absent, export, queue, report, search, ticket, today
from bot.caseworkers.pages.codes import CodeInPath

register_converter(CodeInPath, "ticket")

app_name = "caseworkers"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("neues/", queue.fresh, name="fresh"),
    path("suche/", search.search, name="search"),
    path("heute/", today.today, name="today"),
    path("export/", export.export, name="export"),
    path("abwesend/", absent.absent, name="absent"),
    path("melden/", report.report, name="report"),
    path("<ticket:code>/", ticket.ticket, name="ticket"),
    path("<ticket:code>/neues/", ticket.news, name="news"),
    path("<ticket:code>/naechstes/", ticket.following, name="following"),
]

"""Addresses of the caseworkers' pages, below ``/anliegen/``; each has a row in ``web.access.TABLE``."""

from __future__ import annotations

from django.urls import path, register_converter

from bot.caseworkers.pages import absent, ticket, views
from bot.caseworkers.pages.codes import CodeInPath

register_converter(CodeInPath, "ticket")

app_name = "caseworkers"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("abwesend/", absent.absent, name="absent"),
    path("<ticket:code>/", ticket.ticket, name="ticket"),
    path("<ticket:code>/neues/", ticket.news, name="news"),
]

"""Addresses of the leads' pages, below ``/leitung/``; each has a row in ``web.access.TABLE``."""

from __future__ import annotations

from django.urls import path

from bot.caseworkers.pages.lead import chat, figures

app_name = "lead"
urlpatterns = [
    path("", figures.offices, name="offices"),
    path("fragen/", figures.questions, name="questions"),
    path("chat/", chat.chat, name="chat"),
    path("chat/abschalten/", chat.stop, name="stop"),
    path("chat/einschalten/", chat.answer_again, name="answer_again"),
    path("chat/hinweis/", chat.put_up, name="put_up"),
    path("chat/hinweis/beenden/", chat.take_down, name="take_down"),
]

"""Addresses of the caseworkers' pages, below ``/anliegen/``; each has a row in ``web.access.TABLE``."""

from __future__ import annotations

from django.urls import path

from bot.caseworkers.pages import views

app_name = "caseworkers"
urlpatterns = [path("", views.queue, name="queue")]

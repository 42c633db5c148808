"""A site whose access table lacks one of its routes."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path

from bot.web.urls import urlpatterns as ours

urlpatterns = [*ours, path("unlisted/", lambda request: HttpResponse(), name="unlisted")]

"""Configures Django when this folder is collected."""

from __future__ import annotations

from tests.site import *  # noqa: F403

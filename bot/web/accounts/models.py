"""Accounts, the one-time links to them, and the tokens of programs, in the database of the site."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from bot.core.staff import Machine, Role, Scope

NAME_LENGTH = 60


class Account(AbstractBaseUser):
    """Somebody who works here; ``name`` is a name of the account and stands in histories as it is."""

    name: models.CharField[str, str] = models.CharField(max_length=NAME_LENGTH, unique=True)
    login: models.CharField[str, str] = models.CharField(max_length=NAME_LENGTH, unique=True)
    """The name in small letters: how it is typed when signing in does not matter."""
    role: models.CharField[str, str] = models.CharField(max_length=20)
    offices: models.TextField[str, str] = models.TextField(default="", blank=True)
    """Ids with a blank between them."""
    is_active: models.BooleanField[bool, bool] = models.BooleanField(default=True)
    made_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[BaseUserManager[Account]] = BaseUserManager()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name

    @property
    def is_for(self) -> Role:
        return Role(self.role)

    @property
    def office_ids(self) -> tuple[str, ...]:
        return tuple(self.offices.split())


class Invitation(models.Model):
    """A one-time link to an account; only a hash of it is kept. An account has one at most."""

    account: models.OneToOneField[Account, Account] = models.OneToOneField(
        Account, on_delete=models.CASCADE, primary_key=True
    )
    digest: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    ends_at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    def __str__(self) -> str:
        return f"invitation of {self.pk}"


class MachineToken(models.Model):
    """What a program shows to be let in; only a hash of its secret part is kept."""

    name: models.CharField[str, str] = models.CharField(max_length=NAME_LENGTH, unique=True)
    """As it stands in histories; no account has the same one."""
    scope: models.CharField[str, str] = models.CharField(max_length=20)
    offices: models.TextField[str, str] = models.TextField()
    """Ids with a blank between them."""
    digest: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    made_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    last_used: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

    @property
    def machine(self) -> Machine:
        return Machine(self.name, Scope(self.scope), tuple(self.offices.split()))

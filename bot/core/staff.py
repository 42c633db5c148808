"""People and programs that work for the Jobcenter: what they are, and whose tickets they may see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is for; an account has exactly one."""

    CASEWORKER = "caseworker"
    LEAD = "lead"
    EDITOR = "editor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who is signed in: ``name`` stands in histories, ``offices`` are ids."""

    name: str
    role: Role
    offices: tuple[str, ...] = ()


class Scope(StrEnum):
    """What a program may do; whatever may work may also read."""

    READ = "read"
    """See tickets, without names and numbers."""
    WORK = "work"
    """See names and numbers too, and make the moves."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A program that pulls tickets: ``name`` stands in histories as a person's does, ``offices`` are ids."""

    name: str
    scope: Scope
    offices: tuple[str, ...]


def scope(staff: Staff | Machine) -> frozenset[str] | None:
    """The offices whose tickets exist for *staff*; None: those of all offices.

    A lead without offices leads all of them. Editors and admins have no business with tickets.
    """
    if isinstance(staff, Machine):
        return frozenset(staff.offices)
    if staff.role is Role.LEAD and not staff.offices:
        return None
    if staff.role in (Role.CASEWORKER, Role.LEAD):
        return frozenset(staff.offices)
    return frozenset()


def led(staff: Staff) -> frozenset[str] | None:
    """The offices for which *staff* may order the bot and see figures; None: all.

    Admins answer for the whole bot, and see no tickets all the same.
    """
    return None if staff.role is Role.ADMIN else scope(staff) if staff.role is Role.LEAD else frozenset()

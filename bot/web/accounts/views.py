"""Behind a one-time link: the person chooses a password and goes on to the second factor."""

from __future__ import annotations

from http import HTTPStatus

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.debug import sensitive_post_parameters

from bot.web.accounts import record, staff
from bot.web.accounts.forms import NewPassword
from bot.web.accounts.presence import mark_invited

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@method_decorator(sensitive_post_parameters("password", "again"), name="dispatch")
class Invitation(View):
    """Looking at the link does not use it up (mail programs look); choosing a password does."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        account = staff.name_of(token)
        if account is None:
            return _over(request)
        return render(request, "web/invitation.html", {"account": account, "form": NewPassword(account)})

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        account = staff.name_of(token)
        if account is None:
            return _over(request)
        form = NewPassword(account, request.POST)
        if not form.is_valid():
            return render(request, "web/invitation.html", {"account": account, "form": form})
        if not staff.use(token):
            return _over(request)
        account.set_password(form.cleaned_data["password"])
        account.save()
        logout(request)  # whoever was signed in here before
        record.invitation_used(account)
        login(request, account, backend=BACKEND)
        mark_invited(request)
        return redirect("start")


def remove_key(request: HttpRequest, pk: int) -> HttpResponseBase:
    """allauth's page, but not for the last second factor: the account would be closed to its owner."""
    key = get_object_or_404(Authenticator, pk=pk, user=request.user, type=Authenticator.Type.WEBAUTHN)
    if get_adapter().can_delete_authenticator(key):
        answer: HttpResponseBase = remove_webauthn(request, pk=pk)
        return answer
    messages.error(request, get_adapter().error_messages["cannot_delete_authenticator"])
    return redirect("mfa_index")


def _over(request: HttpRequest) -> HttpResponse:
    return render(request, "web/invitation_over.html", status=HTTPStatus.GONE)

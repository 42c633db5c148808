"""Forms of allauth with the words of this site, and the form behind a one-time link."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.forms import ReauthenticateForm as ReauthenticateByPasswordForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms
from django.contrib.auth import password_validation

from bot.web.accounts.models import Account
from bot.web.accounts.passwords import HINT

LONG_ENOUGH = f"Mindestens 15 Zeichen. {HINT}"
NOT_THIS_PASSKEY = "Dieser Passkey passt nicht. Bitte versuchen Sie es noch einmal, oder nehmen Sie die App."
NOT_THE_SAME = "Die beiden Passwörter sind nicht gleich."


class SignIn(LoginForm):  # type: ignore[misc]
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, login="Name", password="Passwort")  # noqa: S106 - labels
        self.fields["login"].widget.attrs["autofocus"] = True
        self.fields["password"].help_text = ""


class Code(AuthenticateForm):  # type: ignore[misc]
    """The code of the app, or one of the codes on paper."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, code="Code aus der App")
        self.fields["code"].widget.attrs["autofocus"] = True


class CodeAgain(ReauthenticateForm):  # type: ignore[misc]
    """The same, to confirm something."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, code="Code aus der App")


class FirstCode(ActivateTOTPForm):  # type: ignore[misc]
    """Shows that the app was set up rightly."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, code="Code aus der App")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    @property
    def groups(self) -> list[str]:
        """The secret as one types it: four characters at a time."""
        return [self.secret[at : at + 4] for at in range(0, len(self.secret), 4)]


class NewPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """What the browser made for a new passkey."""

    def clean(self) -> dict[str, Any]:
        with _passkey_words():
            cleaned: dict[str, Any] = super().clean()
        return cleaned


class Passkey(AuthenticateWebAuthnForm):  # type: ignore[misc]
    """What the browser made with a passkey."""

    def clean_credential(self) -> Any:
        with _passkey_words():
            return super().clean_credential()


class PasskeyAgain(Passkey, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """The same, to confirm something."""


class PasswordAgain(ReauthenticateByPasswordForm):  # type: ignore[misc]
    """The password once more, to confirm something."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, password="Passwort")  # noqa: S106 - a label


class OtherPassword(ChangePasswordForm):  # type: ignore[misc]
    """A new password in place of the old one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self, oldpassword="Jetziges Passwort", password1="Neues Passwort", password2="Noch einmal")
        self.fields["password1"].help_text = LONG_ENOUGH

    def clean(self) -> dict[str, Any]:
        """As the library's, in this site's words."""
        cleaned: dict[str, Any] = forms.Form.clean(self) or {}
        if cleaned.get("password1") and cleaned["password1"] != cleaned.get("password2"):
            self.add_error("password2", NOT_THE_SAME)
        return cleaned


class NewPassword(forms.Form):
    """The first password, or the next one after a reset; typed twice."""

    password = forms.CharField(
        label="Neues Passwort",
        strip=False,
        help_text=LONG_ENOUGH,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "autofocus": True}),
    )
    again = forms.CharField(
        label="Noch einmal",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, account: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._account = account

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self._account)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("password") and cleaned["password"] != cleaned.get("again"):
            self.add_error("again", NOT_THE_SAME)
        return cleaned


@contextlib.contextmanager
def _passkey_words() -> Iterator[None]:
    """The library says the same of passkeys as of codes."""
    try:
        yield
    except forms.ValidationError as error:
        if getattr(error, "code", "") != "incorrect_code":
            raise
        raise forms.ValidationError(NOT_THIS_PASSKEY) from None


def _worded(form: forms.Form, **labels: str) -> None:
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].widget.attrs.pop("placeholder", None)

"""The addresses of the site. Each has a row in ``access.TABLE``.

Only those pages of allauth are here that the site uses; one more, whose address its code asks for, is closed.
"""

from __future__ import annotations

from allauth.account import views as account
from django.urls import include, path

from bot.caseworkers.pages.api.routes import api
from bot.web.accounts.views import Invitation, remove_key
from bot.web.audit import views as audit
from bot.web.views import closed, keep_typed, start

urlpatterns = [
    path("", start, name="start"),
    path("anmelden/", account.login, name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("passwort/", account.password_change, name="account_change_password"),
    path("zweiter-faktor/webauthn/keys/<int:pk>/remove/", remove_key, name="mfa_remove_webauthn"),
    path("zweiter-faktor/", include("allauth.mfa.urls")),
    path("aufheben/", keep_typed, name="keep"),
    path("einladung/<str:token>/", Invitation.as_view(), name="invitation"),
    path("anliegen/", include("bot.caseworkers.pages.urls")),
    path("api/", api.urls),
    path("leitung/", include("bot.caseworkers.pages.lead.urls")),
    path("protokoll/", audit.audit, name="audit"),
    path("protokoll/schliessen/", audit.close, name="audit_close"),
    path("geschlossen/registrieren/", closed, name="account_signup"),
]

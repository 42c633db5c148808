"""Django's settings, made of a plan: there is no settings module."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from bot.web.plan import Plan

HERE = Path(__file__).parent
ABSOLUTE = timedelta(hours=10)
"""How long anybody stays signed in at most: a long working day. (security.md, row 34)"""
TRIES, PAUSE = 5, timedelta(minutes=15)
"""Wrong passwords until an account is closed, and for how long. (security.md, row 33)"""
LARGEST_BODY = 256 * 1024
YEAR = 365 * 24 * 3600

_ACCOUNTS = "bot.web.accounts"
_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "bot.web",  # before allauth: its templates are replaced by ours
    _ACCOUNTS,
    "bot.caseworkers.pages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
]
_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "bot.web.headers.Headers",
    "bot.web.machines.Problems",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bot.web.guard.Guard",
    "axes.middleware.AxesMiddleware",  # wants to be last
]
_TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "bot.web.page.page",
            ]
        },
    }
]


def build(plan: Plan) -> dict[str, Any]:
    """The keyword arguments of ``django.conf.settings.configure``."""
    return {**_site(plan), **_database(plan), **_sign_in(), **_protection(plan), "PLAN": plan}


def _site(plan: Plan) -> dict[str, Any]:
    return {
        "DEBUG": False,
        "SECRET_KEY": plan.secret,
        "ALLOWED_HOSTS": plan.hosts,
        "ROOT_URLCONF": "bot.web.urls",
        "INSTALLED_APPS": _APPS,
        "MIDDLEWARE": _MIDDLEWARE,
        "TEMPLATES": _TEMPLATES,
        "LANGUAGE_CODE": "de",
        "TIME_ZONE": "Europe/Berlin",
        "USE_TZ": True,
        "USE_I18N": True,
        "LOGGING_CONFIG": None,
        "STATIC_URL": "/static/",
        "SERVESTATIC_USE_FINDERS": True,
        "SERVESTATIC_AUTOREFRESH": False,
        "SERVESTATIC_MAX_AGE": 3600,
        "SERVESTATIC_ALLOW_ALL_ORIGINS": False,
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
    }


def _database(plan: Plan) -> dict[str, Any]:
    pragmas = (f"journal_mode={plan.journal}", "synchronous=FULL", "secure_delete=ON")
    return {
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(plan.database),
                "CONN_MAX_AGE": 0,  # each request has a thread of its own
                "OPTIONS": {
                    "timeout": 10,
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "; ".join(f"PRAGMA {pragma}" for pragma in pragmas),
                },
                "TEST": {"NAME": str(plan.database)},
            }
        },
        # In the database, so that used codes and counted tries outlive a restart.
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": "cache",
            }
        },
    }


def _sign_in() -> dict[str, Any]:
    return {
        "AUTH_USER_MODEL": "accounts.Account",
        "AUTHENTICATION_BACKENDS": [
            "axes.backends.AxesStandaloneBackend",
            "allauth.account.auth_backends.AuthenticationBackend",
        ],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {
                "NAME": f"{_ACCOUNTS}.passwords.NotLikeTheName",
                "OPTIONS": {"user_attributes": ("name", "login")},
            },
            {
                "NAME": f"{_ACCOUNTS}.passwords.LongEnough",
                "OPTIONS": {"min_length": 15},
            },
            {"NAME": f"{_ACCOUNTS}.passwords.NotCommon"},
            {"NAME": f"{_ACCOUNTS}.passwords.Guessable"},
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "start",
        "ACCOUNT_ADAPTER": f"{_ACCOUNTS}.adapters.AccountAdapter",
        "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": "login",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_PRESERVE_USERNAME_CASING": False,
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_EMAIL_NOTIFICATIONS": False,
        "ACCOUNT_FORMS": {
            "login": f"{_ACCOUNTS}.forms.SignIn",
            "reauthenticate": f"{_ACCOUNTS}.forms.PasswordAgain",
            "change_password": f"{_ACCOUNTS}.forms.OtherPassword",
        },
        "ACCOUNT_USER_DISPLAY": str,
        "MFA_ADAPTER": f"{_ACCOUNTS}.adapters.SecondFactorAdapter",
        "MFA_FORMS": {
            "authenticate": f"{_ACCOUNTS}.forms.Code",
            "reauthenticate": f"{_ACCOUNTS}.forms.CodeAgain",
            "activate_totp": f"{_ACCOUNTS}.forms.FirstCode",
            "add_webauthn": f"{_ACCOUNTS}.forms.NewPasskey",
            "authenticate_webauthn": f"{_ACCOUNTS}.forms.Passkey",
            "reauthenticate_webauthn": f"{_ACCOUNTS}.forms.PasskeyAgain",
        },
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_ALLOW_UNVERIFIED_EMAIL": True,  # accounts have no address
        "MFA_TOTP_ISSUER": "Jobcenter-Posteingang",
        "MFA_TOTP_TOLERANCE": 1,  # telephones whose clock is half a minute off
        "MFA_RECOVERY_CODE_COUNT": 8,
        "AXES_FAILURE_LIMIT": TRIES,
        "AXES_COOLOFF_TIME": PAUSE,
        # From where, too: else a stranger could keep somebody out. (allauth counts the tries from anywhere.)
        "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
        "AXES_RESET_ON_SUCCESS": True,
        "AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT": False,  # else a stranger keeps staff out for ever
        "AXES_USERNAME_CALLABLE": f"{_ACCOUNTS}.tries.login_tried",
        "AXES_LOCKOUT_CALLABLE": f"{_ACCOUNTS}.tries.locked_out",
        "AXES_CLIENT_IP_CALLABLE": f"{_ACCOUNTS}.tries.address",
        "AXES_DISABLE_ACCESS_LOG": True,  # who signed in stands in the audit
        "AXES_VERBOSE": False,
        "AXES_ENABLE_ADMIN": False,
    }


def _protection(plan: Plan) -> dict[str, Any]:
    prefix = "__Host-" if plan.is_secure else ""
    own = [SELF]
    return {
        "SESSION_COOKIE_NAME": f"{prefix}session",
        "SESSION_COOKIE_SECURE": plan.is_secure,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "SESSION_COOKIE_AGE": int(ABSOLUTE.total_seconds()),
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_NAME": f"{prefix}csrf",
        "CSRF_COOKIE_SECURE": plan.is_secure,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_AGE": None,  # until the browser is closed
        "CSRF_FAILURE_VIEW": "bot.web.views.stale_form",
        "CSRF_TRUSTED_ORIGINS": [plan.url] if plan.is_secure else [],
        "SECURE_SSL_REDIRECT": plan.is_secure,
        "SECURE_HSTS_SECONDS": YEAR if plan.is_secure else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": plan.is_secure,
        "SECURE_HSTS_PRELOAD": plan.is_secure,
        # Not "no-referrer": browsers then send forms with "Origin: null", which is refused.
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_BODY,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 200,
        "FILE_UPLOAD_HANDLERS": [],
        "CONTENT_SECURITY_POLICY": {
            "DIRECTIVES": {
                "default-src": [NONE],
                "script-src": own,
                "style-src": own,
                "img-src": [SELF, "data:"],  # the QR code of an authenticator app
                "connect-src": own,
                "form-action": own,
                "frame-ancestors": [NONE],
                "base-uri": [NONE],
            }
        },
    }

"""What languages are called in the language in use."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from annotator.i18n import gettext as _

_NAMES: Mapping[str, str] = {
    "ar": _("Arabic"),
    "da": _("Danish"),
    "de": _("German"),
    "el": _("Greek"),
    "en": _("English"),
    "es": _("Spanish"),
    "fr": _("French"),
    "he": _("Hebrew"),
    "it": _("Italian"),
    "ja": _("Japanese"),
    "ko": _("Korean"),
    "nl": _("Dutch"),
    "no": _("Norwegian"),
    "pl": _("Polish"),
    "pt": _("Portuguese"),
    "ru": _("Russian"),
    "sv": _("Swedish"),
    "zh": _("Chinese"),
}
"""Those in which articles are recognised; Qt knows the English names of the others."""


def language_name(code: str) -> str:
    """The name of a language, with the code of a variety; the code if Qt knows none."""
    language = QLocale(code).language()
    if language == QLocale.Language.C:
        return code
    plain = code.replace("_", "-").partition("-")[0].lower()
    name = _NAMES.get(plain) or QLocale.languageToString(language)
    return name if code.isalpha() else f"{name} ({code})"

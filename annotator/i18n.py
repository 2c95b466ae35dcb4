"""Texts of the program in the user's language, which is settled when this is first imported.

Modules make some of their texts while they load, so a language chosen later holds from the next
start on. Processes that the program starts read the same settings, and so speak the same language.
"""

import gettext as _gettext
import os

from annotator.paths import locale_folder
from annotator.settings import LanguageChoice, Settings
from annotator.system_language import system_languages

LANGUAGES = ("en", "fr")
"""Those the program speaks, by their codes; its texts are written in the first."""


def language_of(choice: LanguageChoice) -> str:
    """The code of the language that a choice comes to."""
    if choice is not LanguageChoice.SYSTEM:
        return choice.value
    spoken = (code.lower()[:2] for code in system_languages())
    return next((code for code in spoken if code in LANGUAGES), LANGUAGES[0])


language = language_of(Settings.load().language)
"""The code of the language in use."""

_translation = _gettext.translation(
    "annotator", localedir=str(locale_folder()), languages=[language], fallback=True
)

gettext = _translation.gettext
ngettext = _translation.ngettext


def speak() -> None:
    """Have Python's own texts of the command line in the language in use."""
    os.environ["LANGUAGE"] = language  # which is all that argparse goes by
    _gettext.bindtextdomain("annotator", str(locale_folder()))
    _gettext.textdomain("annotator")

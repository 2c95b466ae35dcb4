"""Texts of the program in the user's language."""

import gettext as _gettext

from annotator.paths import locale_folder

_translation = _gettext.translation("annotator", localedir=str(locale_folder()), fallback=True)

gettext = _translation.gettext
ngettext = _translation.ngettext

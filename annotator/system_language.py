"""Which languages the user has told the system to speak."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_MAC_PREFERENCES = Path("Library/Preferences/.GlobalPreferences.plist")


def system_languages() -> Sequence[str]:
    """The languages' codes, such as "fr_CA.UTF-8" or "fr-CA", the most wanted one first.

    The environment decides; where it is silent, as on macOS and Windows, the system's settings do.
    """
    wanted = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    if wanted:
        return wanted.split(":")
    if sys.platform == "darwin":
        return _of_mac(Path.home() / _MAC_PREFERENCES)
    if sys.platform == "win32":
        return _of_windows()
    return ()


def _of_mac(preferences: Path) -> Sequence[str]:
    # each system needs its own part only, and this stands before the first window
    import plistlib  # noqa: PLC0415
    from xml.parsers.expat import ExpatError  # noqa: PLC0415

    try:
        found = plistlib.loads(preferences.read_bytes())
    except (OSError, plistlib.InvalidFileException, ExpatError):
        return ()
    wanted = found.get("AppleLanguages") if isinstance(found, dict) else None
    return [code for code in wanted if isinstance(code, str)] if isinstance(wanted, list) else ()


def _of_windows() -> Sequence[str]:
    import ctypes  # noqa: PLC0415 - only there has it this part
    import locale  # noqa: PLC0415

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    return [locale.windows_locale.get(number, "")]

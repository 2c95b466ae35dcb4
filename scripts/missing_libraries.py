"""Prints the Debian packages of the shared libraries that Qt needs and this system lacks."""

import ctypes
import shutil
import subprocess

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
}


def is_missing(library: str) -> bool:
    """Whether the dynamic linker does not find a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def has_fonts() -> bool:
    """Whether any font is installed that text could be shown in."""
    listing = shutil.which("fc-list")
    return bool(listing) and bool(
        subprocess.run([listing], capture_output=True, check=False).stdout.strip()
    )


packages = [package for library, package in LIBRARIES.items() if is_missing(library)]
if not has_fonts():
    packages += ["fontconfig", "fonts-dejavu-core"]
print(*packages)

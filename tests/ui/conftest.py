"""Qt without a screen; set `QT_QPA_PLATFORM=xcb` to watch the tests at work."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

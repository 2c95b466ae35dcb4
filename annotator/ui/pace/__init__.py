"""How the session goes: decisions a minute and the time on each article, at the keyboard."""

from annotator.ui.pace.attention import Attention
from annotator.ui.pace.pace import Pace
from annotator.ui.pace.panel import PacePanel

__all__ = ["Attention", "Pace", "PacePanel"]

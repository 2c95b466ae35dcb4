"""The palette: any command that can be given now, found by typing."""

from annotator.ui.palette.palette import Palette
from annotator.ui.palette.ranking import entry_of

__all__ = ["Palette", "entry_of"]

"""The dialog in which commands are given other keys."""

from annotator.ui.keys_dialog.dialog import KeysDialog

__all__ = ["KeysDialog"]

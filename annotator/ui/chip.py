"""A small label in a colour of its own: the type of a statement, the label of a mention."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.ui.article_view.palette import palette_for
from annotator.ui.theme import Theme


class Chip(QLabel):
    """A word on a tint of its colour, legible in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_chip(self, text: str, colour: str, theme: Theme) -> None:
        """Show `text` in `colour`."""
        palette = palette_for(theme)
        self.setText(text)
        self.setStyleSheet(
            f"QLabel {{ background: {palette.tint(colour).name()};"
            f" color: {palette.text.name()}; border-radius: 9px; padding: 2px 9px;"
            f" border: 1px solid {palette.ink(colour).name()}; font-weight: 600; }}"
        )

"""A label that never takes more room than it is given: what does not fit is cut, with a tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class ElidedLabel(QLabel):
    """Shows a plain text in at most `lines` lines, cut at the end or in the middle of the last."""

    def __init__(
        self,
        *,
        lines: int = 1,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._full = ""
        self._lines = lines
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show as much of `text` as there is room for."""
        self._full = text
        self.setAccessibleName(text)
        self._fit(self.width())

    def sizeHint(self) -> QSize:
        """Give the height of the lines in use."""
        shown = max(self.text().count("\n") + 1, 1)
        return QSize(0, shown * QFontMetrics(self.font()).lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        shown = "\n".join(self._cut(width))
        self.setToolTip("" if shown.replace("\n", " ") == self._full else self._full)
        if shown != self.text():
            self.setText(shown)
            self.updateGeometry()

    def _cut(self, width: int) -> list[str]:
        cut: list[str] = []
        rest = self._full
        for _line in range(self._lines - 1):
            first = _first_line(rest, self, width)
            if first == len(rest):
                break
            cut.append(rest[:first].rstrip())
            rest = rest[first:]
        return [*cut, QFontMetrics(self.font()).elidedText(rest, self._mode, width)]


def _first_line(text: str, label: QLabel, width: int) -> int:
    layout = QTextLayout(text, label.font())
    layout.setTextOption(_WRAPPED)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return line.textLength() if line.isValid() else len(text)

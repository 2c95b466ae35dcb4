"""A small bar beside the selection: what the keys do, for the mouse."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QToolButton

from annotator.domain import Codebook, Role
from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.article_view import ArticleView
from annotator.ui.swatch import swatch
from annotator.ui.theme import Theme
from annotator.ui.widgets import tool_button

_GAP = 6
_AFTER_MS = 150


class TagBar(QFrame):
    """Floats over the text while something is selected; each button has its key beside it."""

    type_chosen = Signal(str)
    mention_chosen = Signal()
    claim_chosen = Signal()
    role_chosen = Signal()
    span_chosen = Signal()

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("tagBar")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._view = view
        self._codebook = Codebook(name="")
        self._types: list[QToolButton] = []
        self._mention = _button(_("Mention"), "tag_mention")
        self._claim = _button(_("Claim"), "tag_claim")
        self._role = _button("", "fill_role")
        self._span = _button(_("Span"), "set_span")
        # a bar that follows every step of a drag would be in the way
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._appear)
        self._shadow = QGraphicsDropShadowEffect(self, blurRadius=16)
        self._shadow.setOffset(0, 2)
        self.setGraphicsEffect(self._shadow)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(2)
        for button, signal in (
            (self._role, self.role_chosen),
            (self._span, self.span_chosen),
            (self._mention, self.mention_chosen),
            (self._claim, self.claim_chosen),
        ):
            button.clicked.connect(signal)
            self._row.addWidget(button)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def offer(self, codebook: Codebook, role: Role | None, *, form: bool) -> None:
        """Appear soon, with the types of the codebook and, if a form is open, with its role."""
        if codebook != self._codebook:
            self._codebook = codebook
            self._show_types()
        self._role.setVisible(role is not None)
        self._role.setText(_("→ {role}  F").format(role=role.name) if role else "")
        self._span.setVisible(form)
        self._timer.start()

    def set_theme(self, theme: Theme) -> None:
        """Cast the shadow that suits the theme."""
        shade = QColor("#000000")
        shade.setAlphaF(0.6 if theme.dark else 0.25)
        self._shadow.setColor(shade)

    def _appear(self) -> None:
        if self._view.selected_span() is None:
            return
        self.adjustSize()
        self.move(self._place())
        self.show()
        self.raise_()

    def _place(self) -> QPoint:
        caret, room = self._view.cursorRect(), self._view.viewport().rect()
        left = min(max(caret.left() - self.width() // 2, _GAP), room.right() - self.width() - _GAP)
        below = caret.bottom() + _GAP
        fits = below + self.height() < room.bottom()
        return QPoint(max(left, _GAP), below if fits else caret.top() - self.height() - _GAP)

    def _show_types(self) -> None:
        for button in self._types:
            button.hide()
            button.deleteLater()
        self._types = []
        for kind in self._codebook.types:
            if not kind.retired:
                button = _type_button(kind.name, kind.shortcut, kind.colour)
                button.clicked.connect(lambda _on, key=kind.key: self.type_chosen.emit(key))
                self._row.insertWidget(len(self._types), button)
                self._types.append(button)


def _button(words: str, key: str) -> QToolButton:
    entry = command(key)
    button = tool_button(f"{words}  {entry.shortcuts[0]}", entry.hint)
    button.setAccessibleName(entry.text)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def _type_button(name: str, shortcut: str, colour: str) -> QToolButton:
    tip = _("Tag as {type} ({key})").format(type=name, key=shortcut)
    button = tool_button(f"{name}  {shortcut}".strip().replace("&", "&&"), tip)
    button.setIcon(swatch(colour))
    button.setIconSize(QSize(12, 12))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(_("Tag as {type}").format(type=name))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button

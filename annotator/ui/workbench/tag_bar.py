"""A small bar beside the selection: what the keys do, for the mouse."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QToolButton, QWidget

from annotator.domain import Codebook, Role
from annotator.i18n import gettext as _
from annotator.ui.actions import command
from annotator.ui.article_view import ArticleView
from annotator.ui.command_button import name_command
from annotator.ui.flow import FlowLayout
from annotator.ui.swatch import BUTTON_SWATCH, swatch
from annotator.ui.theme import Theme
from annotator.ui.widgets import tool_button

_GAP = 6
_MARGIN = 4
_SPACING = 2
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
        self._buttons: list[QToolButton] = []
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
        self._content = QWidget(self)
        self._content.move(_MARGIN, _MARGIN)
        self._flow = FlowLayout(self._content, gap=_SPACING)
        for button, signal in (
            (self._role, self.role_chosen),
            (self._span, self.span_chosen),
            (self._mention, self.mention_chosen),
            (self._claim, self.claim_chosen),
        ):
            button.clicked.connect(signal)
            button.setParent(self._content)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        self.hide()

    def offer(self, codebook: Codebook, role: Role | None, *, form: bool) -> None:
        """Appear soon, with the types of the codebook and, if a form is open, with its role."""
        if codebook != self._codebook:
            self._codebook = codebook
            self._show_types()
        if role:
            name_command(self._role, "fill_role", words=_("→ {role}").format(role=role.name))
        helpful = [self._role] if role else []
        helpful += [self._span] if form else []
        self._show_buttons([*self._types, *helpful, self._mention, self._claim])
        self._timer.start()

    def set_theme(self, theme: Theme) -> None:
        """Cast the shadow and show the colours that suit the theme."""
        shade = QColor("#000000")
        shade.setAlphaF(0.6 if theme.dark else 0.25)
        self._shadow.setColor(shade)
        self._show_types()

    def _appear(self) -> None:
        if self._view.selected_span() is None:
            return
        self._take_size()
        self.move(self._place())
        self.show()
        self.raise_()

    def _show_buttons(self, wanted: list[QToolButton]) -> None:
        for button in self._content.findChildren(QToolButton):
            self._flow.removeWidget(button)
            button.hide()
        for button in wanted:
            self._flow.addWidget(button)
            button.show()
        self._buttons = wanted

    def _take_size(self) -> None:
        needed = sum(button.sizeHint().width() + _SPACING for button in self._buttons)
        width = min(needed, self._view.viewport().width() - 2 * (_GAP + _MARGIN))
        size = QSize(width, self._flow.heightForWidth(width))
        self._content.resize(size)
        self.resize(size + QSize(2 * _MARGIN, 2 * _MARGIN))

    def _place(self) -> QPoint:
        caret, room = self._view.cursorRect(), self._view.viewport().rect()
        left = min(max(caret.left() - self.width() // 2, _GAP), room.right() - self.width() - _GAP)
        below = caret.bottom() + _GAP
        fits = below + self.height() < room.bottom()
        return QPoint(max(left, _GAP), below if fits else caret.top() - self.height() - _GAP)

    def _show_types(self) -> None:
        self._show_buttons([])
        for button in self._types:
            button.deleteLater()
        self._types = []
        for kind in self._codebook.types:
            if not kind.retired:
                button = _type_button(kind.name, kind.shortcut, kind.colour)
                button.clicked.connect(lambda _on, key=kind.key: self.type_chosen.emit(key))
                button.setParent(self._content)
                self._types.append(button)


def _button(words: str, key: str) -> QToolButton:
    entry = command(key)
    button = tool_button(words, entry.text)
    name_command(button, key, words=words)
    button.setAccessibleName(entry.text)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def _type_button(name: str, shortcut: str, colour: str) -> QToolButton:
    tip = _("Tag as {type} ({key})").format(type=name, key=shortcut)
    button = tool_button(f"{name}  {shortcut}".strip().replace("&", "&&"), tip)
    button.setIcon(swatch(colour, gap=True))
    button.setIconSize(BUTTON_SWATCH)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(_("Tag as {type}").format(type=name))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button

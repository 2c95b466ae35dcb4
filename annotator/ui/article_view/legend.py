"""The legend under an article: its layers, their look and their counts, each with a switch."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from annotator.i18n import gettext as _
from annotator.ui.article_view.mark import Layer
from annotator.ui.article_view.palette import Palette, palette_for
from annotator.ui.article_view.view import ArticleView
from annotator.ui.command_button import name_command
from annotator.ui.theme import Theme

_ICON = QSize(27, 16)
_AROUND_TEXT = 56


class LayerLegend(QWidget):
    """A bar of switches for the layers of a view; `open_menu` offers them by key."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._texts: dict[Layer, tuple[str, str]] = {}
        self._look: tuple[Theme, float] | None = None
        self._buttons = {layer: self._button(layer) for layer in Layer}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addStretch(1)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Legend"))
        view.marks_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the counts, colours and states of the view."""
        look = self._view.theme, self.devicePixelRatioF()
        if look != self._look:
            self._look = look
            self._draw_icons(*look)
        for layer, button in self._buttons.items():
            button.setChecked(self._view.is_layer_visible(layer))
            count = self._view.count(layer)
            self._texts[layer] = f"{_name(layer)} {count}", str(count)
        self._fit()

    def open_menu(self) -> None:
        """Offer the layers to be switched by the letter that is underlined."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for layer, button in self._buttons.items():
            action = menu.addAction(_mnemonic(layer))
            action.setCheckable(True)
            action.setChecked(button.isChecked())
            action.toggled.connect(button.setChecked)
        menu.popup(self.mapToGlobal(QPoint(8, -menu.sizeHint().height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _draw_icons(self, theme: Theme, ratio: float) -> None:
        palette = palette_for(theme)
        for layer, button in self._buttons.items():
            button.setIcon(_icon(layer, palette, ratio))

    def _fit(self) -> None:
        needed = sum(
            self.fontMetrics().horizontalAdvance(long) + _AROUND_TEXT
            for long, _short in self._texts.values()
        )
        has_room = self.width() >= needed
        for layer, (long, short) in self._texts.items():
            self._buttons[layer].setText(long if has_room else short)

    def _button(self, layer: Layer) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(True)
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        name_command(button, "layers", tip=_("Show or hide {layer}").format(layer=_name(layer)))
        button.setAccessibleName(_name(layer))
        button.toggled.connect(lambda on: self._view.set_layer_visible(layer, on))
        return button


def _name(layer: Layer) -> str:
    return _mnemonic(layer).replace("&", "")


def _mnemonic(layer: Layer) -> str:
    return {
        Layer.STATEMENTS: _("&Statements"),
        Layer.MENTIONS: _("&Mentions"),
        Layer.CLAIMS: _("&Claims"),
        Layer.SUGGESTIONS: _("S&uggestions"),
    }[layer]


def _icon(layer: Layer, palette: Palette, ratio: float) -> QIcon:
    pixmap = QPixmap(_ICON * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _SAMPLES[layer](painter, palette)
    painter.end()
    return QIcon(pixmap)


def _sample_statement(painter: QPainter, palette: Palette) -> None:
    painter.fillRect(QRectF(1, 2, 20, 12), palette.tint(palette.accent.name(), 1.5))
    for x in (1.0, 19.5):
        painter.fillRect(QRectF(x, 2, 1.5, 12), palette.accent)


def _sample_mention(painter: QPainter, palette: Palette) -> None:
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(palette.text)
    painter.drawText(QRectF(0, 0, 22, 12), Qt.AlignmentFlag.AlignCenter, "Aa")
    painter.fillRect(QRectF(3, 12, 16, 2), palette.accent)


def _sample_claim(painter: QPainter, palette: Palette) -> None:
    painter.setPen(_pen(palette.accent, Qt.PenStyle.SolidLine))
    corners = (QPointF(12, 2), QPointF(8, 2), QPointF(8, 14), QPointF(12, 14))
    painter.drawPolyline(corners)


def _sample_suggestion(painter: QPainter, palette: Palette) -> None:
    painter.setPen(_pen(palette.accent, Qt.PenStyle.DashLine))
    painter.setBrush(palette.tint(palette.accent.name(), 0.5))
    painter.drawRoundedRect(QRectF(1.5, 2.5, 19, 11), 3, 3)


def _pen(colour: QColor, style: Qt.PenStyle) -> QPen:
    return QPen(colour, 1.5, style)


_SAMPLES = {
    Layer.STATEMENTS: _sample_statement,
    Layer.MENTIONS: _sample_mention,
    Layer.CLAIMS: _sample_claim,
    Layer.SUGGESTIONS: _sample_suggestion,
}

"""The session at a glance, over the bar from which it was opened."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.pace.charts import ArticleChart, Bar, MinuteChart, time_words
from annotator.ui.pace.pace import Pace
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.widgets import words

_WIDTH = 400
_REFRESH_MS = 1000


class PacePanel(QFrame):
    """Opens above a button, stays up to date, and closes with Esc or a click elsewhere."""

    def __init__(self, session: Session, pace: Pace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("pacePanel")
        self.setAccessibleName(_("Session statistics"))
        self._session = session
        self._pace = pace
        self._sum = words("", "heading", wrap=False)
        self._rate = words("", "muted", wrap=False)
        self._minutes = MinuteChart(_("Decisions in each minute"))
        self._articles = ArticleChart(_("Time on each article"))
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.setFixedWidth(_WIDTH)
        self._lay_out()

    def open_above(self, button: QWidget) -> None:
        """Show it with its right edge at that of the button."""
        self.refresh()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), -self.height() - 6))
        self.move(corner)
        self.show()

    def refresh(self) -> None:
        """Show what was counted till now."""
        pace = self._pace
        counted = ngettext("{count} decision", "{count} decisions", pace.decisions)
        self._sum.setText(
            _("{decisions} in {time}").format(
                decisions=counted.format(count=digits(pace.decisions)),
                time=time_words(pace.seconds),
            )
        )
        self._rate.setText(
            _("The rate is told after a minute of work.")
            if pace.rate is None
            else _("{rate} decisions a minute").format(rate=digits(pace.rate, ".1f"))
        )
        self._minutes.show_minutes(pace.by_minute)
        self._articles.show_bars(self._article_bars())
        self.adjustSize()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for chart in (self._minutes, self._articles):
            chart.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep up to date."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(words(_("This session"), "section"))
        column.addWidget(self._sum)
        column.addWidget(self._rate)
        column.addSpacing(6)
        column.addWidget(words(_("Decisions in each minute"), "section"))
        column.addWidget(self._minutes)
        column.addSpacing(6)
        column.addWidget(words(_("Time on each article"), "section"))
        column.addWidget(self._articles)
        column.addSpacing(6)
        column.addWidget(
            words(
                _(
                    "Only time at the keys or the mouse counts; after a minute without them it "
                    "stands still. Nothing of this is stored."
                ),
                "muted",
            )
        )

    def _article_bars(self) -> list[Bar]:
        spent = self._pace.by_article
        # the one on show last, whenever it was first worked on
        order = sorted(spent, key=lambda article_id: article_id == self._pace.article_id)
        shown = order[-ArticleChart.MOST :]
        titles = {row.id: row.title for row in self._session.project.articles.rows(shown)}
        return [
            Bar(
                name=titles[article_id] or _("Untitled"),
                value=spent[article_id],
                written=time_words(spent[article_id]),
                current=article_id == self._pace.article_id,
            )
            for article_id in shown
            if article_id in titles
        ]

"""How often the suggestions of each label were right, and which labels are left out."""

from functools import partial
from operator import itemgetter

from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from annotator.domain import (
    ClaimKind,
    Codebook,
    EntityLabel,
    SuggestedLabel,
    SuggestionKind,
    TrackRecord,
)
from annotator.i18n import gettext as _
from annotator.ui.open_article import OpenArticle
from annotator.ui.widgets import words
from annotator.ui.wordings import CLAIM_KINDS, LABELS, SUGGESTION_KINDS, type_name


class LabelMenu(QMenu):
    """The labels that are known, each with its record; to take the tick away mutes a label."""

    def __init__(self, article: OpenArticle, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = article.session
        self.setAccessibleName(_("Labels, and how many of their last hundred were right"))
        labels = self._session.project.labels
        records = labels.records()
        known = {*records, *article.muted, *(row.suggested for row in article.open)}
        for kind in SUGGESTION_KINDS:
            of_kind = {
                label: label_name(label, article.codebook) for label in known if label.kind is kind
            }
            if of_kind:
                self._head(SUGGESTION_KINDS[kind])
            for label, name in sorted(of_kind.items(), key=itemgetter(1)):
                self._offer(name, label, records.get(label), on=label not in article.muted)
        if not known:
            self.addAction(_("No suggestions yet")).setEnabled(False)

    def _head(self, text: str) -> None:
        # the text of a section is lost where a stylesheet draws the menu
        label = words(text, "section", wrap=False)
        label.setContentsMargins(12, 6, 12, 2)
        head = QWidgetAction(self)
        head.setText(text)
        head.setDefaultWidget(label)
        head.setEnabled(False)
        self.addAction(head)

    def _offer(
        self, name: str, label: SuggestedLabel, record: TrackRecord | None, *, on: bool
    ) -> None:
        words = _("{right} of {count}") if record else _("none decided")
        told = words.format(right=record.right, count=record.decided) if record else words
        entry = self.addAction(f"{name.replace('&', '&&')}\t{told}")
        entry.setObjectName(f"{label.kind} {label.label}")
        entry.setCheckable(True)
        entry.setChecked(on)
        entry.toggled.connect(partial(self._switch, label))

    def _switch(self, label: SuggestedLabel, on: bool) -> None:  # noqa: FBT001 (a slot)
        self._session.do(
            lambda project: project.labels.unmute(label) if on else project.labels.mute(label)
        )


def label_name(label: SuggestedLabel, codebook: Codebook) -> str:
    """What a label is called."""
    if label.kind is SuggestionKind.STATEMENT:
        return type_name(label.label, codebook)
    if label.kind is SuggestionKind.CLAIM:
        return CLAIM_KINDS[ClaimKind(label.label)]
    return LABELS[EntityLabel(label.label)]

"""Modality and polarity: how a statement or a claim is said."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from annotator.domain import ClaimDraft, Modality, Polarity, StatementDraft
from annotator.i18n import gettext as _
from annotator.ui.forms.role_row import field_name
from annotator.ui.forms.segmented import Segmented
from annotator.ui.wordings import MODALITIES, MODALITY_TIPS, POLARITIES

Saying = ClaimDraft | StatementDraft


class SayingFields(QWidget):
    """Two rows of buttons; `edited` carries the draft with what was pressed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Saying | None = None
        self._modality: Segmented[Modality] = Segmented(
            _("Modality"),
            MODALITIES,
            tips=MODALITY_TIPS,
            command="cycle_modality",
        )
        self._polarity: Segmented[Polarity] = Segmented(
            _("Polarity"), POLARITIES, command="cycle_polarity"
        )
        self._modality.chosen.connect(self._choose_modality)
        self._polarity.chosen.connect(self._choose_polarity)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setVerticalSpacing(6)
        rows.setHorizontalSpacing(4)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        # in a narrow panel the buttons stand below the name
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.addRow(field_name(_("Modality")), self._modality)
        rows.addRow(field_name(_("Polarity")), self._polarity)

    def show_draft(self, draft: Saying) -> None:
        """Show how a draft is said."""
        self._draft = draft
        self._modality.show_value(draft.modality)
        self._polarity.show_value(draft.polarity)

    def _choose_modality(self, modality: Modality) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, modality=modality))

    def _choose_polarity(self, polarity: Polarity) -> None:
        if self._draft is not None:
            self.edited.emit(replace(self._draft, polarity=polarity))

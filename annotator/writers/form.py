"""Annotations as JSON objects, in the one form in which gold, predictions and exports are kept.

Offsets are code points, half-open, under `start` and `end`. Roles that hold entities or sums are
lists of objects, all others plain text (a list of texts where a role may have several values);
what is known of a plain text besides its words stands under `details`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.domain import (
    ClaimDraft,
    Codebook,
    Entity,
    MentionDraft,
    Money,
    Role,
    RoleKind,
    RoleValue,
    Span,
    StatementDraft,
    SuggestionDraft,
)
from annotator.domain.naming import entity_name, plain_number

Json = dict[str, Any]

_OBJECT_KINDS = frozenset({RoleKind.ENTITY, RoleKind.MONEY})


@dataclass(frozen=True, slots=True)
class Form:
    """Turns annotations into JSON; names come from `entities`, kinds of roles from the codebook."""

    codebook: Codebook
    entities: Mapping[int, Entity] = field(default_factory=dict)

    def mention(self, mention: MentionDraft, quote: str, entity_id: int | None = None) -> Json:
        """A mention; `entity` is left out when it names none."""
        form = {**_place(mention.span), "label": mention.label.value, "text": quote}
        name = entity_name(self.entities, entity_id, mention.entity)
        return form | ({"entity": name} if name else {})

    def claim(self, claim: ClaimDraft) -> Json:
        """A claim with its attributes."""
        return {**_place(claim.span), "kind": claim.kind.value, **self._attributes(claim)}

    def statement(self, statement: StatementDraft) -> Json:
        """A statement with its roles and attributes."""
        form = {**_place(statement.span), "type": statement.type, "roles": self._roles(statement)}
        form |= self._attributes(statement)
        details = self._details(statement)
        return form | ({"details": details} if details else {})

    def content(self, content: MentionDraft | ClaimDraft | StatementDraft, text: str) -> Json:
        """Whatever a suggestion about `text` proposes."""
        if isinstance(content, StatementDraft):
            return self.statement(content)
        if isinstance(content, ClaimDraft):
            return self.claim(content)
        return self.mention(content, content.span.quote(text))

    def _attributes(self, said: ClaimDraft | StatementDraft) -> Json:
        speaker = self._filler(said.speaker) if said.speaker else None
        return {
            "speaker": speaker,
            "modality": said.modality.value,
            "polarity": said.polarity.value,
        }

    def _roles(self, statement: StatementDraft) -> Json:
        return {
            key: self._role(key, statement)
            for key in dict.fromkeys(value.role for value in statement.values)
        }

    def _role(self, key: str, statement: StatementDraft) -> str | list[str] | list[Json]:
        role, values = self._known(key, statement), statement.of_role(key)
        if _is_object(role, values):
            return [self._filler(value) for value in values]
        if len(values) > 1 or (role and role.many):
            return [value.text for value in values]
        return values[0].text

    def _details(self, statement: StatementDraft) -> Json:
        details: dict[str, list[Json]] = {}
        for value in statement.values:
            role = self._known(value.role, statement)
            if not _is_object(role, statement.of_role(value.role)) and (
                value.span or value.entity or value.day
            ):
                details.setdefault(value.role, []).append(self._filler(value))
        return details

    def _known(self, key: str, statement: StatementDraft) -> Role | None:
        kind = self.codebook.type(statement.type)
        return kind.role(key) if kind else None

    def _filler(self, value: RoleValue) -> Json:
        form: Json = _place(value.span) if value.span else {}
        form["text"] = value.text
        name = entity_name(self.entities, value.entity_id, value.entity)
        if name:
            form["entity"] = name
        if value.money:
            form["value"] = _money(value.money)
        if value.day:
            form["day"] = value.day.isoformat()
        return form


def prediction(article_id: str, text: str, drafts: Iterable[SuggestionDraft], form: Form) -> Json:
    """What a pipeline proposes for one text, as one line of a predictions file."""
    row: Json = {"id": article_id, "text": text, "entities": [], "claims": [], "statements": []}
    for draft in drafts:
        content = form.content(draft.content, text)
        row[LISTS[draft.kind.value]].append(
            content | {"score": draft.score, "evidence": draft.evidence}
        )
    return row


LISTS = {"mention": "entities", "claim": "claims", "statement": "statements"}
"""Under which key a line keeps suggestions of a kind."""


def _is_object(role: Role | None, values: Iterable[RoleValue]) -> bool:
    if role:
        return role.kind in _OBJECT_KINDS
    return any(value.entity or value.money for value in values)


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.stop}


def _money(money: Money) -> Json:
    return {
        "low": plain_number(money.low),
        "high": plain_number(money.high),
        "currency": money.currency,
    }

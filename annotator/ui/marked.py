"""What a mark in the text, a card or a form stands for: an annotation or a suggestion."""

from dataclasses import dataclass

from annotator.domain import (
    Claim,
    Kind,
    Mention,
    MentionDraft,
    RoleValue,
    Statement,
    Suggestion,
)

Annotation = Mention | Claim | Statement
Annotated = Annotation | Suggestion


@dataclass(frozen=True, slots=True)
class Ref:
    """Names a row: MENTION, CLAIM, STATEMENT or SUGGESTION, and its id."""

    kind: Kind
    id: int


def ref(item: Annotated) -> Ref:
    """The name of a stored annotation or suggestion."""
    if isinstance(item, Suggestion):
        return Ref(Kind.SUGGESTION, item.id)
    if isinstance(item, Statement):
        return Ref(Kind.STATEMENT, item.id)
    return Ref(Kind.CLAIM if isinstance(item, Claim) else Kind.MENTION, item.id)


def as_words(item: Annotated | None) -> RoleValue | None:
    """What a mention, tagged or suggested, would fill a role with; None for anything else."""
    if isinstance(item, Mention):
        return RoleValue("", item.quote, item.span, item.entity, item.entity_id)
    if isinstance(item, Suggestion) and isinstance(item.content, MentionDraft):
        return RoleValue("", item.quote, item.span, item.content.entity)
    return None

"""Which entity a mention, a role value or a speaker stands for."""

from collections.abc import Callable
from dataclasses import replace

from annotator.domain import NAMED_LABELS, EntityLabel, MentionDraft, RoleValue, StatementDraft
from annotator.store.entities import Entities


class Linker:
    """Finds or adds, inside the current step, the entities that drafts name."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities

    def mention(self, draft: MentionDraft, quote: str, *, by_coder: bool) -> MentionDraft:
        """The mention with the name of an entity of the project; sums and dates have none.

        The name by which a coder's mention calls it becomes an alias, so that the next article's
        is linked at once.
        """
        if draft.label not in NAMED_LABELS:
            return replace(draft, entity="")
        entity_id = self._entities.linked(draft.entity or quote, draft.label)
        if by_coder and _is_name(quote, draft.label):
            self._entities.learn_alias(entity_id, quote)
        return replace(draft, entity=self._entities.get(entity_id).name)

    def statement(
        self, draft: StatementDraft, labels: Callable[[RoleValue], EntityLabel | None]
    ) -> StatementDraft:
        """The statement with entities for the role values and the speaker that name one."""
        return replace(
            draft,
            values=tuple(self.value(value, labels(value)) for value in draft.values),
            speaker=self.value(draft.speaker, labels(draft.speaker)) if draft.speaker else None,
        )

    def value(self, value: RoleValue, label: EntityLabel | None = None) -> RoleValue:
        """The role value linked to the entity it names; a new one is added only with a label."""
        if value.entity_id is not None or value.money is not None or value.day is not None:
            return value
        name = value.entity or value.text
        known = self._entities.named(name)
        if known is not None:
            return replace(value, entity=known.name, entity_id=known.id)
        if label is None or label not in NAMED_LABELS:
            return value
        return replace(value, entity=name, entity_id=self._entities.linked(name, label))


def _is_name(quote: str, label: EntityLabel) -> bool:
    """Whether words name just one entity, as descriptions and family names by themselves do not."""
    words = quote.split()
    if not words or (label is EntityLabel.PERSON and len(words) == 1):
        return False
    return all(not word[0].islower() for word in (words[0], words[-1]))

"""Tagging mentions, one by one or many places of the same words at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.domain import Changes, EntityLabel, Mention, MentionDraft, Span, Suggestion, Verdict
from annotator.formats import digits
from annotator.i18n import ngettext
from annotator.project.coding import Coding
from annotator.project.tables import Tables
from annotator.store.database import Database


class MentionCoding(Coding[MentionDraft, Mention]):
    """Mentions; what is tagged as one is proposed wherever else the same words stand."""

    def __init__(self, db: Database, tables: Tables) -> None:
        super().__init__(db, tables.mentions, tables.decisions, tables.link_mention)
        self._mentions = tables.mentions
        self._suggestions = tables.suggestions
        self._proposals = tables.proposals

    def add_all(
        self,
        wanted: Mapping[int, Sequence[Span]],
        label: EntityLabel,
        *,
        entity: str = "",
        propose: bool = True,
    ) -> Changes:
        """Code all these places of the same words, by article, as one step.

        Without the name of an entity the words of the first one are its name. What is suggested
        for just such a place counts as accepted, or as corrected where it says something else.
        Without `propose` the words are not proposed in further places. InvalidInput for a span
        that is empty or not inside its article.
        """
        count = sum(map(len, wanted.values()))
        if not count:
            return Changes()
        name = ngettext("Tag {count} mention", "Tag {count} mentions", count)
        first, spans = next(item for item in wanted.items() if item[1])
        draft = MentionDraft(span=spans[0], label=label, entity=entity)
        with self._db.step(name.format(count=digits(count))) as step:
            linked = self._link(first, draft)
            for article_id, places in wanted.items():
                self._add_in(article_id, [replace(linked, span=span) for span in places])
            if propose:
                self._tagged(first, linked)
        return step.changes

    def _add_in(self, article_id: int, drafts: Sequence[MentionDraft]) -> None:
        suggested = self._suggestions.open_at(article_id, (draft.span for draft in drafts))
        origins = [(draft, suggested.get(draft.span)) for draft in drafts]
        self._mentions.insert_all(
            article_id, [(draft, origin.id if origin else None) for draft, origin in origins]
        )
        self._decisions.take_all(
            {origin.id: _verdict(origin, draft) for draft, origin in origins if origin}
        )

    def _tagged(self, article_id: int, draft: MentionDraft) -> None:
        self._proposals.follow(article_id, [draft], by_hand=True)

    def _changed(self, old: Mention, draft: MentionDraft) -> None:
        if old.span != draft.span:
            self._removed([old])
        super()._changed(old, draft)

    def _removed(self, old: Sequence[Mention]) -> None:
        for quote in {mention.quote for mention in old}:
            self._proposals.forget(quote)


def _verdict(suggestion: Suggestion, draft: MentionDraft) -> Verdict:
    said = suggestion.content
    agrees = (
        isinstance(said, MentionDraft)
        and said.label is draft.label
        and said.entity in ("", draft.entity)
    )
    return Verdict.ACCEPTED if agrees else Verdict.CORRECTED

"""The tables of an open project, and the rules that span several of them."""

from dataclasses import replace

from annotator.domain import (
    ClaimDraft,
    EntityLabel,
    MentionDraft,
    RoleValue,
    StatementDraft,
    Suggestion,
)
from annotator.project.linking import Linker
from annotator.project.proposing import Proposals
from annotator.store.annotations import Claims, Mentions, Statements
from annotator.store.articles import Articles
from annotator.store.codebook import CodebookTable
from annotator.store.coders import Coders
from annotator.store.database import Database
from annotator.store.decisions import Decisions
from annotator.store.entities import Entities
from annotator.store.labels import Labels
from annotator.store.learned import LearnedVersions
from annotator.store.notes import Notes
from annotator.store.pipeline_runs import PipelineRuns
from annotator.store.suggestions import SuggestionTable
from annotator.store.thresholds import ThresholdTable


class Tables:
    """All tables over one database."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.articles = Articles(db)
        self.entities = Entities(db)
        self.mentions = Mentions(db)
        self.claims = Claims(db)
        self.statements = Statements(db)
        self.suggestions = SuggestionTable(db)
        self.decisions = Decisions(db)
        self.runs = PipelineRuns(db, self.suggestions)
        self.codebook = CodebookTable(db)
        self.coders = Coders(db)
        self.learned = LearnedVersions(db)
        self.thresholds = ThresholdTable(db)
        self.proposals = Proposals(db, self.articles, self.mentions, self.suggestions)
        self.notes = Notes(db)
        self.labels = Labels(db)
        self._linker = Linker(self.entities)

    def annotate(
        self, suggestion: Suggestion, draft: MentionDraft | ClaimDraft | StatementDraft
    ) -> MentionDraft | None:
        """Store what a coder made of a suggestion, inside the current step; a mention is given."""
        article_id, suggestion_id = suggestion.article_id, suggestion.id
        quote = suggestion.quote if draft.span == suggestion.span else None
        if isinstance(draft, StatementDraft):
            linked = self.link_statement(article_id, draft)
            self.statements.insert(article_id, linked, suggestion_id=suggestion_id, quote=quote)
        elif isinstance(draft, ClaimDraft):
            claim = self.link_claim(article_id, draft)
            self.claims.insert(article_id, claim, suggestion_id=suggestion_id, quote=quote)
        else:
            old = suggestion.content
            is_old = isinstance(old, MentionDraft) and draft.entity == old.entity
            mention = self.link_mention(article_id, draft, by_coder=not is_old, quote=quote)
            self.mentions.insert(article_id, mention, suggestion_id=suggestion_id, quote=quote)
            return mention
        return None

    def withdraw(self, suggestion_id: int) -> None:
        """Delete what the current coder had made of a suggestion, inside the current step."""
        self.mentions.delete(self.mentions.of_suggestion(suggestion_id))
        self.claims.delete(self.claims.of_suggestion(suggestion_id))
        self.statements.delete(self.statements.of_suggestion(suggestion_id))

    def link_mention(
        self,
        article_id: int,
        draft: MentionDraft,
        *,
        by_coder: bool = True,
        quote: str | None = None,
    ) -> MentionDraft:
        """The mention with the name of an entity of the project, added if it is new.

        `quote` are its words where they are known; else they are read.
        """
        if quote is None:
            quote = draft.span.quote(self.articles.text(article_id))
        return self._linker.mention(draft, quote, by_coder=by_coder)

    def link_claim(self, article_id: int, draft: ClaimDraft) -> ClaimDraft:
        """The claim with its speaker linked to an entity of the project."""
        if draft.speaker is None:
            return draft
        label = self._label_at(article_id, draft.speaker)
        return replace(draft, speaker=self._linker.value(draft.speaker, label))

    def link_statement(self, article_id: int, draft: StatementDraft) -> StatementDraft:
        """The statement with its role values and speaker linked to entities of the project."""
        return self._linker.statement(draft, lambda value: self._label_at(article_id, value))

    def _label_at(self, article_id: int, value: RoleValue) -> EntityLabel | None:
        """The label that a mention or a suggestion gives to just these words."""
        if value.span is None:
            return None
        return self.suggestions.label_at(article_id, value.span)

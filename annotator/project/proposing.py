"""What a coder has tagged once is proposed wherever else the same words stand."""

from collections.abc import Collection, Iterable, Iterator

from annotator.domain import Changes, Cover, MentionDraft, SuggestionDraft, SurfaceForm
from annotator.domain.word_index import word_index
from annotator.domain.words import plain
from annotator.i18n import gettext as _
from annotator.store.annotations import Mentions
from annotator.store.articles import Articles
from annotator.store.database import Database
from annotator.store.suggestions import SuggestionTable
from annotator.store.surface_forms import SurfaceForms

_SCORE = 0.9
"""How sure it is that words name again what they have named once."""


class Proposals:
    """Turns the current coder's tags into suggestions that only this coder sees.

    In the article in which something is tagged they are made in the same step; in any other when
    it is asked for, so that a tag costs no more in a large project than in a small one. Nothing
    is proposed that touches a mention or an open suggestion, nor where one was decided on.
    """

    def __init__(
        self, db: Database, articles: Articles, mentions: Mentions, suggestions: SuggestionTable
    ) -> None:
        self._db = db
        self._articles = articles
        self._mentions = mentions
        self._suggestions = suggestions
        self._forms = SurfaceForms(db, suggestions)

    def follow(self, article_id: int, tagged: Iterable[MentionDraft], *, by_hand: bool) -> None:
        """Propose the words of these mentions everywhere from now on, inside the current step."""
        text = self._articles.text(article_id)
        forms = {form.words: form for form in _forms(text, tagged, by_hand=by_hand)}
        new = [form for form in forms.values() if self._forms.remember(form)]
        for form in new:
            self._forms.withdraw(form.words)
        drafts = self._drafts(article_id, text, new)
        if drafts:
            self._forms.propose(article_id, text, drafts)

    def forget(self, quote: str) -> None:
        """Propose these words no longer, from the current step on."""
        words = plain(quote)
        self._forms.forget(words)
        self._forms.withdraw(words)

    def catch_up(self, article_id: int) -> Changes:
        """Propose in an article what was tagged in others; NotFound if it is gone.

        This is no step of its own and undone with the one before, since it follows from others
        and can be done again at any time.
        """
        text = self._articles.text(article_id)
        drafts = self._drafts(article_id, text, self._forms.among(word_index(text).single_words))
        latest = self._db.last_step() if drafts else None
        if latest is None:
            return Changes()
        with self._db.step("", join=latest) as step:
            self._forms.propose(article_id, text, drafts)
        return step.changes

    def make_way(self, step_id: int) -> None:
        """Take away what stands where an undone step would put suggestions again.

        It was proposed meanwhile, as part of the latest step, and so goes and comes with that.
        """
        doubled = self._forms.doubled_by(step_id)
        latest = self._db.last_step() if doubled else None
        if latest is not None:
            with self._db.step("", join=latest):
                self._db.delete("suggestions", doubled)

    def _drafts(
        self, article_id: int, text: str, forms: Collection[SurfaceForm]
    ) -> list[SuggestionDraft]:
        """What these words come to in an article; longer ones stand before shorter ones."""
        if not forms:
            return []
        cover = Cover(len(text), self._mentions.spans(article_id))
        index = word_index(text)
        found = [
            (form, span)
            for form in forms
            for span in index.occurrences(form.words)
            if not cover.touches(span)
        ]
        if not found:
            return []
        places = [span for _form, span in found]
        for span in self._suggestions.open_spans(article_id, near=places):
            cover.add(span)
        decided = self._suggestions.decided_spans(article_id, among=places)
        drafts = []
        for form, span in found:
            if span not in decided and not cover.touches(span):
                cover.add(span)
                content = MentionDraft(span=span, label=form.label, entity=form.entity)
                drafts.append(
                    SuggestionDraft(content=content, score=_SCORE, evidence=form.evidence)
                )
        return drafts


def _forms(text: str, tagged: Iterable[MentionDraft], *, by_hand: bool) -> Iterator[SurfaceForm]:
    evidence = _("as you tagged “{words}”") if by_hand else _("as you accepted “{words}”")
    for draft in tagged:
        words = plain(draft.span.quote(text))
        yield SurfaceForm(
            words=words,
            label=draft.label,
            entity=draft.entity,
            evidence=evidence.format(words=words),
        )

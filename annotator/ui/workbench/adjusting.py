"""Single keys and clicks that change what is in hand, or the current suggestion, without a form."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial

from annotator.domain import (
    SPEAKER,
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    MentionDraft,
    Role,
    RoleKind,
    RoleValue,
    Span,
    StatementDraft,
)
from annotator.formats import pair, series
from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.forms.drafts import Draft, after, retyped, speaker_role, with_values
from annotator.ui.forms.mending import MENTIONED, fits, mended, roles_for, said_next
from annotator.ui.text_units import moved, sentence_at
from annotator.ui.wordings import in_words, one_line
from annotator.ui.workbench.bench import Bench, Tool
from annotator.ui.workbench.candidates import MOST, Candidate, candidates_in, speakers_in

_CLAIM_KINDS = tuple(ClaimKind)


@dataclass(frozen=True, slots=True)
class _Mended:
    """A mention put into the role at a place of those that it fits, with the drafts around that."""

    chosen: Candidate
    place: int
    before: StatementDraft
    after: StatementDraft


class Adjusting(Tool):
    """Gives a draft another label, bound, role, speaker, modality or polarity."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._role: Role | None = None
        self._mended: _Mended | None = None
        self._numbered: tuple[Candidate, ...] = ()
        self._hand.taken.connect(self._begin_anew)
        self._hand.edited.connect(self._number)
        self._form.target_changed.connect(self._number)

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "cycle_modality": self._cycle_modality,
            "cycle_polarity": self._cycle_polarity,
            "cycle_speaker": self._cycle_speaker,
            "start_left": partial(self._move, start=-1),
            "start_right": partial(self._move, start=1),
            "stop_left": partial(self._move, stop=-1),
            "stop_right": partial(self._move, stop=1),
            "mend_role": self._offer_roles,
        }

    def holds(self, kind: type[Draft]) -> bool:
        """Whether what a key would change is of that kind."""
        return isinstance(self._draft(), kind)

    @property
    def span(self) -> Span | None:
        """Where what a key would change stands."""
        draft = self._draft()
        return draft.span if draft else None

    def set_span(self, span: Span) -> bool:
        """Give it these bounds; False where nothing is in hand or current."""
        draft = self._take()
        if draft is not None:
            self._bound(draft, span)
        return draft is not None

    def relabel(self, label: EntityLabel | ClaimKind) -> None:
        """Give a mention another label, a claim another kind; a suggestion is recorded with it."""
        draft = self._take()
        if isinstance(draft, MentionDraft) and isinstance(label, EntityLabel):
            self._record(replace(draft, label=label))
        elif isinstance(draft, ClaimDraft) and isinstance(label, ClaimKind):
            self._record(replace(draft, kind=label))

    def retype(self, key: str) -> None:
        """Make a statement one of another type; a suggestion is recorded with it."""
        draft, new = self._take(), self._article.codebook.type(key)
        if isinstance(draft, StatementDraft) and new is not None:
            old = self._article.codebook.type(draft.type)
            self._record(draft if draft.type == key else retyped(draft, old, new))

    def choose(self, number: int) -> Callable[[], None] | None:
        """What a digit, 1 to 9, means here; None where it is the key of a type of statement."""
        if self._view.selected_span() is not None:
            return None
        if self._waits():
            return partial(self._pick, number)
        is_kind = number <= len(_CLAIM_KINDS) and not self._form.is_open
        if is_kind and self.holds(ClaimDraft):
            return partial(self.relabel, _CLAIM_KINDS[number - 1])
        return None

    def mend(self, key: Hashable) -> bool:
        """Put the mention that was clicked into the role of the current statement that it fits.

        That is one without a value, or the one whose value stands nearest; clicked again it goes
        into the next one. False if it has no place there, or is there already.
        """
        draft = self._draft()
        if self._form.is_open or not isinstance(draft, StatementDraft):
            return False
        near = candidates_in(self._article.mentions, self._article.pending, draft.span, draft.span)
        found = next((one for one in near if one.key == key), None)
        return found is not None and self._mend(draft, found)

    def empty_role(self) -> bool:
        """Take away what stands in the role that waits for a mention; False if none waits."""
        role, draft = self._role, self._hand.draft
        if role is None or not isinstance(draft, ClaimDraft | StatementDraft):
            return False
        self._role = None
        if role.key == SPEAKER or isinstance(draft, ClaimDraft):
            self._hand.edit(replace(draft, speaker=None))
        else:
            self._hand.edit(with_values(draft, role.key, ()))
        self._number()
        return True

    def give_up(self) -> bool:
        """Wait no longer for the mention of a role; False if none was waited for."""
        waited = self._role is not None
        self._begin_anew()
        return waited

    def _draft(self) -> Draft | None:
        """What a key would change."""
        if self._hand.target is not None:
            return self._hand.draft
        return self._stream.current.content if self._stream.current else None

    def _take(self) -> Draft | None:
        """Take the current suggestion where nothing is in hand."""
        if self._hand.target is None and self._stream.current is not None:
            self._hand.take(self._stream.current)
        return self._hand.draft

    def _record(self, draft: Draft) -> None:
        self._hand.edit(draft)
        if self._hand.is_suggestion and not self._form.is_open:
            self._hand.record()

    def _cycle_modality(self) -> None:
        draft = self._take()
        if isinstance(draft, ClaimDraft | StatementDraft):
            self._hand.edit(replace(draft, modality=after(draft.modality)))

    def _cycle_polarity(self) -> None:
        draft = self._take()
        if isinstance(draft, ClaimDraft | StatementDraft):
            self._hand.edit(replace(draft, polarity=after(draft.polarity)))

    def _cycle_speaker(self) -> None:
        draft = self._take()
        if isinstance(draft, ClaimDraft | StatementDraft):
            sentence = sentence_at(self._article.text, draft.span.start)
            before = sentence_at(self._article.text, max(0, sentence.start - 2))
            article = self._article
            speakers = speakers_in(article.mentions, article.pending, sentence, before)
            self._hand.edit(replace(draft, speaker=said_next(draft.speaker, speakers)))

    def _move(self, *, start: int = 0, stop: int = 0) -> None:
        draft = self._take()
        if draft is not None:
            self._bound(draft, moved(self._article.text, draft.span, start=start, stop=stop))

    def _bound(self, draft: Draft, span: Span) -> None:
        """Give a draft these bounds; an entity that is suggested by those words follows them."""
        text = self._article.text
        new = replace(draft, span=span)
        if isinstance(new, MentionDraft) and self._hand.is_suggestion:
            is_named_so = new.entity == one_line(draft.span.quote(text))
            new = replace(new, entity=one_line(span.quote(text))) if is_named_so else new
        self._hand.edit(new)

    def _offer_roles(self) -> None:
        """Ask for the role to be mended; a digit then chooses the mention for it."""
        draft = self._take()
        if not isinstance(draft, ClaimDraft | StatementDraft):
            return
        choices = [
            (_in_menu(number, draft, role), partial(self._wait_for, role))
            for number, role in enumerate(self._roles(draft), start=1)
        ]
        self._ask(choices, self._view.rect_of(draft.span))

    def _roles(self, draft: ClaimDraft | StatementDraft) -> list[Role]:
        """The roles that a mention can fill, and the speaker."""
        speaker = speaker_role(_("Speaker"))
        if isinstance(draft, ClaimDraft):
            return [speaker]
        kind = self._article.codebook.type(draft.type)
        known = [role for role in (kind.roles if kind else ()) if not role.retired]
        return [*(role for role in known if role.kind in MENTIONED), speaker]

    def _wait_for(self, role: Role) -> None:
        self._role = role
        self._number()

    def _pick(self, number: int) -> None:
        draft = self._hand.draft
        if number > len(self._numbered) or not isinstance(draft, ClaimDraft | StatementDraft):
            return
        chosen, role = self._numbered[number - 1], self._role
        if role is not None:
            self._role = None
            self._hand.edit(self._put(draft, role, chosen.words))
            self._number()
        else:
            self._fill(draft, chosen)

    def _put(self, draft: ClaimDraft | StatementDraft, role: Role, words: RoleValue) -> Draft:
        if isinstance(draft, ClaimDraft) or role.key == SPEAKER:
            return replace(draft, speaker=replace(words, role=SPEAKER))
        kind = self._article.codebook.type(draft.type)
        return mended(draft, kind, role, words) if kind is not None else draft

    def _fill(self, draft: ClaimDraft | StatementDraft, chosen: Candidate) -> None:
        """Fill the armed role of the form, or the one that the mention fits."""
        armed = self._form.armed
        if armed is not None and (armed.kind is RoleKind.TEXT or fits(armed, chosen.label)):
            self._form.fill(chosen.words)
        elif isinstance(draft, StatementDraft):
            self._mend(draft, chosen)

    def _mend(self, draft: StatementDraft, chosen: Candidate) -> bool:
        kind = self._article.codebook.type(draft.type)
        if kind is None:
            return False
        last, before, place = self._mended, draft, 0
        if last is not None and (last.chosen, last.after) == (chosen, draft):
            before, place = last.before, last.place + 1
        elif chosen.words.span in [value.span for value in draft.values]:
            return False
        roles = roles_for(before, kind, chosen.words, chosen.label)
        if not roles:
            return False
        after_it = mended(before, kind, roles[place % len(roles)], chosen.words)
        self._take()
        self._hand.edit(after_it)
        self._mended = _Mended(chosen, place, before, after_it)
        return True

    def _begin_anew(self) -> None:
        self._role = self._mended = None
        self._number()

    def _number(self) -> None:
        """Number the mentions that a digit can choose now."""
        draft = self._hand.draft
        self._numbered = self._near(draft.span) if draft is not None and self._waits() else ()
        self._view.set_numbers(
            {one.key: str(place) for place, one in enumerate(self._numbered, start=1)}
        )

    def _waits(self) -> bool:
        """Whether a role waits for a mention."""
        is_said = isinstance(self._hand.draft, ClaimDraft | StatementDraft)
        return is_said and (self._role is not None or self._form.is_open)

    def _near(self, span: Span) -> tuple[Candidate, ...]:
        """The mentions of a span and of the sentences in which it begins and ends."""
        text, article = self._article.text, self._article
        first = sentence_at(text, span.start)
        last = sentence_at(text, max(span.start, span.stop - 1))
        around = Span(first.start, max(first.stop, last.stop))
        return candidates_in(article.mentions, article.pending, span, around)[:MOST]


def _in_menu(number: int, draft: ClaimDraft | StatementDraft, role: Role) -> str:
    held = series(map(in_words, _values(draft, role))) or _("nothing")
    return f"&{number}  {pair(role.name, held)}"


def _values(draft: ClaimDraft | StatementDraft, role: Role) -> tuple[RoleValue, ...]:
    if role.key == SPEAKER:
        return (draft.speaker,) if draft.speaker else ()
    return draft.of_role(role.key) if isinstance(draft, StatementDraft) else ()

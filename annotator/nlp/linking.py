"""The component that names what mentions stand for: entities of the project, then known names."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from annotator.domain import NAMED_LABELS, Entity, EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.entity_spans import place, settle
from annotator.nlp.notes import key_of, notes_of

_KNOWN_SCORE = 0.95


class ProjectNames:
    """The entities of a project, found in a text by name and alias, as they are written."""

    def __init__(self, nlp: Language, entities: Iterable[Entity]) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        self._entities: dict[str, Entity] = {}
        for entity in entities:
            key = f"{entity.id}"
            self._entities[key] = entity
            wordings = [name for name in (entity.name, *entity.aliases) if name.strip()]
            self._matcher.add(key, [nlp.make_doc(wording) for wording in wordings])

    def in_text(self, doc: Doc) -> Iterator[tuple[Span, Entity]]:
        """Every place where one of them is named, overlapping ones too."""
        for key, start, stop in self._matcher(doc):
            entity = self._entities[doc.vocab.strings[key]]
            yield Span(doc, start, stop, label=entity.label.value), entity


class Linking:
    """Links mentions by name; the names of the project last used are kept at hand."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._known: tuple[Entity, ...] = ()
        self._names = ProjectNames(nlp, ())

    def __call__(self, doc: Doc) -> Doc:
        """Notes a name for each mention and marks entities of the project that were missed."""
        known = doc._.known or ()
        if known is not self._known:
            self._known, self._names = known, ProjectNames(self._nlp, known)
        _mark(doc, self._names)
        _name(doc)
        settle(doc)
        return doc


def _mark(doc: Doc, names: ProjectNames) -> None:
    """Entities of the project, put where nothing longer stands."""
    notes = notes_of(doc)
    lengths = {token.i: len(ent) for ent in doc.ents for token in ent}
    marked = []
    for span, entity in names.in_text(doc):
        if all(lengths.get(token.i, 0) <= len(span) for token in span):
            notes.names[key_of(span)] = entity.name
            notes.origins[key_of(span)] = (_KNOWN_SCORE, _("an entity of this project"))
            marked.append(span)
    place(doc, marked)


def _name(doc: Doc) -> None:
    """Gives every other mention the name of the list, or the fullest that the text has for it."""
    notes = notes_of(doc)
    named = [ent for ent in doc.ents if ent.label_ in NAMED_LABELS]
    full = _full_names(named)
    elsewhere = {ent.text: notes.names[key_of(ent)] for ent in named if key_of(ent) in notes.names}
    for ent in named:
        key = key_of(ent)
        if key not in notes.names:
            text = full.get((ent.text, ent.label_), ent.text)
            notes.names[key] = elsewhere.get(text, text)


def _full_names(named: list[Span]) -> dict[tuple[str, str], str]:
    """For each short name with its label the first longer one that it stands for."""
    full: dict[tuple[str, str], str] = {}
    for ent in named:
        if len(ent) < 2:  # noqa: PLR2004 - a name of one word has no shorter form
            continue
        for short in _short_forms(ent):
            full.setdefault((short, ent.label_), ent.text)
    return full


def _short_forms(ent: Span) -> Iterator[str]:
    if ent.label_ == EntityLabel.PERSON:
        yield ent[-1].text
        return
    if ent.label_ == EntityLabel.ORG:
        yield ent[0].text
        yield "".join(token.text[0] for token in ent if token.text[0].isupper())


@Language.factory("annotator_linking")
def make_linking(nlp: Language, name: str) -> Linking:  # noqa: ARG001 - spaCy calls factories with a name
    """The component for a pipeline."""
    return Linking(nlp)

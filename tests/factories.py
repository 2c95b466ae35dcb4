"""Makes domain objects for tests: every field has a plain default, name only what matters."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from annotator.domain import (
    AnnotatedArticle,
    Article,
    ArticleDraft,
    Claim,
    ClaimDraft,
    ClaimKind,
    Codebook,
    Coder,
    CorpusInfo,
    Decision,
    Entity,
    EntityLabel,
    Mention,
    MentionDraft,
    Modality,
    Money,
    Origin,
    PipelineRun,
    Role,
    RoleKind,
    RoleValue,
    Span,
    Statement,
    StatementDraft,
    StatementType,
    Suggestion,
    Verdict,
)

TEXT = (
    "🇫🇷 France gives Mistral\u00a0AI €2bn.\n"
    "“Mistral is ahead of OpenAI”, said Zoe\u0301 Dupont.\n"
    "שלום: the EU should adopt the AI Act.\n"
)
NOON = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)


def span(quote: str, text: str = TEXT, *, after: int = 0) -> Span:
    """Where the quote stands first in the text; ValueError if it does not."""
    start = text.index(quote, after)
    return Span(start, start + len(quote))


def _filled(facts: dict[str, Any], **plain: Any) -> dict[str, Any]:
    return plain | facts


def codebook() -> Codebook:
    """Three types with a role of every kind."""
    return Codebook(
        name="Test", guideline="What to tag.", types=(_funding(), _policy(), _competitor())
    )


def _funding() -> StatementType:
    roles = (
        Role(key="funder", name="Funder", kind=RoleKind.ENTITY, many=True),
        Role(key="recipient", name="Recipient", kind=RoleKind.ENTITY, many=True),
        Role(key="amount", name="Amount", kind=RoleKind.MONEY, many=True),
        Role(
            key="instrument", name="Instrument", kind=RoleKind.CHOICE, choices=("equity", "grant")
        ),
        Role(key="purpose", name="Purpose", kind=RoleKind.TEXT),
        Role(key="date", name="Date", kind=RoleKind.DATE),
    )
    return StatementType(key="funding", name="Funding", colour="#2f7d4f", shortcut="1", roles=roles)


def _policy() -> StatementType:
    roles = (
        Role(key="actor", name="Actor", kind=RoleKind.ENTITY, many=True),
        Role(key="instrument", name="Instrument", kind=RoleKind.ENTITY),
        Role(key="action", name="Action", kind=RoleKind.CHOICE, choices=("adopt", "oppose")),
        Role(key="target", name="Target", kind=RoleKind.ENTITY, many=True),
    )
    return StatementType(key="policy", name="Policy", colour="#2f62b5", shortcut="2", roles=roles)


def _competitor() -> StatementType:
    roles = (
        Role(key="subject", name="Subject", kind=RoleKind.ENTITY, many=True),
        Role(key="rival", name="Rival", kind=RoleKind.ENTITY, many=True),
        Role(key="direction", name="Direction", kind=RoleKind.CHOICE, choices=("ahead", "behind")),
    )
    return StatementType(
        key="competitor", name="Competitor", colour="#a8502a", shortcut="3", roles=roles
    )


def article_draft(text: str = TEXT, **facts: Any) -> ArticleDraft:
    """An article before it is stored."""
    return ArticleDraft(
        **_filled(facts, text=text, origin=Origin(reader="text"), title="France backs Mistral")
    )


def article(text: str = TEXT, **facts: Any) -> Article:
    """A stored article about `text`."""
    plain = _filled(
        facts,
        id=1,
        title="France backs Mistral",
        source="Le Monde",
        authors=("Ada Muster",),
        url="https://news.example/1",
        published=date(2024, 5, 3),
        language="en",
        length=len(text),
        origin=Origin(reader="text", path="mistral.txt", sha256="00ff", removed=("Share",)),
        imported_at=NOON,
    )
    return Article(**plain)


def mention_draft(quote: str = "France", text: str = TEXT, **facts: Any) -> MentionDraft:
    """A mention of an organisation, unless a label is given."""
    return MentionDraft(**_filled(facts, span=span(quote, text), label=EntityLabel.ORG))


def mention(quote: str = "France", text: str = TEXT, **facts: Any) -> Mention:
    """A stored mention by coder 1."""
    plain = _filled(
        facts,
        id=1,
        article_id=1,
        span=span(quote, text),
        quote=quote,
        label=EntityLabel.ORG,
        entity_id=None,
        coder_id=1,
    )
    return Mention(**plain)


def claim_draft(
    quote: str = "Mistral is ahead of OpenAI", text: str = TEXT, **facts: Any
) -> ClaimDraft:
    """An opinion, unless a kind is given."""
    return ClaimDraft(**_filled(facts, span=span(quote, text), kind=ClaimKind.OPINION))


def claim(quote: str = "Mistral is ahead of OpenAI", text: str = TEXT, **facts: Any) -> Claim:
    """A stored opinion by coder 1."""
    plain = _filled(
        facts,
        id=1,
        article_id=1,
        span=span(quote, text),
        quote=quote,
        kind=ClaimKind.OPINION,
        coder_id=1,
    )
    return Claim(**plain)


def filler(role: str, quote: str, text: str = TEXT, **facts: Any) -> RoleValue:
    """A role value whose words stand in the text."""
    return RoleValue(**_filled(facts, role=role, text=quote, span=span(quote, text)))


def two_billion() -> RoleValue:
    """The sum in TEXT."""
    return filler("amount", "€2bn", money=Money(2e9, 2e9, "EUR"))


def statement_draft(
    quote: str = "France gives Mistral\u00a0AI €2bn", text: str = TEXT, **facts: Any
) -> StatementDraft:
    """A funding statement without role values, unless they are given."""
    return StatementDraft(**_filled(facts, span=span(quote, text), type="funding"))


def statement(
    quote: str = "France gives Mistral\u00a0AI €2bn", text: str = TEXT, **facts: Any
) -> Statement:
    """A stored funding statement by coder 1."""
    plain = _filled(
        facts,
        id=1,
        article_id=1,
        span=span(quote, text),
        quote=quote,
        type="funding",
        coder_id=1,
    )
    return Statement(**plain)


def suggestion(
    content: MentionDraft | ClaimDraft | StatementDraft, text: str = TEXT, **facts: Any
) -> Suggestion:
    """A stored suggestion of run 1."""
    plain = _filled(
        facts,
        id=1,
        article_id=1,
        run_id=1,
        quote=content.span.quote(text),
        content=content,
        score=0.74,
        evidence="pattern funding.give",
    )
    return Suggestion(**plain)


def decision(**facts: Any) -> Decision:
    """Coder 1's acceptance of suggestion 1."""
    accepted = _filled(facts, suggestion_id=1, coder_id=1, verdict=Verdict.ACCEPTED, taken_at=NOON)
    return Decision(**accepted)


def corpus_info(**facts: Any) -> CorpusInfo:
    """Two coders, two entities, one pipeline run."""
    plain = _filled(
        facts,
        name="Test corpus",
        codebook=codebook(),
        coders={1: Coder(1, "Ada"), 2: Coder(2, "Grace")},
        entities={
            1: Entity(id=1, name="France", label=EntityLabel.GPE),
            2: Entity(id=2, name="Mistral AI", label=EntityLabel.ORG, aliases=("Mistral",)),
        },
        runs={
            1: PipelineRun(id=1, pipeline="en", version="3.8", started_at=NOON, finished_at=NOON)
        },
    )
    return CorpusInfo(**plain)


def annotated(text: str = TEXT, **facts: Any) -> AnnotatedArticle:
    """An article with nothing tagged, unless annotations are given."""
    return AnnotatedArticle(**_filled(facts, article=article(text), text=text))


def full_statement() -> Statement:
    """The funding statement of TEXT with every field filled."""
    values = (
        filler("funder", "France", entity="France", entity_id=1),
        filler("recipient", "Mistral\u00a0AI", entity="Mistral AI", entity_id=2),
        two_billion(),
        RoleValue("instrument", "grant"),
        RoleValue("date", "in May", day=date(2024, 5, 1)),
    )
    speaker = filler("speaker", "Zoe\u0301 Dupont")
    return statement(values=values, speaker=speaker, modality=Modality.PLANNED, note="*big*")


def full_article() -> AnnotatedArticle:
    """An article with every kind of annotation, one suggestion decided and three pending."""
    pending: Iterable[MentionDraft | ClaimDraft | StatementDraft] = (
        mention_draft("OpenAI"),
        claim_draft("the EU should adopt the AI Act"),
        statement_draft("Mistral is ahead of OpenAI", type="competitor"),
    )
    return annotated(
        mentions=(
            mention(entity_id=1, suggestion_id=1),
            mention("€2bn", id=2, label=EntityLabel.MONEY),
        ),
        claims=(claim(speaker=filler("speaker", "Zoe\u0301 Dupont")),),
        statements=(full_statement(),),
        pending=tuple(suggestion(content, id=number) for number, content in enumerate(pending, 2)),
        decisions=(decision(),),
        done_by=(1,),
    )

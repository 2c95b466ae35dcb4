"""The words of the field as types: frozen, from the standard library only."""

from annotator.domain.article import (
    Article,
    ArticleDetails,
    ArticleDraft,
    ArticleFilter,
    ArticleOrder,
    ArticleRow,
    Origin,
)
from annotator.domain.changes import Changes, Kind, Step, StepState
from annotator.domain.claim import NO_CLAIM, Claim, ClaimDraft, ClaimKind
from annotator.domain.codebook import (
    PARTIES,
    PARTY_ROLES,
    SUGGESTED_TYPES,
    Codebook,
    Role,
    RoleKind,
    StatementType,
)
from annotator.domain.coder import Coder
from annotator.domain.corpus import AnnotatedArticle, CorpusInfo, Include, Loss
from annotator.domain.entity import NAMED_LABELS, Entity, EntityLabel, Mention, MentionDraft
from annotator.domain.learning import (
    CLAIMS,
    Figures,
    Learned,
    LearnedDraft,
    Lesson,
    Score,
    Taught,
)
from annotator.domain.occurrence import Occurrence, Standing, SurfaceForm
from annotator.domain.query import parted
from annotator.domain.span import Cover, Span, anchor
from annotator.domain.statement import Statement, StatementDraft
from annotator.domain.suggestion import (
    LEFT_OPEN,
    Decision,
    PendingCount,
    PipelineRun,
    SuggestedLabel,
    Suggestion,
    SuggestionDraft,
    SuggestionKind,
    TrackRecord,
    Verdict,
)
from annotator.domain.threshold import Thresholds, is_chance
from annotator.domain.values import SPEAKER, Modality, Money, Polarity, RoleValue

__all__ = [
    "CLAIMS",
    "LEFT_OPEN",
    "NAMED_LABELS",
    "NO_CLAIM",
    "PARTIES",
    "PARTY_ROLES",
    "SPEAKER",
    "SUGGESTED_TYPES",
    "AnnotatedArticle",
    "Article",
    "ArticleDetails",
    "ArticleDraft",
    "ArticleFilter",
    "ArticleOrder",
    "ArticleRow",
    "Changes",
    "Claim",
    "ClaimDraft",
    "ClaimKind",
    "Codebook",
    "Coder",
    "CorpusInfo",
    "Cover",
    "Decision",
    "Entity",
    "EntityLabel",
    "Figures",
    "Include",
    "Kind",
    "Learned",
    "LearnedDraft",
    "Lesson",
    "Loss",
    "Mention",
    "MentionDraft",
    "Modality",
    "Money",
    "Occurrence",
    "Origin",
    "PendingCount",
    "PipelineRun",
    "Polarity",
    "Role",
    "RoleKind",
    "RoleValue",
    "Score",
    "Span",
    "Standing",
    "Statement",
    "StatementDraft",
    "StatementType",
    "Step",
    "StepState",
    "SuggestedLabel",
    "Suggestion",
    "SuggestionDraft",
    "SuggestionKind",
    "SurfaceForm",
    "Taught",
    "Thresholds",
    "TrackRecord",
    "Verdict",
    "anchor",
    "is_chance",
    "parted",
]

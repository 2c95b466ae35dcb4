"""All annotations and open suggestions of a project in one list."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from annotator.domain import (
    AnnotationFilter,
    AnnotationOrder,
    AnnotationState,
    EntityLabel,
    Kind,
    Modality,
    SuggestionDraft,
    SuggestionKind,
    Verdict,
    ids_of,
    of_key,
    row_key,
)
from annotator.project import Project
from annotator.store.annotation_query import SORTED_FIRST, select_annotations
from factories import article_draft, claim_draft, filler, mention_draft, statement_draft

FIRST = "France gives Mistral money. Élan is ahead, said Zoe."
SECOND = "Berlin adopts a rule of 100%. Mistral may follow."


@pytest.fixture
def listed(project: Project) -> Project:
    """Six annotations of Ada's, two suggestions that wait and one that she has rejected."""
    first, second = project.articles.add(
        [
            article_draft(FIRST, title="beta", source="Wire", published=date(2025, 5, 1)),
            article_draft(SECOND, title="Alpha", source="Post", published=None),
        ]
    ).added[Kind.ARTICLE]
    said = {"speaker": filler("speaker", "Zoe", FIRST), "modality": Modality.POSSIBLE}
    with project.step("Tag"):
        project.statements.add(first, statement_draft("France gives Mistral money", FIRST))
        project.mentions.add(first, mention_draft("France", FIRST, label=EntityLabel.GPE))
        project.claims.add(first, claim_draft("Élan is ahead", FIRST, **said))
        project.statements.add(second, statement_draft("adopts a rule", SECOND, type="policy"))
        project.mentions.add(second, mention_draft("Berlin", SECOND, label=EntityLabel.GPE))
        project.mentions.add(second, mention_draft("100%", SECOND, label=EntityLabel.PERCENT))
    run = project.suggestions.start_run("en", "1")
    drafts = (
        mention_draft("Mistral", SECOND),
        claim_draft("Mistral may follow", SECOND, modality=Modality.POSSIBLE),
        mention_draft("rule", SECOND),
    )
    project.suggestions.store(
        run, {second: [SuggestionDraft(content=draft, score=0.5) for draft in drafts]}
    )
    project.suggestions.reject([suggestion(project, "rule")])
    return project


def suggestion(project: Project, quote: str) -> int:
    return next(each.id for each in project.suggestions.of(2) if each.quote == quote)


def quotes(project: Project, **wanted: object) -> list[str]:
    keys = list(project.annotations.keys(AnnotationFilter(**wanted)))  # type: ignore[arg-type]
    rows = project.annotations.rows(keys)
    assert list(rows) == keys
    return [row.item.quote for row in rows.values()]


LATEST = [
    *("Berlin", "adopts a rule", "rule", "100%", "Mistral", "Mistral may follow"),
    *("France gives Mistral money", "France", "Élan is ahead"),
]


@pytest.mark.parametrize("kind", [Kind.STATEMENT, Kind.CLAIM, Kind.MENTION, Kind.SUGGESTION])
@pytest.mark.parametrize("row_id", [1, 2**40])
def test_a_key_tells_kind_and_id_in_64_bits(kind: Kind, row_id: int) -> None:
    key = row_key(kind, row_id)
    assert of_key(key) == (kind, row_id)
    assert 0 < key < 2**63


def test_the_latest_article_comes_first_and_each_in_the_order_of_its_text(listed: Project) -> None:
    assert sorted(quotes(listed)) == sorted(LATEST)
    assert quotes(listed)[:2] == ["Berlin", "adopts a rule"]
    assert quotes(listed, down=False)[-1] == "Mistral may follow"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kind": SuggestionKind.STATEMENT}, {"adopts a rule", "France gives Mistral money"}),
        ({"kind": SuggestionKind.CLAIM}, {"Élan is ahead", "Mistral may follow"}),
        ({"label": "GPE"}, {"France", "Berlin"}),
        ({"kind": SuggestionKind.STATEMENT, "label": "policy"}, {"adopts a rule"}),
        ({"state": AnnotationState.PENDING}, {"Mistral", "Mistral may follow"}),
        ({"state": AnnotationState.REJECTED}, {"rule"}),
        ({"state": AnnotationState.FLAGGED}, set()),
        ({"words": "FRANCE"}, {"France", "France gives Mistral money"}),
        ({"words": "élan"}, {"Élan is ahead"}),
        ({"words": "100%"}, {"100%"}),
        ({"words": "0_%"}, set()),
        ({"words": "it's \\"}, set()),
    ],
)
def test_filters_let_through_what_they_say(
    listed: Project, wanted: dict[str, object], found: set[str]
) -> None:
    assert set(quotes(listed, **wanted)) == found


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("à l'école de l'état", True),
        ("À L'ÉCOLE", True),
        ("de l'État 100 %", True),
        ("l'École État", False),
        ("l'_cole", False),
        ("l'École%", False),
        ("'; DROP TABLE mentions; --", False),
        ("\0", False),
        ("é" * 60_000, False),
        ("x" * 60_000, False),
        ("% " * 30_000, False),
    ],
)
def test_words_are_found_whatever_their_blanks_and_capitals_and_length(
    project: Project,
    words: str,
    is_found: bool,  # noqa: FBT001 (of a case)
) -> None:
    quote = "à l'École\nde l'ÉTAT 100\N{NARROW NO-BREAK SPACE}%"
    (article,) = project.articles.add([article_draft(f"{quote}.")]).added[Kind.ARTICLE]
    project.mentions.add(article, mention_draft(quote, quote))
    assert quotes(project, words=words) == [quote] * is_found


@pytest.mark.parametrize("extra", ["", "!"])
def test_what_is_longer_than_a_pattern_may_be_is_found_too(project: Project, extra: str) -> None:
    quote = "so on and " * 2_000 + "on"
    (article,) = project.articles.add([article_draft(f"{quote}.")]).added[Kind.ARTICLE]
    project.mentions.add(article, mention_draft(quote, quote))
    assert len(quotes(project, words=quote + extra)) == (not extra)


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        (AnnotationOrder.TEXT, "100%", "Élan is ahead"),
        (AnnotationOrder.TITLE, "Berlin", "France gives Mistral money"),
        (AnnotationOrder.SOURCE, "Berlin", "France gives Mistral money"),
        (AnnotationOrder.DATE, "France gives Mistral money", "France gives Mistral money"),
        (AnnotationOrder.SPEAKER, "Élan is ahead", "Élan is ahead"),
    ],
)
def test_an_order_has_its_first_on_top_up_and_down(
    listed: Project, order: AnnotationOrder, up: str, down: str
) -> None:
    rising, falling = (quotes(listed, order=order, down=each) for each in (False, True))
    assert sorted(rising) == sorted(falling) == sorted(LATEST)
    assert (rising[0], falling[0]) == (up, down)


@pytest.mark.parametrize("order", AnnotationOrder)
def test_every_order_lists_everything_once(listed: Project, order: AnnotationOrder) -> None:
    for down in (False, True):
        assert sorted(quotes(listed, order=order, down=down)) == sorted(LATEST)


def test_kinds_stand_together_when_ordered_by_them(listed: Project) -> None:
    keys = list(listed.annotations.keys(AnnotationFilter(order=AnnotationOrder.KIND, down=False)))
    kinds = [row.kind for row in listed.annotations.rows(keys).values()]
    statement, claim, mention = reversed(SuggestionKind)
    assert kinds == [statement] * 2 + [claim] * 2 + [mention] * 5


def test_states_stand_together_when_ordered_by_them(listed: Project) -> None:
    keys = list(listed.annotations.keys(AnnotationFilter(order=AnnotationOrder.STATE, down=False)))
    states = [row.state for row in listed.annotations.rows(keys).values()]
    tagged, pending = [AnnotationState.TAGGED] * 6, [AnnotationState.PENDING] * 2
    assert states == [*tagged, *pending, AnnotationState.REJECTED]


@pytest.mark.parametrize("order", sorted(set(AnnotationOrder) - SORTED_FIRST))
def test_no_order_of_an_index_has_to_be_sorted_first(
    order: AnnotationOrder, listed: Project
) -> None:
    sql, values = select_annotations(AnnotationFilter(order=order), coder_id=1)
    plan = [row[3] for row in listed._db.rows(f"EXPLAIN QUERY PLAN {sql}", *values)]
    assert not any("ORDER BY" in line and "RIGHT PART" not in line for line in plan)


def test_orders_without_an_index_give_their_best_and_then_the_rest(
    listed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.annotation_list._HEAD", 2)
    assert len(set(quotes(listed, order=AnnotationOrder.TEXT, down=False))) == len(LATEST)
    assert quotes(listed, order=AnnotationOrder.TEXT, down=False)[:3] == [
        "100%",
        "adopts a rule",
        "Berlin",
    ]


def test_a_row_says_who_coded_and_in_which_article(listed: Project) -> None:
    (key,) = listed.annotations.keys(AnnotationFilter(words="élan"))
    row = listed.annotations.rows([key])[key]
    assert (row.article.title, row.coder, row.kind) == ("beta", "Ada", SuggestionKind.CLAIM)
    assert row.state is AnnotationState.TAGGED


def test_a_coder_sees_their_own_unless_all_are_asked_for(listed: Project) -> None:
    listed.coders.use("Grace")
    assert set(quotes(listed)) == {"Mistral", "Mistral may follow", "rule"}
    assert sorted(quotes(listed, all_coders=True)) == sorted(LATEST)


def test_what_is_accepted_is_listed_as_an_annotation_only(listed: Project) -> None:
    listed.suggestions.accept([suggestion(listed, "Mistral may follow")])
    assert quotes(listed, words="may follow") == ["Mistral may follow"]
    assert quotes(listed, words="may follow", state=AnnotationState.TAGGED) == [
        "Mistral may follow"
    ]


def keys_of(project: Project, fits: Callable[[str], bool]) -> list[int]:
    keys = list(project.annotations.keys(AnnotationFilter(all_coders=True)))
    return [key for key, row in project.annotations.rows(keys).items() if fits(row.item.quote)]


def test_annotations_of_all_kinds_are_removed_in_one_step_and_come_back(listed: Project) -> None:
    before = quotes(listed)
    keys = keys_of(listed, lambda quote: quote in {"Berlin", "adopts a rule", "Élan is ahead"})
    changes = listed.annotations.remove(keys)
    assert changes.step == "Remove 3 annotations"
    assert len(quotes(listed)) == len(before) - 3
    listed.undo()
    assert quotes(listed) == before


def test_removing_what_was_accepted_rejects_its_suggestion(listed: Project) -> None:
    ids = [suggestion(listed, quote) for quote in ("Mistral", "Mistral may follow")]
    listed.suggestions.accept(ids)
    listed.annotations.remove(keys_of(listed, lambda quote: quote.startswith("Mistral")))
    decisions = [listed.suggestions.decision(each) for each in ids]
    assert [each.verdict for each in decisions if each] == [Verdict.REJECTED] * 2


def test_what_others_have_tagged_and_what_is_suggested_is_not_removed(listed: Project) -> None:
    listed.coders.use("Grace")
    listed.mentions.add(1, mention_draft("Mistral", FIRST))
    keys = keys_of(listed, lambda _quote: True)
    assert listed.annotations.remove(keys).step == "Remove annotation"
    listed.coders.use("Ada")
    assert sorted(quotes(listed)) == sorted(LATEST)
    assert ids_of(keys, Kind.SUGGESTION)


def test_removing_what_is_gone_is_no_step(listed: Project) -> None:
    keys = keys_of(listed, lambda quote: quote == "Berlin")
    listed.annotations.remove(keys)
    name = listed.undo_name
    assert not listed.annotations.remove(keys)
    assert listed.undo_name == name


TABLES = ("mentions", "claims", "statements", "role_values", "suggestions", "decisions")


def stored(project: Project) -> dict[str, list[tuple[object, ...]]]:
    return {table: project._db.rows(f"SELECT * FROM {table} ORDER BY id") for table in TABLES}


def act_on_some(project: Project, chance: random.Random) -> None:
    """What a coder may do to a selection from the list, be it of others' annotations."""
    project.coders.use(chance.choice(["Ada", "Grace"]))
    keys = list(project.annotations.keys(AnnotationFilter(all_coders=True)))
    chosen = chance.sample(keys, chance.randrange(len(keys) + 1))
    own = set(project.annotations.own(chosen))
    verb = chance.choice(["remove", "accept", "reject", "skip", "flag", "reopen"])
    if verb == "remove":
        project.annotations.remove(chosen)
        others = set(chosen) - own - {row_key(Kind.SUGGESTION, row_id) for row_id in range(99)}
        assert others <= project.annotations.rows(chosen).keys()
    else:
        getattr(project.suggestions, verb)(ids_of(chosen, Kind.SUGGESTION))


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_done_to_many_is_undone_and_redone_to_the_last_row(
    listed: Project, seed: int
) -> None:
    chance = random.Random(seed)
    by_step = {listed.history()[0].id: stored(listed)}
    for _time in range(12):
        act_on_some(listed, chance)
        by_step[listed.history()[0].id] = stored(listed)
    states = list(by_step.values())
    for state in reversed(states[:-1]):
        listed.undo()
        assert stored(listed) == state
    for state in states[1:]:
        listed.redo()
        assert stored(listed) == state

"""Fits which name before a pronoun or a phrase like "the company" it stands for.

fit_antecedents.py CARD.json SENTENCES.jsonl: learns from the fillers and speakers that readers
named because the sentence does not, and writes the weights into CARD.json.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from spacy.tokens import Doc, Span

from annotator.nlp.antecedents import candidates
from annotator.nlp.notes import key_of, notes_of
from annotator.nlp.phrases import noun_phrase
from annotator.nlp.referring import referring_kind
from reading import read_articles

SHORTEST = 4
"""How many sentences an article must have, so that there is something to choose from."""
FOLDS, STRENGTH = 5, 0.3
_WORD = re.compile(r"\w+")


@dataclass
class Case:
    """A phrase that stands for a name: what speaks for each name before it, and which is meant."""

    article: str
    features: list[dict[str, float]]
    right: list[bool]


def main(card: Path, sentences: Path) -> None:
    """Fit on all articles, choose by cross-validation how sure a choice must be, and report."""
    articles = [json.loads(line) for line in sentences.read_text("utf-8").splitlines()]
    cases = list(_cases([each for each in articles if len(each["sentences"]) >= SHORTEST]))
    owners = [place for place, case in enumerate(cases) for _ in case.right]
    features = [each for case in cases for each in case.features]
    right = np.array([each for case in cases for each in case.right])
    model = make_pipeline(DictVectorizer(), LogisticRegression(C=STRENGTH, max_iter=3000))
    chances = cross_val_predict(
        model,
        features,
        right,
        groups=[cases[place].article for place in owners],
        cv=GroupKFold(FOLDS),
        method="predict_proba",
    )[:, 1]
    best = {}
    for place, chance, is_right in zip(owners, chances, right, strict=True):
        best[place] = max(best.get(place, (0.0, False)), (float(chance), bool(is_right)))
    least, figures = _least(list(best.values()), len(cases))
    model.fit(features, right)
    names = model[0].get_feature_names_out()
    weights = dict(zip(names, np.round(model[1].coef_[0], 3).tolist(), strict=True))
    content = {
        "data": f"{len(cases)} phrases in labelled sentences of models/assets",
        "bias": round(float(model[1].intercept_[0]), 3),
        "least": least,
        "cross_validation": figures,
        "weights": weights,
    }
    card.parent.mkdir(parents=True, exist_ok=True)
    card.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    print(len(cases), "phrases", least, figures)


def _least(best: list[tuple[float, bool]], count: int) -> tuple[float, dict[str, float]]:
    """The chance from which on choosing is worth it by F, with what that gives."""
    rows = []
    for least in np.arange(0.05, 0.5, 0.05):
        chosen = [is_right for chance, is_right in best if chance >= least]
        precision, recall = sum(chosen) / max(1, len(chosen)), sum(chosen) / count
        total = 2 * precision * recall / max(1e-9, precision + recall)
        rows.append((total, round(float(least), 2), precision, recall))
    _total, least, precision, recall = max(rows)
    return least, {"precision": round(precision, 3), "recall": round(recall, 3)}


def _cases(articles: list[dict[str, Any]]) -> Iterator[Case]:
    for article, doc in read_articles(articles):
        for span, name in _phrases(article, doc):
            found = candidates(span, referring_kind(span) or "")
            if found:
                right = [_is_alike(name, last) for last, _features in found]
                yield Case(article["id"], [dict(features) for _, features in found], right)


def _phrases(article: dict[str, Any], doc: Doc) -> Iterator[tuple[Span, str]]:
    """Phrases with the name they stand for, where only one phrase and one name can be meant."""
    seen: set[int] = set()
    for labelled in (*article["statements"], *article["claims"]):
        names = {text.removeprefix("=") for text in _fillers(labelled) if text.startswith("=")}
        span = doc.char_span(labelled["start"], labelled["end"], alignment_mode="expand")
        found = [phrase for phrase in map(_phrase, span) if referring_kind(phrase)]
        kinds = {referring_kind(phrase) for phrase in found}
        if len(names) == 1 and len(kinds) == 1 and found[0].start not in seen:
            seen.add(found[0].start)
            yield found[0], names.pop()


def _phrase(token: Any) -> Span:
    return noun_phrase(token) if token.tag_.startswith("NN") else token.doc[token.i : token.i + 1]


def _fillers(labelled: dict[str, Any]) -> Iterator[str]:
    """Who fills a statement's roles, or says what is claimed."""
    if "roles" not in labelled:
        yield (labelled["speaker"] or {}).get("text", "")
    for values in labelled.get("roles", {}).values():
        yield from (value["text"] for value in values if isinstance(values, list))


def _is_alike(name: str, mention: Span) -> bool:
    """Whether half of all words of both names are in both."""
    wanted = set(_WORD.findall(name.lower()))
    full = notes_of(mention.doc).names.get(key_of(mention), mention.text)
    given = (set(_WORD.findall(text.lower())) for text in (full, mention.text))
    return any(wanted & words and len(wanted & words) * 2 >= len(wanted | words) for words in given)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

"""Fits how much the encoder and the rules count, on articles that the encoder was not trained on.

fit_weights.py FOLDER SENTENCES.jsonl HELD_OUT.txt: writes weights and thresholds into the
card.json of the encoder in FOLDER.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from spacy.tokens import Span

from annotator.domain import Span as Place
from annotator.nlp.claims import read
from annotator.nlp.encoder import Encoder
from annotator.nlp.encoding import encodings_of
from annotator.nlp.mood import modality_of, polarity_of
from annotator.nlp.notes import Hit, hits_in, notes_of
from annotator.nlp.statements import cues_by_sentence, score_of
from reading import read_articles

LONGEST_EXAMPLE, EXAMPLES = 140, 200
EVEN = 0.5
"""What is suggested is more likely right than wrong, and about as much as there is."""


def main(folder: Path, sentences: Path, held_out: Path) -> None:
    """Fit on the held-out articles and keep the result."""
    card = json.loads((folder / "card.json").read_text("utf-8"))
    articles = [json.loads(line) for line in sentences.read_text("utf-8").splitlines()]
    _write_examples(folder, card, articles)
    clauses = card["weights"]["clauses"]
    card["weights"] = {"kinds": _neutral_kinds(), "clauses": clauses}
    card["thresholds"] = {}
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    wanted = set(held_out.read_text("utf-8").split())
    rows = list(_rows([article for article in articles if article["id"] in wanted], card))
    groups = [row["article"] for row in rows]
    card["weights"] = {"types": {}, "clauses": clauses}
    for place, kind in enumerate(card["types"]):
        features = np.array([[*row["types"], row["rules"][place]] for row in rows])
        wanted = np.array([kind in row["said"] for row in rows])
        model = LogisticRegression(C=1.0, max_iter=1000)
        chances = cross_val_predict(
            model, features, wanted, groups=groups, cv=GroupKFold(8), method="predict_proba"
        )[:, 1]
        card["thresholds"][kind] = EVEN
        card["weights"]["types"][kind] = _weights(model.fit(features, wanted))
        print(kind, EVEN, _f(chances >= EVEN, wanted))
    card["weights"]["kinds"] = _fit_choice(
        [[*row["kinds"], *_one_of(card["kinds"], row["rule_kind"])] for row in rows],
        [card["kinds"].index(row["kind"]) for row in rows],
    )
    moods = [mood for row in rows for mood in row["moods"]]
    card["weights"]["modalities"] = _fit_choice(
        [[*m["modalities"], *_one_of(card["modalities"], m["rules"])] for m in moods],
        [card["modalities"].index(m["modality"]) for m in moods],
    )
    negations = LogisticRegression(C=0.3).fit(
        [[*m["denials"], m["rules_negated"]] for m in moods], [m["denied"] for m in moods]
    )
    card["weights"]["negated"] = _weights(negations)
    (folder / "card.json").write_text(json.dumps(card, indent=1), "utf-8")


def _write_examples(folder: Path, card: dict[str, Any], articles: list[dict[str, Any]]) -> None:
    """Short invented sentences with one statement, which stand for their type as evidence."""
    texts: dict[str, list[str]] = {kind: [] for kind in card["types"]}
    for article in articles:
        for sentence in article["sentences"]:
            said = [s for s in article["statements"] if _covers(s, sentence)]
            text = article["text"][sentence["start"] : sentence["end"]]
            if article["licence"] == "CC0" and len(said) == 1 and len(text) <= LONGEST_EXAMPLE:
                texts[said[0]["type"]].append(text)
    arrays: dict[str, np.ndarray] = {}
    for kind in texts:
        arrays[f"{kind}.texts"] = np.array(texts[kind][:: max(1, len(texts[kind]) // EXAMPLES)])
        arrays[f"{kind}.directions"] = np.zeros((len(arrays[f"{kind}.texts"]), 768), np.float16)
    _save_examples(folder, card, arrays)
    encoder = Encoder(folder)
    for kind in texts:
        for place, text in enumerate(arrays[f"{kind}.texts"]):
            vector = encoder.encode([str(text)])[0].vector
            arrays[f"{kind}.directions"][place] = vector / np.linalg.norm(vector)
    _save_examples(folder, card, arrays)


def _save_examples(folder: Path, card: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    np.savez(folder / "examples.npz", **arrays)
    digest = sha256((folder / "examples.npz").read_bytes()).hexdigest()
    card["sha256"]["examples.npz"] = digest
    (folder / "card.json").write_text(json.dumps(card, indent=1), "utf-8")


def _neutral_kinds() -> dict[str, Any]:
    """The encoder's own choice, until the weights are there."""
    return {"weights": np.eye(4, 8).tolist(), "bias": [0.0] * 4}


def _rows(articles: list[dict[str, Any]], card: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One row a labelled sentence: what encoder and rules say, and what is right."""
    for article, doc in read_articles(articles):
        spans = [span for span, _reading in notes_of(doc).readings]
        known = list(zip(spans, cues_by_sentence(doc), strict=True))
        for sentence in article["sentences"]:
            found = (one for one in known if _is_mostly(sentence, one[0]))
            if one := next(found, None):
                yield _row(article, sentence, *one, card)


def _is_mostly(sentence: dict[str, int], span: Span) -> bool:
    """Whether a sentence as spaCy has it holds half of a labelled one."""
    wanted = _place(sentence)
    return 2 * wanted.shared(Place(span.start_char, span.end_char)) >= len(wanted)


def _row(
    article: dict[str, Any],
    sentence: dict[str, int],
    span: Span,
    cues: dict[str, list[Hit]],
    card: dict[str, Any],
) -> dict[str, Any]:
    notes, encoded = notes_of(span.doc), encodings_of(span.doc).sentences[span.start]
    here = Place(span.start_char, span.end_char)
    by_rules = read(span, notes.hits, notes.speeches).kind
    said = [s for s in article["statements"] if _covers(s, sentence)]
    claim = next((c["kind"] for c in article["claims"] if _covers(c, sentence)), "none")
    return {
        "article": article["id"],
        "types": encoded.types.tolist(),
        "rules": [score_of(cues[kind]) for kind in card["types"]],
        "said": {s["type"] for s in said},
        "kinds": encoded.kinds.tolist(),
        "rule_kind": by_rules.value if by_rules else "none",
        "kind": claim,
        "moods": [_mood(span, s) for s in said if _place(s).shared(here)],
    }


def _mood(sentence: Span, statement: dict[str, Any]) -> dict[str, Any]:
    """What encoder and rules say of what a statement says in a sentence, and what is right."""
    doc = sentence.doc
    span: Span = doc.char_span(
        max(statement["start"], sentence.start_char),
        min(statement["end"], sentence.end_char),
        alignment_mode="expand",
    )
    inside = hits_in(notes_of(doc).hits, span.start, span.end)
    encodings = encodings_of(doc)
    return {
        "modalities": encodings.modalities(statement["type"], span).tolist(),
        "rules": modality_of(span, inside).value,
        "modality": statement["modality"],
        "denials": encodings.denials(statement["type"], span).tolist(),
        "rules_negated": polarity_of(span, inside).value == "negated",
        "denied": statement["polarity"] == "negated",
    }


def _place(entry: dict[str, Any]) -> Place:
    return Place(entry["start"], entry["end"])


def _covers(span: dict[str, Any], sentence: dict[str, int]) -> bool:
    return _place(span).speaks_of(_place(sentence))


def _one_of(values: list[str], value: str) -> list[float]:
    return [float(value == other) for other in values]


def _fit_choice(features: list[list[float]], wanted: list[int]) -> dict[str, Any]:
    return _weights(LogisticRegression(C=0.3, max_iter=2000).fit(features, wanted))


def _weights(model: LogisticRegression) -> dict[str, Any]:
    return {
        "weights": np.round(model.coef_, 4).tolist(),
        "bias": np.round(model.intercept_, 4).tolist(),
    }


def _f(predicted: np.ndarray, wanted: np.ndarray) -> float:
    both = int((predicted & wanted).sum())
    return 2 * both / max(1, int(predicted.sum()) + int(wanted.sum()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

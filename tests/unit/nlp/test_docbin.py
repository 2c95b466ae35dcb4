"""An annotated corpus as a DocBin, read back with spaCy itself."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from annotator.domain import AnnotatedArticle, CorpusInfo, EntityLabel, Loss, Span
from annotator.errors import CannotWrite
from annotator.nlp import docbin
from factories import (
    TEXT,
    annotated,
    article,
    claim,
    corpus_info,
    full_article,
    mention,
    statement,
)


def written(
    path: Path, *articles: AnnotatedArticle, info: CorpusInfo | None = None
) -> tuple[list[Doc], tuple[Loss, ...]]:
    losses = docbin.write(articles, info or corpus_info(), path / "corpus.spacy")
    docs = DocBin().from_disk(path / "corpus.spacy").get_docs(spacy.blank("en").vocab)
    return list(docs), losses


def test_texts_come_back_as_they_were(tmp_path: Path) -> None:
    texts = [TEXT, "", " \n\t", "a\u00a0b", "😀", "שלום"]
    docs, losses = written(tmp_path, *(annotated(text) for text in texts))
    assert [doc.text for doc in docs] == texts
    assert losses == ()


def test_mentions_are_entities_with_label_name_and_id(tmp_path: Path) -> None:
    [doc], _losses = written(tmp_path, full_article())
    assert [(ent.text, ent.label_, ent.kb_id_, ent.id_) for ent in doc.ents] == [
        ("France", "ORG", "France", "M1"),
        ("€2bn", "MONEY", "", "M2"),
    ]


def test_a_renamed_entity_is_written_with_its_present_name(tmp_path: Path) -> None:
    tagged = annotated(mentions=(mention("Mistral", entity="Old name", entity_id=2),))
    [doc], _losses = written(tmp_path, tagged)
    assert [ent.kb_id_ for ent in doc.ents] == ["Mistral AI"]


def test_statements_keep_span_type_roles_and_mood(tmp_path: Path) -> None:
    [doc], _losses = written(tmp_path, full_article())
    [span] = doc.spans["statements"]
    facts = doc.user_data["statements"][span.id_]
    assert (span.text, span.label_) == ("France gives Mistral\u00a0AI €2bn", "funding")
    assert facts["modality"] == "planned"
    assert facts["speaker"]["text"] == "Zoe\u0301 Dupont"
    assert facts["roles"]["recipient"][0]["entity"] == "Mistral AI"
    assert facts["roles"]["amount"][0]["money"]["currency"] == "EUR"
    assert facts["roles"]["date"][0]["day"] == "2024-05-01"
    assert facts["note"] == "*big*"
    assert facts["coder"] == "Ada"


def test_claims_and_pending_suggestions_stand_beside_them(tmp_path: Path) -> None:
    [doc], _losses = written(tmp_path, full_article())
    assert [(span.text, span.label_) for span in doc.spans["claims"]] == [
        ("Mistral is ahead of OpenAI", "opinion")
    ]
    assert [span.id_ for span in doc.spans["pending"]] == ["P2", "P3", "P4"]
    assert doc.user_data["pending"]["P4"]["score"] == pytest.approx(0.74)
    assert doc.user_data["article"]["decisions"][0]["verdict"] == "accepted"


def test_two_statements_on_one_span_keep_their_own_attributes(tmp_path: Path) -> None:
    both = (statement(id=1, note="one"), statement(id=2, type="policy", note="two"))
    [doc], _losses = written(tmp_path, annotated(statements=both))
    notes = {s.label_: doc.user_data["statements"][s.id_]["note"] for s in doc.spans["statements"]}
    assert notes == {"funding": "one", "policy": "two"}


def test_mentions_that_overlap_are_kept_apart_and_counted(tmp_path: Path) -> None:
    nested = (
        mention("Mistral\u00a0AI", id=1, label=EntityLabel.ORG),
        mention("Mistral", id=2, label=EntityLabel.ORG),
    )
    [doc], losses = written(tmp_path, annotated(mentions=nested))
    assert [ent.id_ for ent in doc.ents] == ["M1"]
    assert [span.id_ for span in doc.spans["mentions"]] == ["M1", "M2"]
    assert [(loss.count, loss.example) for loss in losses] == [(1, "Mistral")]


def test_spans_inside_words_are_widened_and_counted(tmp_path: Path) -> None:
    [doc], losses = written(tmp_path, annotated(mentions=(mention("ranc"),)))
    assert [ent.text for ent in doc.ents] == ["France"]
    assert [(loss.count, loss.example) for loss in losses] == [(1, "ranc")]


def test_a_span_without_words_is_left_out_and_counted(tmp_path: Path) -> None:
    [doc], losses = written(tmp_path, annotated(claims=(claim(span=Span(3, 3), quote=""),)))
    assert list(doc.spans["claims"]) == []
    assert [(loss.count, loss.example) for loss in losses] == [(1, "C1")]


@pytest.mark.parametrize("language", ["", "de", "tlh", "zh", "ja"])
def test_any_language_can_be_written(tmp_path: Path, language: str) -> None:
    text = "Die Firma wächst. 法国政府"
    foreign = AnnotatedArticle(article=article(text, language=language), text=text)
    docs, _losses = written(tmp_path, foreign)
    assert [doc.text for doc in docs] == [text]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"missing.*could not be written"):
        docbin.write([annotated()], corpus_info(), tmp_path / "missing" / "corpus.spacy")


def test_a_failed_write_leaves_no_half_file_behind(tmp_path: Path) -> None:
    (tmp_path / "corpus.spacy").mkdir()
    with pytest.raises(CannotWrite):
        written(tmp_path, annotated(TEXT))
    assert [path.name for path in tmp_path.iterdir()] == ["corpus.spacy"]

"""The trained encoder and what the components make of it."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from annotator.errors import PipelineDamaged
from annotator.nlp.components import assemble
from annotator.nlp.encoder import Encoder, load_encoder
from annotator.nlp.encoding import encodings_of, tagged
from annotator.nlp.installed import DEFAULT_PIPELINE
from annotator.paths import data_folder

FOLDER = data_folder() / "models" / "encoder-en"
SENTENCES = [
    "Norvane raised €40 million in a round led by the state bank of Lorvia.",
    "Why?",
    "The ministry banned the sale of Quill-2 🐝 to schools, a spokesman said on Friday.",
    "Its chips are cheaper than those of most American rivals. " * 40,
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(FOLDER)


def test_the_files_that_come_with_the_program_are_those_of_the_card() -> None:
    assert load_encoder("en") is not None


def test_a_language_without_an_encoder_has_none() -> None:
    assert load_encoder("fr") is None


@pytest.mark.parametrize("name", ["sentences.onnx", "context.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "encoder-en")
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(PipelineDamaged, match="install Annotator again"):
        Encoder(folder)


@pytest.mark.parametrize("name", ["sentences.onnx", "card.json"])
def test_a_missing_file_is_refused_too(name: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "encoder-en")
    (folder / name).unlink()
    with pytest.raises(PipelineDamaged):
        Encoder(folder)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"sha256": {}}',
        '{"sha256": {"weights": 1}}',
        '{"sha256": "0f3a"}',
        '{"sha256": []}',
        '{"sha256": null}',
    ],
)
def test_a_card_that_is_none_is_refused_too(content: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "encoder-en")
    (folder / "card.json").write_text(content, "utf-8")
    with pytest.raises(PipelineDamaged):
        Encoder(folder)


def test_a_card_of_an_encoder_that_marks_less_is_refused_too(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "encoder-en")
    card = json.loads((folder / "card.json").read_text("utf-8"))
    card["columns"].remove("begin.policy")
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(PipelineDamaged):
        Encoder(folder)


def test_a_card_without_weights_for_clauses_is_refused_too(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "encoder-en")
    card = json.loads((folder / "card.json").read_text("utf-8"))
    del card["weights"]["clauses"]
    (folder / "card.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(PipelineDamaged):
        Encoder(folder)


def test_every_sentence_is_read_in_its_place(encoder: Encoder) -> None:
    read = encoder.encode(SENTENCES)
    assert len(read) == len(SENTENCES)
    for sentence, one in zip(SENTENCES, read, strict=True):
        assert one.tokens.shape == (len(one.starts), len(encoder.columns))
        assert sentence.startswith(sentence[one.starts[0] : one.stops[0]])
        assert (one.starts[1:] >= one.stops[:-1]).all()
        assert np.isfinite(one.types).all()


def test_no_sentences_are_read_as_none(encoder: Encoder) -> None:
    assert encoder.encode([]) == []


def test_a_sentence_without_word_pieces_harms_nothing(encoder: Encoder) -> None:
    blank, other = encoder.encode(["\u200b", SENTENCES[0]])
    assert blank.tokens.shape[0] == 0
    assert other.tokens.shape[0] > 0


def test_of_an_endless_sentence_the_beginning_is_read(encoder: Encoder) -> None:
    (one,) = encoder.encode(["chips " * 50_000])
    assert len(one.tokens) == 160


def test_what_stands_round_a_sentence_counts(encoder: Encoder) -> None:
    alone = encoder.encode(["It comes to nearly a third of the sum."])[0]
    within = encoder.encode([SENTENCES[0], "It comes to nearly a third of the sum."])[1]
    assert not np.allclose(alone.types, within.types)
    assert np.allclose(alone.vector, within.vector, atol=0.2)


def test_words_of_a_text_have_what_their_pieces_say() -> None:
    nlp = assemble(DEFAULT_PIPELINE)
    doc = nlp(f"  {SENTENCES[0]}\n\n🐝 {SENTENCES[2]}")
    encodings = encodings_of(doc)
    assert encodings is not None
    (funder,) = encodings.runs("role.recipient", doc[:], least=0.5)[:1]
    assert funder.text == "Norvane"


def test_tags_are_read_as_entities() -> None:
    tags = ["O", "B-ORG", "I-ORG", "B-GPE", "O", "I-LAW", "I-LAW", "B-LAW"]
    assert list(tagged(tags)) == [(1, 3, "ORG"), (3, 4, "GPE"), (5, 7, "LAW"), (7, 8, "LAW")]


def test_the_card_names_as_many_columns_as_there_are(encoder: Encoder) -> None:
    card = json.loads((FOLDER / "card.json").read_text("utf-8"))
    (one,) = encoder.encode(SENTENCES[:1])
    modalities_and_denial = len(card["modalities"]) + 1
    assert one.tokens.shape[1] == len(card["columns"]) + modalities_and_denial

"""The language of a text."""

import pytest

from annotator.readers.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The government is to spend more, and it said that this was not the end of it.",
        ),
        (
            "fr",
            "Le gouvernement va investir dans les puces, et ce n'est pas la fin pour lui.",
        ),
        (
            "de",
            "Die Regierung gibt mehr für Chips aus und sagt, dass es nicht das Ende ist.",
        ),
        (
            "es",
            "El gobierno va a gastar más en los chips y dijo que no es el final para la industria.",
        ),
        (
            "it",
            "Il governo spende di più per i chip e dice che non è la fine della storia.",
        ),
        (
            "nl",
            "De regering wil meer geld voor het plan en zegt dat het niet het einde is.",
        ),
        (
            "pt",
            "O governo vai gastar mais com os chips e disse que não é o fim da história.",
        ),
        (
            "sv",
            "Regeringen ger mer till forskning och det är inte slut på det som de lovat.",
        ),
        (
            "da",
            "Det er ikke slut efter det, som blev sagt af dem, og de vil have mere nu.",
        ),
        (
            "no",
            "Det er ikke slutt etter det som ble sagt av dem, og de vil ha mer mot seg.",
        ),
        (
            "pl",
            "Rząd chce wydać więcej na badania i mówi, że to nie jest koniec, ale się boi.",
        ),
        ("zh", "政府宣布将投资一千亿元用于人工智能的研究和开发。"),
        ("ja", "政府は人工知能の開発に一千億円を投資すると発表した。"),
        ("ko", "정부는 인공지능 개발에 투자한다고 발표했다."),
        ("ru", "Правительство объявило о вложениях в искусственный интеллект."),
        ("ar", "أعلنت الحكومة عن استثمارات في الذكاء الاصطناعي."),
        ("he", "הממשלה הודיעה על השקעות בבינה מלאכותית."),
        ("el", "Η κυβέρνηση ανακοίνωσε επενδύσεις στην τεχνητή νοημοσύνη."),
    ],
)
def test_a_sentence_shows_its_language(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    ["", "Nvidia H100", "12,4 %", "👍👍👍", "Уряд оголосив про інвестиції в розвиток її країни."],
)
def test_the_language_stays_unknown_when_it_is_unsure(text: str) -> None:
    assert guess_language(text) == ""


def test_foreign_names_do_not_change_the_language() -> None:
    text = "The founder of 字节跳动 said that it is to invest in the market, and not for long."
    assert guess_language(text) == "en"


def test_two_languages_side_by_side_are_no_certain_one() -> None:
    english = "The government is to spend more, and it said that this was not the end of it. "
    french = "Le gouvernement va investir dans les puces, et ce n'est pas la fin pour lui. "
    assert guess_language(english + french) == ""
    assert guess_language(french + english) == ""


def test_a_certain_beginning_outweighs_what_follows() -> None:
    english = "The government is to spend more, and it said that this was not the end of it. "
    french = "Le gouvernement va investir dans les puces, et ce n'est pas la fin pour lui. "
    assert guess_language(english * 4 + french * 4) == "en"

"""Whatever the program says, it says in French too."""

import ast
import importlib.util
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "annotator"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TALKING = [
    path
    for path in SOURCES
    if path.relative_to(PACKAGE).parts[0] not in {"domain", "store", "nlp", "formats.py"}
]
"""All but what is full of SQL and of patterns; errors that are raised there are looked at too."""
TRANSLATORS = {"_", "ngettext"}
SETTER = re.compile(
    r"set(Text|ToolTip|WindowTitle|PlaceholderText|Accessible(Name|Description)|StatusTip|Title"
    r"|InformativeText|DetailedText|Prefix|Suffix|HeaderLabels)|add(Action|Item|Row|Tab|Button)"
    r"|Q(Label|Action|Menu|PushButton|CheckBox|RadioButton|GroupBox)|show_(text|note)"
)
"""What of Qt and of our own shows every text that it is given."""
SHOWN: Mapping[str, frozenset[int | str]] = {
    "Command": frozenset({1, "text"}),
    "command_button": frozenset({1, "text"}),
    "name_command": frozenset({"words", "tip"}),
    "words": frozenset({0}),
    "button": frozenset({0, 1}),
    "tool_button": frozenset({0, 1}),
    "say": frozenset({0, 1}),
    "ask": frozenset({1, "yes", "details"}),
    "step": frozenset({0}),
    "InvalidInput": frozenset({0}),
    "UnreadableFile": frozenset({1, 2, "advice"}),
    "CannotWrite": frozenset({1}),
}
"""Which arguments of other functions somebody reads."""
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
NO_TEXT = re.compile(
    "<|;|^annotator |^echo |^SELECT|Noto Sans|YaHei|PingFang|Unicode MS|DejaVu|\\(\\?"
)
"""Markup, styles, commands to type, SQL, names of fonts and patterns."""
NEVER_READ = {
    "Annotator sample.anno",  # names of files
    "Application Support",
    "Extra data",  # of Python's own
    "no project is open",  # a fault of the program
    "unexpected error",  # for its log
    "offset points",  # a word of matplotlib's
    # measured only
    "The ministry said on Tuesday that it would fund twelve new research centres.",
}
NAMES = {"Annotator", "English", "Français"}


def _messages() -> ModuleType:
    path = ROOT / "scripts" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MESSAGES = _messages()
CATALOGUE = MESSAGES.catalogue()
KEPT: list[Message] = [message for message in CATALOGUE if message.id]


def texts(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (str(message.id),)


def translations(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def named(text: str) -> list[str]:
    """The placeholders of a text: {names}, and %s or %(name)s for what Python itself says."""
    braces = [name for _text, name, _form, _how in Formatter().parse(text) if name is not None]
    return sorted([*braces, *re.findall(r"%(?:\(\w+\))?[sr]", text)])


def test_the_catalogue_holds_the_texts_of_the_program_and_no_others() -> None:
    wanted = {message.id for message in MESSAGES.extracted() if message.id}
    kept = {message.id for message in KEPT}
    assert kept - wanted == set(), "run make messages"
    assert wanted - kept == set(), "run make messages, and translate"
    assert not CATALOGUE.obsolete


def test_every_text_is_translated_and_none_is_in_doubt() -> None:
    open_ones = [message.id for message in KEPT if not all(translations(message))]
    assert not open_ones
    assert not [message.id for message in KEPT if message.fuzzy]


def test_a_text_of_several_numbers_has_two_forms() -> None:
    plural = [message for message in KEPT if isinstance(message.id, tuple)]
    assert plural
    assert {len(translations(message)) for message in plural} == {2}


def test_translations_fill_in_what_their_texts_do() -> None:
    for message in KEPT:
        for text, translation in zip(texts(message), translations(message), strict=True):
            assert named(translation) == named(text), text


def test_texts_leave_it_to_the_formats_how_a_number_is_written() -> None:
    for message in KEPT:
        for text in texts(message):
            assert not [form for _t, _n, form, _h in Formatter().parse(text) if form], text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_code_leaves_it_to_the_formats_too(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    forms = [node.format_spec for node in nodes if isinstance(node, ast.FormattedValue)]
    assert not [ast.unparse(form) for form in forms if form and "," in ast.unparse(form)]


def test_translations_have_the_blanks_the_lines_and_the_dots_of_their_texts() -> None:
    for message in KEPT:
        for text, translation in zip(texts(message), translations(message), strict=True):
            assert translation.endswith("…") == text.rstrip(" ").endswith("…"), text
            assert translation.count("\n") == text.count("\n"), text
            assert translation.count("&") == text.count("&"), text


@pytest.mark.parametrize(
    "wrong", [r" [;:!?»%]", "« ", "'", r"\S[;!?»]", "[^\u00a0]:", r"\.\.\.", "“|”"]
)
def test_translations_are_set_as_french_is(wrong: str) -> None:
    for message in KEPT:
        for translation in translations(message):
            plain = re.sub(r"\(\*\..*?\)|;;|%(?:\(\w+\))?[sr]|note:", "", translation)
            assert not re.search(wrong, plain), translation


def test_what_the_program_reads_is_what_is_kept() -> None:
    assert MESSAGES.MO.read_bytes() == MESSAGES.compiled(CATALOGUE), "run make messages"


def test_the_catalogue_is_written_as_the_script_writes_it() -> None:
    assert MESSAGES.PO.read_bytes() == MESSAGES.updated(MESSAGES.catalogue()), "run make messages"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_texts_to_translate_are_whole_and_stand_where_they_are_found(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for call in _calls(tree):
        if _name(call) in TRANSLATORS:
            count = 1 if _name(call) == "_" else 2
            assert all(isinstance(text, ast.Constant) for text in call.args[:count]), _at(call)
    for joined in ast.walk(tree):  # what is said within an f-string is not found
        if isinstance(joined, ast.JoinedStr):
            assert not [call for call in _calls(joined) if _name(call) in TRANSLATORS], _at(joined)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_text_is_shown_that_cannot_be_translated(path: Path) -> None:
    for call in _calls(ast.parse(path.read_text("utf-8"))):
        for argument in _read_arguments(call):
            plain = [re.sub(r"<[^>]*>?", "", text).strip() for text in _untranslated(argument)]
            found = {text for text in plain if WORD.search(text)}
            assert found <= NAMES, _at(call)


@pytest.mark.parametrize("path", TALKING, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_sentence_is_left_out_of_the_catalogue(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    translated = {id(part) for call in _translating(tree) for part in ast.walk(call)}
    sentences = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in explained | translated
        and SENTENCE.search(node.value)
        and not NO_TEXT.search(node.value)
    }
    assert sentences <= NEVER_READ


@pytest.mark.parametrize("path", TALKING, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_said_leaves_it_to_the_formats_how_a_number_is_written(path: Path) -> None:
    for part in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(part, ast.FormattedValue) and part.format_spec:
            assert not re.search(r"[,.%]", ast.unparse(part.format_spec)), _at(part)


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _translating(tree: ast.AST) -> Iterator[ast.Call]:
    return (call for call in _calls(tree) if _name(call) in TRANSLATORS)


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _at(node: ast.expr) -> str:
    return f"line {node.lineno}: {ast.unparse(node)}"


def _read_arguments(call: ast.Call) -> Iterator[ast.expr]:
    """Those of its arguments that somebody reads."""
    every = SETTER.fullmatch(_name(call))
    shown = SHOWN.get(_name(call), frozenset())
    yield from (text for place, text in enumerate(call.args) if every or place in shown)
    yield from (word.value for word in call.keywords if word.arg in shown)


def _untranslated(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may come to, without those that are translated."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from (*_untranslated(node.body), *_untranslated(node.orelse))
        case ast.BinOp():
            yield from (*_untranslated(node.left), *_untranslated(node.right))
        case ast.JoinedStr() | ast.BoolOp():
            for part in node.values:
                yield from _untranslated(part)
        case ast.List() | ast.Tuple():
            for part in node.elts:
                yield from _untranslated(part)
        case ast.Call(func=ast.Attribute(attr="format" | "join" | "strip", value=text)):
            yield from _untranslated(text)

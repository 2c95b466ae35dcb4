"""Notes in reports."""

from annotator.writers.notes import note_html


def test_a_note_is_rendered() -> None:
    html = note_html("Why **this** one:\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "<strong>this</strong>" in html
    assert "<li>two</li>" in html
    assert "<td>2</td>" in html


def test_a_note_can_do_no_harm() -> None:
    html = note_html(
        "<script>alert(1)</script> ![p](https://example.org/p.png) [x](javascript:alert(1))"
        ' <img src="https://example.org/p.png"> [ok](https://example.org)'
    )
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="https://example.org"' in html


def test_notes_do_not_run_into_each_other() -> None:
    assert note_html("[a]: https://example.org\n\nOne") == "<p>One</p>"
    assert "<a" not in note_html("[a]")

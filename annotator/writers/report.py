"""What a readable report says in any markup: a summary, then the articles with statements."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from annotator.domain import (
    AnnotatedArticle,
    Article,
    CorpusInfo,
    Loss,
    Modality,
    Money,
    Polarity,
    RoleValue,
    StatementType,
)
from annotator.domain.naming import entity_name
from annotator.formats import day, digits, listing, pair, series
from annotator.i18n import gettext as _
from annotator.writers.entry import Entry, entries
from annotator.writers.loss import Losses
from annotator.writers.output import new_file, scratch_file

Facts = list[tuple[str, str]]


@dataclass(slots=True)
class Summary:
    """How much there is, counted while the articles are written."""

    name: str
    types: tuple[StatementType, ...]
    articles: int = 0
    listed: int = 0
    accepted: Counter[str] = field(default_factory=Counter)
    pending: Counter[str] = field(default_factory=Counter)

    def add(self, found: Sequence[Entry]) -> None:
        """Count one article with its statements."""
        self.articles += 1
        self.listed += bool(found)
        self.accepted.update(entry.statement.type for entry in found if not entry.pending)
        self.pending.update(entry.statement.type for entry in found if entry.pending)

    def rows(self) -> list[tuple[str, int, int]]:
        """Each type in use or on offer with its accepted and pending statements, then the total."""
        used = self.accepted.keys() | self.pending.keys()
        shown = [kind for kind in self.types if not kind.retired or kind.key in used]
        rows = [(kind.name, self.accepted[kind.key], self.pending[kind.key]) for kind in shown]
        return [*rows, (_("All"), self.accepted.total(), self.pending.total())]

    def unlisted(self) -> str:
        """A sentence on articles that the report leaves out, or nothing."""
        missing = self.articles - self.listed
        if not missing:
            return ""
        return _("Articles without statements are not listed: {count}.").format(
            count=digits(missing)
        )


class Style(Protocol):
    """The markup of a report."""

    def head(self, summary: Summary) -> str:
        """Everything before the first article."""

    def article(self, item: AnnotatedArticle, found: Sequence[Entry], info: CorpusInfo) -> str:
        """One article with its statements."""

    def foot(self) -> str:
        """Everything after the last article."""


def write_report(
    articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path, style: Style
) -> tuple[Loss, ...]:
    """Write the articles aside as they come, then the summary and them; what was lost."""
    losses, summary = Losses(), Summary(info.name, info.codebook.types)
    with new_file(path) as output, scratch_file(path) as body:
        for item in articles:
            found = entries(item, info)
            summary.add(found)
            _count(item, found, losses)
            if found:
                body.write(style.article(item, found, info))
        output.write(style.head(summary))
        output.append(body)
        output.write(style.foot())
        losses.add_broken(output)
    return losses.listed()


def article_facts(article: Article) -> Facts:
    """Source, date, authors and language, as far as they are known."""
    facts = [
        (_("Source"), article.source),
        (_("Published"), day(article.published) if article.published else ""),
        (_("Authors"), listing(article.authors)),
        (_("Language"), article.language),
    ]
    return [(name, text) for name, text in facts if text]


def by_type(found: Sequence[Entry], info: CorpusInfo) -> list[tuple[StatementType, list[Entry]]]:
    """The statements grouped by type, in the codebook's order; types it does not know come last."""
    keys = dict.fromkeys([kind.key for kind in info.codebook.types])
    keys |= dict.fromkeys(entry.statement.type for entry in found)
    groups = {key: [entry for entry in found if entry.statement.type == key] for key in keys}
    return [(_type(key, info), group) for key, group in groups.items() if group]


def statement_facts(entry: Entry, kind: StatementType, info: CorpusInfo) -> Facts:
    """Roles, speaker, modality and polarity in words."""
    statement = entry.statement
    facts = []
    for key in dict.fromkeys(value.role for value in statement.values):
        role = kind.role(key)
        values = [_value(value, info) for value in statement.of_role(key)]
        facts.append((role.name if role else key, series(values)))
    if statement.speaker:
        facts.append((_("Speaker"), _value(statement.speaker, info)))
    facts.append((_("Modality"), _modalities()[statement.modality]))
    facts.append((_("Polarity"), _polarities()[statement.polarity]))
    return facts


def provenance(entry: Entry) -> str:
    """Who coded a statement, or why it is suggested."""
    if entry.score is None:
        words = _("Statement {id}, coded by {coder}")
        return words.format(id=entry.statement_id, coder=entry.coder)
    words = _("Pending suggestion {id}, score {score}")
    line = words.format(id=entry.suggestion_id, score=digits(entry.score, ".2f"))
    return pair(line, entry.evidence) if entry.evidence else line


def web_address(url: str) -> str:
    """The address if it is one of a web page that can be linked without risk, or nothing."""
    is_web = url.startswith(("https://", "http://"))
    return url if is_web and not set(url) & set(" <>\"'`\t\r\n") else ""


def _type(key: str, info: CorpusInfo) -> StatementType:
    return info.codebook.type(key) or StatementType(key=key, name=key, colour="")


def _value(value: RoleValue, info: CorpusInfo) -> str:
    known = [entity_name(info.entities, value.entity_id, value.entity)]
    known.append(_bounds(value.money) if value.money else "")
    known.append(day(value.day) if value.day else "")
    more = listing(each for each in known if each and each.split() != value.text.split())
    return f"{value.text} ({more})" if more else value.text


def _bounds(money: Money) -> str:
    low, high = money.low, money.high
    currency = f" {money.currency}" if money.currency else ""
    if low is None:
        most = f"{digits(high)}{currency}" if high is not None else ""
        return _("up to {sum}").format(sum=most) if most else money.currency or ""
    if high is None:
        return _("at least {sum}").format(sum=f"{digits(low)}{currency}")
    if low == high:
        return f"{digits(low)}{currency}"
    return _("{low} to {high}{currency}").format(
        low=digits(low), high=digits(high), currency=currency
    )


def _modalities() -> dict[Modality, str]:
    return {
        Modality.FACT: _("fact"),
        Modality.PLANNED: _("planned"),
        Modality.POSSIBLE: _("possible"),
        Modality.DESIRED: _("desired"),
    }


def _polarities() -> dict[Polarity, str]:
    return {Polarity.AFFIRMED: _("affirmed"), Polarity.NEGATED: _("negated")}


def _count(item: AnnotatedArticle, found: Sequence[Entry], losses: Losses) -> None:
    losses.add_all_but_statements(item)
    if not found:
        losses.add(_("Articles without statements"), 1, item.article.title)
        losses.add_note(item)
    for entry in found:
        losses.add(_("Places of statements in the text"), 1, entry.quote)
        placed = [value for value in entry.statement.values if value.span]
        losses.add(
            _("Places of role values in the text"), len(placed), placed[0].text if placed else ""
        )

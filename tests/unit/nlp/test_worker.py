"""Errors come from another process as what they are."""

from annotator.errors import PipelineCannotLearn, TooFewDecisions
from annotator.nlp.worker import portable


def test_an_error_of_the_users_comes_with_its_sentence_and_its_facts() -> None:
    error = portable(PipelineCannotLearn("fr_core_news_sm"))
    assert isinstance(error, PipelineCannotLearn)
    assert (error.name, error.sentence) == (
        "fr_core_news_sm",
        PipelineCannotLearn("fr_core_news_sm").sentence,
    )


def test_facts_given_by_keyword_come_too() -> None:
    error = portable(TooFewDecisions(to_learn=3, to_test=4, needed=(60, 20)))
    assert isinstance(error, TooFewDecisions)
    assert (error.to_learn, error.to_test) == (3, 4)

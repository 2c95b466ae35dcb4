"""Sentences behind a number: a list of places in articles, each of which opens its article."""

from annotator.ui.sentences.panel import SentencesPanel
from annotator.ui.sentences.places import Reference, references

__all__ = ["Reference", "SentencesPanel", "references"]

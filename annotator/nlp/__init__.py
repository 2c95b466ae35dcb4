"""Texts become suggestions: the only part that knows spaCy, and one that knows no database."""

"""The tour of three steps for whoever meets the program for the first time."""

from annotator.ui.tour.touring import Touring

__all__ = ["Touring"]

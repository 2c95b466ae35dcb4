"""Long work said once, for the window and the command line alike."""

from annotator.workflows.work import Batch, Outcome, Work, run

__all__ = ["Batch", "Outcome", "Work", "run"]

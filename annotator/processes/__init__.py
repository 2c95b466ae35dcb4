"""Long work in processes of its own, so that the window never waits for an interpreter's lock.

They are spawned on every system, so what is given to them is imported and unpickled there, and a
script must keep its own work behind `if __name__ == "__main__":`. They end with the process that
has started them.
"""

from annotator.processes.answering import answers
from annotator.processes.child import Tell
from annotator.processes.spawned import ProcessStopped
from annotator.processes.telling import told

__all__ = ["ProcessStopped", "Tell", "answers", "told"]

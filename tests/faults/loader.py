"""A loader to be killed: loads the records pickled in a file, and says each key once its document is in the graph."""

import pickle
import sys
from pathlib import Path

from graph.load import load
from graph.settings import Settings
from graph.store import open_store


def main() -> None:
    """Load ``argv[1]`` (settings and documents, pickled)."""
    settings, graphs = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - the test that starts us wrote it
    assert isinstance(settings, Settings)
    with open_store(settings, "write") as store:
        print("ready", flush=True)  # noqa: T201 - how it speaks
        for graph in graphs:
            load(store, graph)
            print(graph.document.key, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

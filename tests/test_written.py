"""The documents that benchmarks write: the same for the same seed, read as what they were written as."""

from benchmarks.written import written_document, written_documents
from ingest.folders import records_of_parse
from ingest.parsing import parse
from ingest.reading import read_bytes


def test_documents_are_whole_differ_and_cite_one_another() -> None:
    graphs = [
        records_of_parse(parse(read_bytes(text.encode(), name)), 0).graph
        for name, text in written_documents(60, items=8)
    ]
    keys = {graph.document.key for graph in graphs}
    assert len(keys) == 60
    sizes = sorted(len(graph.items) for graph in graphs)
    assert sizes[30] < sum(sizes) / 60, "most are shorter than the mean"
    assert sizes[-1] > 4 * sizes[30], "few are long"
    assert all({duty.item for duty in graph.responsibilities} == {item.key for item in graph.items} for graph in graphs)
    rules = {duty.evidence.rule for graph in graphs for duty in graph.responsibilities}
    assert len(rules) > 1, "they name their bodies in more than one style"
    cited = {cited.key for graph in graphs for cited in graph.cited_documents}
    assert cited
    assert cited <= keys, "what is cited is written, too"
    named = [unit.key for graph in graphs for unit in graph.units]
    assert max(map(named.count, named)) >= 4, "some bodies are named far more often than most"


def test_a_document_hangs_on_its_number_and_the_seed_alone() -> None:
    assert dict(written_documents(9))["000009.txt"] == written_document(9)
    assert written_document(9) != written_document(9, seed=8)

"""A parse as JSON: the shape that ``policy-graph parse --json`` prints, and that other programs may rely on.

``schema`` names the shape; a change that could break a reader of it raises the number behind the ``@``.
"""

from typing import Any

from ingest.document import (
    Clause,
    DefaultUnits,
    Item,
    Mention,
    ParsedDocument,
    ProjectMention,
    Reference,
    Section,
    Span,
    Target,
    UnitMention,
)

SCHEMA = "policy-graph/parse@1"
Json = dict[str, Any]


def to_json(parsed: ParsedDocument) -> Json:
    """The parse as plain values; every ``span`` is ``[start, end]`` into ``text`` and cuts out its ``quote``."""
    source, header = parsed.source, parsed.header
    return {
        "schema": SCHEMA,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "characters": len(source.text),
        },
        "document": {
            "title": header.title,
            "doc_number": header.doc_number,
            "issuers": list(header.issuers),
            "issued_on": header.issued_on,
            "recipients": header.recipients,
            "jurisdiction": parsed.jurisdiction,
        },
        "addressed_to": [_unit(unit) | {"quote": unit.as_written} for unit in parsed.recipients],
        "sections": [_section(section) for section in parsed.sections],
        "items": [_item(item) for item in parsed.items],
        "passages": [_item(passage) for passage in parsed.passages],
        "clauses": [_clause(clause) for clause in parsed.clauses],
        "default_units": [_default(default) for default in parsed.default_units],
        "references": [_reference(reference) for reference in parsed.references],
        "targets": [_target(target) for target in parsed.targets],
        "projects": [_project(project) for project in parsed.projects],
        "accounting": dict(parsed.accounting),
        "unexplained": [{"quote": span.of(source.text), "span": _span(span)} for span in parsed.unexplained],
        "warnings": list(parsed.warnings),
        "text": source.text,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _section(section: Section) -> Json:
    return {
        "ordinal": section.ordinal,
        "label": section.label,
        "heading": section.heading,
        "quote": section.heading,
        "span": _span(section.span),
        "rule": section.rule,
    }


def _item(item: Item) -> Json:
    return {
        "item": item.path,
        "section": item.section,
        "parent": item.parent,
        "label": item.label,
        "heading": item.heading,
        "quote": item.heading,
        "span": _span(item.span),
        "extent": _span(item.extent),
        "rule": item.rule,
    }


def _unit(unit: UnitMention, item: str | None = None) -> Json:
    return {
        "item": item,
        "name": unit.name,
        "resolved": unit.resolved,
        "role": unit.role,
        "role_as_written": unit.role_as_written,
        "as_written": unit.as_written,
        "span": _span(unit.span),
        "order": unit.order,
        "group": unit.group,
        "rule": unit.rule,
    }


def _clause(clause: Clause) -> Json:
    return {
        "item": clause.item,
        "quote": clause.quote,
        "span": _span(clause.span),
        "units": [_unit(unit, clause.item) for unit in clause.units],
        "open": clause.open,
        "deadline": clause.deadline,
        "rule": clause.rule,
    }


def _default(default: DefaultUnits) -> Json:
    return {
        "item": default.item,
        "quote": default.quote,
        "span": _span(default.span),
        "units": [_unit(unit, default.item) for unit in default.units],
        "rule": default.rule,
    }


def _mention(mention: Mention) -> Json:
    return {"item": mention.item, "quote": mention.quote, "span": _span(mention.span)}


def _reference(reference: Reference) -> Json:
    return {
        "title": reference.title,
        "doc_number": reference.doc_number,
        "relation": reference.relation,
        **_mention(reference.mentions[0]),
        "mentions": [_mention(mention) for mention in reference.mentions],
        "rule": reference.rule,
    }


def _target(target: Target) -> Json:
    return {
        "item": target.item,
        "quote": target.quote,
        "span": _span(target.span),
        "metric": target.metric,
        "comparator": target.comparator,
        "value": int(target.value) if float(target.value).is_integer() else target.value,
        "unit": target.unit,
        "deadline": target.deadline,
        "rule": target.rule,
    }


def _project(project: ProjectMention) -> Json:
    return {
        "name": project.name,
        **_mention(project.mentions[0]),
        "mentions": [_mention(mention) for mention in project.mentions],
        "rule": project.rule,
    }

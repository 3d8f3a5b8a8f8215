"""From a parse to what it claims: records with keys and evidence, ready to be loaded."""

from collections import Counter
from collections.abc import Iterator

from graph.keys import document_key, item_key, project_key, section_key, target_key
from graph.records import (
    AddressRecord,
    CitationRecord,
    CitedDocumentRecord,
    DocumentGraph,
    DocumentRecord,
    Evidence,
    IssuanceRecord,
    ItemRecord,
    MembershipRecord,
    NamingRecord,
    ProjectRecord,
    RegionRecord,
    ResponsibilityRecord,
    SectionRecord,
    SuccessionRecord,
    TargetRecord,
    UnitRecord,
    UnitRegionRecord,
)
from ingest.document import Item, ParsedDocument, Reference, Span, UnitMention
from ingest.identity import Identity, identify, members_of, successors_of
from ingest.resolve import place_of, regions_around, resolve_name
from ingest.standing import standing_of
from ingest.unit_record import unit_of

_FROM_HERE = ("以下", "下列", "后续", "下文")


def to_graph(parsed: ParsedDocument) -> DocumentGraph:
    """All that ``parsed`` claims, each thing once, in text order."""
    return _Claims(parsed).graph()


class _Claims:
    """The records of one document while they are gathered: units, regions and documents are named many times."""

    def __init__(self, parsed: ParsedDocument) -> None:
        header = parsed.header
        self.parsed = parsed
        self.place = place_of(header, parsed.source)
        self.document = document_key(header.doc_number, header.title or parsed.source.name, header.issuers)
        self.units: dict[str, UnitRecord] = {}
        self.regions: dict[str, RegionRecord] = {}
        self.unit_regions: dict[str, UnitRegionRecord] = {}
        self.named: dict[str, str] = {}  # resolved name: key
        self.memberships: dict[tuple[str, str], MembershipRecord] = {}
        self.successions: dict[tuple[str, str], SuccessionRecord] = {}

    def graph(self) -> DocumentGraph:
        """The records, gathered."""
        citations, cited = self._citations()
        namings, projects = self._namings()
        return DocumentGraph(
            document=self._document(),
            sections=tuple(
                SectionRecord(
                    section_key(self.document, s.ordinal), s.ordinal, s.label, s.heading, s.span.start, s.span.end
                )
                for s in self.parsed.sections
            ),
            items=tuple(self._items()),
            responsibilities=tuple(self._responsibilities()),
            cited_documents=cited,
            citations=citations,
            targets=tuple(self._targets()),
            projects=projects,
            namings=namings,
            issuances=tuple(self._issuances()),
            addresses=tuple(self._addresses()),
            units=tuple(self.units.values()),  # these five last: the records above have gathered them
            regions=tuple(self.regions.values()),
            unit_regions=tuple(self.unit_regions.values()),
            memberships=tuple(self.memberships.values()),
            successions=tuple(self.successions.values()),
        )

    def _document(self) -> DocumentRecord:
        header, source = self.parsed.header, self.parsed.source
        return DocumentRecord(
            key=self.document,
            title=header.title or source.name,
            doc_number=header.doc_number,
            issued_on=header.issued_on,
            recipients=header.recipients,
            jurisdiction=self.parsed.jurisdiction,
            text=source.text,
            source_name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            warnings=self.parsed.warnings,
        )

    def _items(self) -> Iterator[ItemRecord]:
        things = sorted([*self.parsed.items, *self.parsed.passages], key=lambda i: (i.extent.start, i.kind, i.path))
        for ordinal, item in enumerate(things, 1):
            evidence = self._evidence(self._words(item.extent), item.rule)
            yield ItemRecord(
                key=item_key(self.document, item.path),
                parent=self._parent(item),
                path=item.path,
                kind=item.kind,
                ordinal=ordinal,
                label=item.label,
                heading=item.heading,
                text=evidence.quote,
                evidence=evidence,
            )

    def _words(self, extent: Span) -> Span:
        """An extent without the line break in which it ends: what is quoted of it."""
        text = extent.of(self.parsed.source.text)
        start = extent.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()))

    def _parent(self, item: Item) -> str:
        if item.parent:
            return item_key(self.document, item.parent)
        return section_key(self.document, item.section) if item.section else self.document

    def _responsibilities(self) -> Iterator[ResponsibilityRecord]:
        seen = set()
        for clause in self.parsed.clauses:
            if clause.item is None:
                continue  # a clause that governs no item is named in the parse's warnings
            evidence = self._evidence(clause.span, clause.rule)
            for mention in clause.units:
                duty = self._duty(mention, clause.item, evidence, open=clause.open, deadline=clause.deadline)
                if (duty.unit, duty.item, duty.role) not in seen:  # else named twice in one clause in the same role
                    seen.add((duty.unit, duty.item, duty.role))
                    yield duty
        yield from self._shared_responsibilities({(unit, item) for unit, item, _ in seen})

    def _shared_responsibilities(self, written: set[tuple[str, str]]) -> Iterator[ResponsibilityRecord]:
        """What a statement for all tasks adds, as derived: to each item it binds whose clause leaves the body out.

        Such a statement (以下各项任务均需各县政府落实，不再列出) spares later clauses to name the body again, and
        without 以下 the earlier ones too; an item without any clause (附则) is no task.
        """
        tasks = {clause.item: clause.span.start for clause in self.parsed.clauses if clause.item}
        for default in self.parsed.default_units:
            evidence = self._evidence(default.span, default.rule)
            for item, start in tasks.items():
                if start < default.span.start and default.quote.startswith(_FROM_HERE):
                    continue
                for mention in default.units:
                    duty = self._duty(mention, item, evidence, derived=True)
                    if (duty.unit, duty.item) not in written:
                        written.add((duty.unit, duty.item))
                        yield duty

    def _duty(
        self,
        mention: UnitMention,
        item: str,
        evidence: Evidence,
        *,
        open: bool = False,  # noqa: A002 - the field's name
        deadline: str | None = None,
        derived: bool = False,
    ) -> ResponsibilityRecord:
        return ResponsibilityRecord(
            unit=self._unit(mention),
            item=item_key(self.document, item),
            role=mention.role,
            role_as_written=mention.role_as_written,
            order=mention.order,
            group=mention.group,
            as_written=mention.as_written,
            unit_start=mention.span.start,
            unit_end=mention.span.end,
            open=open,
            deadline=deadline,
            derived=derived,
            evidence=evidence,
        )

    def _citations(self) -> tuple[tuple[CitationRecord, ...], tuple[CitedDocumentRecord, ...]]:
        citations: dict[tuple[str, str], CitationRecord] = {}
        cited: dict[str, CitedDocumentRecord] = {}
        for reference in self.parsed.references:
            key = _cited_key(reference)
            if key == self.document:
                continue
            standing = standing_of(reference.doc_number, self.parsed.header.issued_on)
            cited.setdefault(key, CitedDocumentRecord(key, reference.title, reference.doc_number, standing))
            for mention in reference.mentions:
                source, kind = self._source(mention.item)
                evidence = self._evidence(mention.span, reference.rule)
                title = None if reference.doc_number else reference.title
                record = CitationRecord(source, kind, key, reference.relation, evidence, key, title)
                citations.setdefault((source, key), record)
        return tuple(citations.values()), tuple(cited.values())

    def _namings(self) -> tuple[tuple[NamingRecord, ...], tuple[ProjectRecord, ...]]:
        namings: dict[tuple[str, str], NamingRecord] = {}
        projects: dict[str, ProjectRecord] = {}
        place = self.parsed.jurisdiction
        for project in self.parsed.projects:
            key = project_key(place, project.name)
            projects.setdefault(key, ProjectRecord(key, project.name, place))
            for mention in project.mentions:
                source, kind = self._source(mention.item)
                evidence = self._evidence(mention.span, project.rule)
                namings.setdefault((source, key), NamingRecord(source, kind, key, evidence))
        return tuple(namings.values()), tuple(projects.values())

    def _targets(self) -> Iterator[TargetRecord]:
        count: Counter[str] = Counter()
        for target in self.parsed.targets:
            source, kind = self._source(target.item)
            count[source] += 1
            yield TargetRecord(
                key=target_key(source, count[source]),
                source=source,
                source_kind=kind,
                metric=target.metric,
                comparator=target.comparator,
                value=target.value,
                unit=target.unit,
                deadline=target.deadline,
                evidence=self._evidence(target.span, target.rule),
            )

    def _issuances(self) -> Iterator[IssuanceRecord]:
        spans = [span for name, span in self.parsed.header.spans if name == "issuer"]
        for order, issuer in enumerate(dict.fromkeys(self.parsed.header.issuers), 1):
            span = spans[order - 1] if order <= len(spans) else Span(0, 0)
            yield IssuanceRecord(
                self._named_unit(resolve_name(issuer, self.place)), order, self._evidence(span, "issuer")
            )

    def _addresses(self) -> Iterator[AddressRecord]:
        seen = set()
        for mention in self.parsed.recipients:
            unit = self._unit(mention)
            if unit not in seen:
                seen.add(unit)
                yield AddressRecord(unit, len(seen), self._evidence(mention.span, mention.rule))

    def _source(self, item: str | None) -> tuple[str, str]:
        return (item_key(self.document, item), "item") if item else (self.document, "document")

    def _unit(self, mention: UnitMention) -> str:
        return self._named_unit(mention.resolved)

    def _named_unit(self, name: str) -> str:
        """The key of the unit that a resolved name means, whatever it is called there; it is gathered."""
        if name not in self.named:
            self.named[name] = self._gather(identify(name, self.parsed.jurisdiction), derived=False)
        return self.named[name]

    def _gather(self, identity: Identity, *, derived: bool) -> str:
        unit = unit_of(identity, self.parsed.jurisdiction, derived=derived)
        key, name, place = unit.key, unit.name, unit.jurisdiction
        known = self.units.get(key)
        if known is None or (known.derived and not derived):
            self.units[key] = unit
            self._place(key, place)
            if unit.collective and not derived:
                self._members(key, name)
            elif not derived:
                self._successors(key, identity)
        return key

    def _members(self, collective: str, name: str) -> None:
        for member in members_of(name, self.parsed.jurisdiction):
            unit = self._gather(identify(member.name, member.region.name), derived=True)
            self.memberships[unit, collective] = MembershipRecord(unit, collective)

    def _successors(self, key: str, identity: Identity) -> None:
        for name, succession in successors_of(identity):
            after = self._gather(identify(name, identity.place), derived=True)
            if after != key:
                self.successions[key, after] = SuccessionRecord(key, after, succession.on, succession.source)

    def _place(self, unit: str, place: str | None) -> None:
        around = [RegionRecord(r.code, r.name, r.level, r.within) for r in regions_around(place)]
        self.regions.update((region.key, region) for region in around)
        if around:
            self.unit_regions[unit] = UnitRegionRecord(unit, around[0].key)

    def _evidence(self, span: Span, rule: str) -> Evidence:
        return Evidence(self.document, span.start, span.end, span.of(self.parsed.source.text), rule)


def _cited_key(reference: Reference) -> str:
    return document_key(reference.doc_number, reference.title)

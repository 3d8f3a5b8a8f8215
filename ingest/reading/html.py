"""HTML: the document that a page shows, without the site around it."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from graph.errors import EmptySource, SourceTooLarge, UndecodableSource
from ingest.clean import is_chrome, without_marks, without_page_numbers
from ingest.reading.layout import Layout, Merged
from ingest.reading.plain import decode, decode_as
from ingest.reading.site import end_of_document

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_PREAMBLE = re.compile(r"\A\s*---\n.*?\n---\n|\A\s*<\?xml[^>]*>", re.DOTALL)  # of Jekyll, of XHTML
_BLANKS = re.compile(r"[ \t\n\r\f\xa0\u2002-\u200a\u3000]+")
_BROKEN_SOURCE = re.compile(r"(?<=[^\x00-\x7f])[ \t]*[\r\n][ \t\r\n]*(?=[^\x00-\x7f])")
_PUNCTUATION = re.compile(r"[，。、；：]")

_INVISIBLE = {
    "script", "style", "noscript", "template", "svg", "math", "title", "iframe", "object", "embed", "audio", "video",
    "select", "option", "button", "input", "textarea", "nav", "footer", "aside", "canvas", "map", "dialog",
}  # fmt: skip
_BLOCK = {
    "address", "article", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "figcaption", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SITE = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|menu|breadcrumbs?|crumbs?|foot|footer|share|bdshare\w*|related|recommend|sidebar"
    r"|copyright|pagination|pager|toolbar|comments?|qrcode|ewm|search|login|banner|position|dqwz|print)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:文\s*号|发文字号)\s*[:：]?\s*([一-鿿]{2,12}\s*[〔\[（(]\s*\d{4}\s*[〕\]）)]\s*\d{1,4}\s*号)")
_SHORTEST_TITLE = 8
_MOST = 0.8  # the part of a page's sentences that its document holds
_MAX_TAGS = 1_000_000
_MAX_SPAN = 100  # columns and rows that a merged cell is believed to cover
_MAX_CELL = 1500  # a longer cell holds a document, its table is there for the looks


def read_html(data: bytes, name: str) -> Layout:
    """Paragraphs and tables of the main content.

    Raises:
        UndecodableSource: its encoding is not what it says, or its elements nest too deep.
        EmptySource: it shows no text.
        SourceTooLarge: it has more tags than a document needs.
    """
    if data.count(b"<") > _MAX_TAGS:
        raise SourceTooLarge(f"{name} has more than {_MAX_TAGS:,} tags: save the text of the document as .txt.")
    body = _parse(_without_preamble(_decode(data, name)), name)
    names = _names(body)
    for element in list(body.iter()):
        if _invisible(element):
            _empty(element)
    shown = len(_words("".join(_texts(body))))
    weights = _weights(body)
    for element in list(body.iter()):
        if element is not body and _is_site(element, weights[element], weights[body]):
            _empty(element)
    weights = _weights(body)
    main = _main(body, weights)
    layout = Layout()
    for line in _title_outside(body, main, names):
        layout.add(line)
    blocks = list(_blocks(main))
    end = end_of_document([block if isinstance(block, str) else None for block in blocks])
    for block in blocks[:end]:
        if not isinstance(block, str):
            layout.add_table(_rows(block))
        elif not is_chrome(block):
            layout.add(without_page_numbers(block))
    layout.removed = max(0, shown - len(layout.text))
    return layout


def _decode(data: bytes, name: str) -> str:
    declared = _DECLARED.search(data, 0, 8192)
    encoding = declared[1].decode("ascii").lower() if declared else ""
    if encoding in ("big5", "big5-hkscs"):
        return decode_as(("utf-8", "big5hkscs"), data, name)
    return decode(data, name)  # whatever a page says of UTF-8 and GB: its bytes know better


def _without_preamble(markup: str) -> str:
    """``markup`` without the front matter of a site generator and without server pages' directives (<% … %>)."""
    first, *others = _PREAMBLE.sub("", markup, count=1).split("<%")
    return first + "".join(other.partition("%>")[2] for other in others)


def _parse(markup: str, name: str) -> etree._Element:
    """The tree of the page."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(without_marks(markup).encode(), parser)
    except etree.LxmlError as error:
        raise UndecodableSource(f"{name} is not HTML that can be read ({error}): save the page again.") from error
    if any("xcessive depth" in str(entry.message) for entry in parser.error_log):
        raise UndecodableSource(f"{name}: its elements nest too deep to be a document: save its text as .txt.")
    if root is None:
        raise EmptySource(f"{name} holds no text: save the page again, complete.")
    return root  # not its body: the parser leaves what follows a stray <base> in the head


def _invisible(element: etree._Element) -> bool:
    return (
        element.tag in _INVISIBLE
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style", "")))
        or (element.tag == "header" and not any(up.tag in ("article", "main") for up in element.iterancestors()))
    )


def _empty(element: etree._Element) -> None:
    """Take everything out of an element, but not the text that follows it."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _weights(body: etree._Element) -> dict[etree._Element, int]:
    """How many marks of punctuation stand in each element, links aside: sites have links, documents sentences."""
    weights: dict[etree._Element, int] = {}
    for element in reversed(list(body.iter())):  # children before their parents
        weight = len(_PUNCTUATION.findall(element.text or "")) + sum(
            weights[child] + len(_PUNCTUATION.findall(child.tail or "")) for child in element
        )
        weights[element] = 0 if element.tag == "a" else weight
    return weights


def _main(body: etree._Element, weights: dict[etree._Element, int]) -> etree._Element:
    """The smallest element that holds most of the page's sentences."""
    whole, main = weights[body], body
    while whole:
        heaviest = max(main, key=lambda child: weights[child], default=None)
        if heaviest is None or heaviest.tag not in _BLOCK or weights[heaviest] < _MOST * whole:
            break
        main = heaviest
    for table in main.iterancestors("table"):
        if _is_data(table):
            main = table
    if (main.tag == "table" and _is_data(main)) or main.tag in ("tbody", "thead"):
        main = next((up for up in main.iterancestors() if up.tag not in ("table", "tbody", "thead")), main)
    parent = main.getparent()
    return parent if parent is not None and main is not body and main.tag in ("p", "td", "tr") else main


def _names(body: etree._Element) -> list[str]:
    """What the page says it is called, without blanks: in its title, and to search engines."""
    said = [element.text or "" for element in body.iter("title")]
    said += [meta.get("content", "") for meta in body.iter("meta") if meta.get("name", "").lower() == "articletitle"]
    return [_BLANKS.sub("", words) for words in said]


def _title_outside(body: etree._Element, main: etree._Element, names: Sequence[str]) -> list[str]:
    """Title and document number, where the page shows them above the main content and not in it."""
    inside = _BLANKS.sub("", "".join(_texts(main)))
    found = []
    around = {main, *main.iterancestors()}
    for element in body.iter(etree.Element):
        if element is main:
            break
        heading = element.tag in ("h1", "h2")
        plain = element.tag in _BLOCK and not any(child.tag in _BLOCK for child in element)
        if element in around or not (heading or (names and plain)):
            continue
        title = _words("".join(_texts(element)))
        words = _BLANKS.sub("", title)
        called = heading or (len(words) < 120 and any(words in name for name in names))
        if called and len(title) >= _SHORTEST_TITLE and words not in inside:
            found.append(title)
            break
    numbers = {_BLANKS.sub("", match[1]): None for match in _NUMBER.finditer("\n".join(_texts(body)))}
    return found + [number for number in list(numbers)[:1] if number not in inside]


def _blocks(main: etree._Element) -> Iterator[str | etree._Element]:
    """Paragraphs, and tables that hold data, in the order of the page."""
    words: list[str] = []
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(main, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                words.append(element.tail or "")
            continue
        if element.tag in _BLOCK:
            yield from _paragraph(words)
            words = []
        if event == "start":
            if element.tag == "table" and element is not main and _is_data(element):
                yield element
                skipped = element
            else:
                words.append(element.text or "")
        elif element is not main:
            words.append(element.tail or "")
    yield from _paragraph(words)


def _is_site(element: etree._Element, weight: int, whole: int) -> bool:
    """Whether an element is named like a part of a site, and does not hold what the page is about."""
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return weight <= 0.2 * whole and bool(_SITE.search(named))


def _paragraph(words: list[str]) -> Iterator[str]:
    paragraph = _words("".join(words))
    if paragraph:
        yield paragraph


def _words(text: str) -> str:
    """``text`` as a browser shows it: line breaks of the source are blanks, or nothing between ideographs."""
    return _BLANKS.sub(" ", _BROKEN_SOURCE.sub("", text)).strip()


def _texts(element: etree._Element) -> Iterator[str]:
    """All text in an element; block elements keep their words apart."""
    if not len(element):
        yield element.text or ""
        return
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner.tag in _BLOCK:
            yield " "
        if event == "start":
            yield inner.text or ""
        elif inner is not element:
            yield inner.tail or ""


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data and not the page: at least two rows of two cells, none of them a document."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = [[len("".join(_texts(cell))) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    return sum(len(row) >= 2 for row in cells) >= 2 and max(map(max, filter(None, cells))) <= _MAX_CELL


def _rows(table: etree._Element) -> Iterator[dict[int, Merged]]:
    """The cells of each row by column; a cell merged over rows keeps its columns free in those below."""
    taken: dict[int, int] = {}  # column: rows for which a cell from above still covers it
    for row in table.iter("tr"):
        cells: dict[int, Merged] = {}
        covered, column = taken, 0
        taken = {at: rows - 1 for at, rows in covered.items() if rows > 1}
        for cell in row.iterchildren("td", "th"):
            while column in covered:
                column += 1
            column = min(column, _MAX_SPAN)  # what a hostile table has to the right of it shares one column
            before = cells[column].words if column in cells else ""
            words = f"{before} {_words(''.join(_texts(cell)))}".strip()
            cells[column] = Merged(words, _span(cell, "rowspan"))
            over = range(column, min(column + _span(cell, "colspan"), _MAX_SPAN))
            if (below := _span(cell, "rowspan") - 1) > 0:
                taken |= dict.fromkeys(over, below)
            column = max(over.stop, column + 1)
        yield cells


def _span(cell: etree._Element, name: str) -> int:
    written = cell.get(name, "1").strip()
    return min(max(int(written), 1), _MAX_SPAN) if written.isascii() and written.isdigit() and len(written) < 5 else 1

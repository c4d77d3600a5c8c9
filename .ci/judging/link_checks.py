"""Ways through the book: outline, printed contents, links."""

import pymupdf

from .book import Entry, same
from .fold import fold, line


def outline(book, edition, r):
    """The outline is the edition's chapters and sections, in order"""
    got = [(e.level, line(e.title)) for e, _, _ in book.outline]
    want = [(level, line(title)) for level, title in edition.outline()]
    for i in range(max(len(got), len(want))):
        g, w = (s[i] if i < len(s) else None for s in (got, want))
        if not r.expect(g == w, f"entry {i + 1} is {g}, the edition has {w}"):
            break
    for e, page, _ in book.outline:
        r.expect(0 <= page < len(book), f"{e.title!r} goes nowhere (page {page + 1})")


def targets(book, edition, r):
    """At the place an outline entry goes to stands the heading it names"""
    for e, page, to in book.outline:
        if not 0 <= page < len(book):
            continue
        top = _top(book, page, to)
        below = [w for w in book.words[page] if w[1] >= top - 2 and w[1] < top + 120]
        text = fold(" ".join(w[4] for w in below))
        r.expect(fold(e.title) in text, f"{e.title!r} is not printed at page {page + 1}, {top:.0f} pt down: {text[:60]!r}")


def _top(book, page, to):
    """Return how far down a page a destination is, in points."""
    return book.pdf[page].rect.height - to.y if to else 0


def printed(book):
    """Return the printed contents as [(Entry, page index, box)].

    A line's last word is its number; a line without one goes on in the next.
    What is set further in than the leftmost entry is of the second level.
    """
    rows = []
    for index in book.contents_pages:
        height = book.pdf[index].rect.height
        words = [w for w in book.words[index] if height * 0.07 < w[1] < height * 0.93]
        rows += [(index, row) for row in _rows(words)]
    entries, title, box = [], [], None
    for index, row in rows:
        words = [w for w in row if w[4].strip(".·… ")]
        if not words:
            continue
        numbered = len(words) > 1 and words[-1][4].strip(". ").isdigit() and words[-1][0] > book.pdf[index].rect.width / 2
        text = words[:-1] if numbered else words
        title += [w[4] for w in text]
        for w in row:
            box = (box or pymupdf.Rect(w[:4])) | pymupdf.Rect(w[:4])
        if numbered:
            entries.append((Entry(0, line(" ".join(title).rstrip(". ")), words[-1][4].strip(". ")), index, box))
            title, box = [], None
        elif row[0][3] - row[0][1] > 20:  # the list's own heading, in display type
            title, box = [], None
    if not entries:
        return []
    left = min(b.x0 for _, _, b in entries)
    return [(Entry(1 if b.x0 < left + 5 else 2, e.title, e.number), i, b) for e, i, b in entries]


def _rows(words):
    """Group words into rows by their middle's height, each row left to right."""
    rows = []
    for w in sorted(words, key=lambda w: (w[1] + w[3]) / 2):
        mid = (w[1] + w[3]) / 2
        if rows and abs(rows[-1][0] - mid) < 4:
            rows[-1][1].append(w)
        else:
            rows.append((mid, [w]))
    return [sorted(row, key=lambda w: w[0]) for _, row in rows]


def contents(book, edition, r):
    """The printed contents, the outline, the page labels and the folios agree"""
    got = printed(book)
    r.expect(len(got) == len(book.outline), f"{len(got)} printed entries, {len(book.outline)} in the outline")
    for (p, index, _), (o, page, _) in zip(got, book.outline):
        where = f"contents on page {index + 1}, {p.title!r}"
        r.expect(same(p.title, o.title), f"{where}: the outline has {o.title!r}")
        r.expect(p.level == o.level, f"{where}: level {p.level} in print, {o.level} in the outline")
        r.expect(p.number == o.number, f"{where}: number {p.number} in print, the outline goes to page {o.number}")
        r.expect(book.folio(page) == p.number, f"{where}: number {p.number} in print, on that page stands {book.folio(page)!r}")


def contents_links(book, edition, r):
    """Every printed entry of the contents is a link to where the outline goes"""
    links = [(i, l) for i, l in book.links if i in book.contents_pages]
    r.expect(len(links) == len(book.outline), f"{len(links)} links on the contents pages for {len(book.outline)} entries")
    for (p, index, box), (_, page, to) in zip(printed(book), book.outline):
        over = [l for i, l in links if i == index and _covers(l["from"], box)]
        if not r.expect(len(over) == 1, f"{p.title!r} lies under {len(over)} links"):
            continue
        goes, name = book.target(over[0])
        r.expect(goes == page, f"{p.title!r} links to page {goes + 1}, the outline to page {page + 1}")
        spot = book.names.get(name, {}).get("to") or tuple(over[0].get("to") or (0, 0))
        r.expect(to is None or abs(spot[1] - to.y) < 2, f"{p.title!r} links to another place of page {page + 1} than the outline")


def _covers(link, box):
    """Report whether a link's area holds the middle of a box's both ends."""
    y = (box.y0 + box.y1) / 2
    return all(pymupdf.Point(x, y) in link for x in (box.x0 + 1, box.x1 - 1))


def links(book, edition, r):
    """Every link has a good target, stands over text and says where it goes"""
    for index, l in book.links:
        where = f"page {index + 1}, link at ({l['from'].x0:.0f}, {l['from'].y0:.0f})"
        if l["kind"] == pymupdf.LINK_URI:
            r.expect(l["uri"].startswith("https://"), f"{where}: {l['uri']} is not https")
        else:
            page, name = book.target(l)
            good = l["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED) and 0 <= page < len(book)
            r.expect(good, f"{where}: goes nowhere ({name or page})")
        r.expect(l["from"] in book.pdf[index].rect, f"{where}: outside the page")
        under = [w for w in book.words[index] if pymupdf.Rect(w[:4]).intersects(l["from"])]
        r.expect(under, f"{where}: there is no text under it")
        kind, said = book.pdf.xref_get_key(l["xref"], "Contents")
        r.expect(kind == "string" and said.strip(), f"{where}: has no Contents")


def addresses(book, edition, r):
    """The web addresses linked to are those of the edition"""
    got = {l["uri"].rstrip("/") for _, l in book.links if l["kind"] == pymupdf.LINK_URI}
    want = {a.rstrip("/") for a in edition.addresses()}
    for a in sorted(got | want):
        r.expect(a in got, f"{a} is in the edition, and no link goes there")
        r.expect(a in want, f"a link goes to {a}, which is not in the edition")


CHECKS = [outline, targets, contents, contents_links, links, addresses]

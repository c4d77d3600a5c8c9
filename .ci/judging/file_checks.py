"""The file: its syntax, fonts, pages and what it says of itself."""

import os
import re

from .book import tool

A4 = (595.276, 841.890)
MOST_BYTES = 2_000_000
LEAST_PAGES = 30
SLACK = 0.5  # points
NO_ICC = "warning: ICC support is not available"  # how that mutool was built, not the file


def syntax(book, edition, r):
    """qpdf, poppler and MuPDF read the file without complaint"""
    code, out, err = tool("qpdf", "--check", book.path)
    r.expect(code == 0 and "No syntax or stream encoding errors found" in out, f"qpdf --check: exit {code}\n{out}{err}".strip())
    for command in (("pdftotext", book.path, "-"), ("pdfinfo", "-struct-text", book.path), ("pdffonts", book.path)):
        code, _, err = tool(*command)
        r.expect(code == 0 and not err, f"{command[0]}: exit {code}: {err[:400]}")
    code, _, err = tool("mutool", "draw", "-q", "-F", "trace", "-o", os.devnull, book.path)
    err = "\n".join(l for l in err.splitlines() if l.strip() and l.strip() != NO_ICC)
    r.expect(code == 0 and not err, f"mutool draw: exit {code}: {err[:400]}")


def size(book, edition, r):
    """The file is under 2 MB and has 30 pages or more"""
    n = os.path.getsize(book.path)
    r.expect(n < MOST_BYTES, f"{n} bytes")
    r.expect(len(book) >= LEAST_PAGES, f"{len(book)} pages")


def paper(book, edition, r):
    """Every page is A4, upright, all its boxes within the sheet"""
    for page in book.pdf:
        box = page.mediabox
        good = abs(box.width - A4[0]) < SLACK and abs(box.height - A4[1]) < SLACK and page.rotation == 0
        r.expect(good, f"page {page.number + 1}: {box.width:.2f} × {box.height:.2f} pt, turned {page.rotation}")
        for name in ("cropbox", "trimbox", "bleedbox", "artbox"):
            r.expect(getattr(page, name) in box, f"page {page.number + 1}: the {name} is larger than the sheet")


def fonts(book, edition, r):
    """Every font is embedded, subset and mapped to Unicode"""
    for name, embedded, subset, mapped in book.fonts:
        r.expect(embedded, f"{name} is not embedded")
        r.expect(subset and re.match(r"[A-Z]{6}\+", name), f"{name} is not a subset")
        r.expect(mapped, f"{name} has no map to Unicode")


def metadata(book, edition, r):
    """Title, author and language are the edition's, in Info, catalog and XMP"""
    report = edition.report
    xmp = book.pdf.get_xml_metadata()
    for key, want in (("Title", report["title"]), ("Author", report["publisher"])):
        r.expect(book.info.get(key) == want, f"{key} is {book.info.get(key)!r}, not {want!r}")
    for key, want in (("dc:title", report["title"]), ("dc:creator", report["publisher"]), ("dc:language", report["language"])):
        found = re.search(rf"<{key}>(.*?)</{key}>", xmp, re.DOTALL)
        said = re.sub(r"<[^>]*>", "", found.group(1)).strip().replace("&apos;", "'").replace("&#39;", "'") if found else None
        good = said is not None and (said == want or key == "dc:language" and said.startswith(want))
        r.expect(good, f"XMP {key} is {said!r}, not {want!r}")
    _, lang = book.pdf.xref_get_key(book.pdf.pdf_catalog(), "Lang")
    r.expect(re.match(rf"{report['language']}(-|$)", lang), f"the catalog's Lang is {lang!r}")
    _, shown = book.pdf.xref_get_key(book.pdf.pdf_catalog(), "ViewerPreferences/DisplayDocTitle")
    r.expect(shown == "true", "a reader shows the file's name, not its title (DisplayDocTitle)")
    year = report["date"].replace("-", "")
    made = book.pdf.metadata.get("creationDate") or ""
    r.expect(year in made, f"CreationDate is {made!r}, not the edition's {report['date']}")


def tagged(book, edition, r):
    """The file is tagged, each page joined to the structure tree"""
    r.expect(book.info.get("Tagged") == "yes", f"pdfinfo says Tagged: {book.info.get('Tagged')}")
    kind, _ = book.pdf.xref_get_key(book.pdf.pdf_catalog(), "StructTreeRoot")
    r.expect(kind == "xref", "the catalog has no StructTreeRoot")
    for page in book.pdf:
        kind, _ = book.pdf.xref_get_key(page.xref, "StructParents")
        r.expect(kind == "int", f"page {page.number + 1} has no StructParents")
        if page.first_annot or page.first_link:
            _, tabs = book.pdf.xref_get_key(page.xref, "Tabs")
            r.expect(tabs == "/S", f"page {page.number + 1} has links, and Tabs is {tabs}, not /S")


def figures(book, edition, r):
    """Every figure in the structure tree has a text for those who can't see it"""
    for xref in range(1, book.pdf.xref_length()):
        if book.pdf.xref_get_key(xref, "S")[1] != "/Figure":
            continue
        kind, alt = book.pdf.xref_get_key(xref, "Alt")
        _, page = book.pdf.xref_get_key(xref, "Pg")
        r.expect(kind == "string" and len(alt.strip()) > 3, f"the figure of object {xref} (page object {page}) has no Alt")


def labels(book, edition, r):
    """Every page has a label, and the number printed on it is that label"""
    kind, _ = book.pdf.xref_get_key(book.pdf.pdf_catalog(), "PageLabels")
    r.expect(kind != "null", "the catalog has no PageLabels")
    covers = {0, len(book) - 1}
    seen = set()
    for i in range(len(book)):
        label, folio = book.label(i), book.folio(i)
        r.expect(label and label not in seen, f"page {i + 1} has the label {label!r}, empty or used before")
        seen.add(label)
        if folio or i not in covers:
            r.expect(folio == label, f"page {i + 1} is labelled {label!r}, and {folio!r} is printed on it")


CHECKS = [syntax, size, paper, fonts, metadata, tagged, figures, labels]

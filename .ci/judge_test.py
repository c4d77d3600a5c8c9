#!/usr/bin/env python3
"""Tests the judge: judge_test.py GOOD-REPORT.pdf EDITION-FOLDER

Damages the report, or the edition it is held against, in one way at a time, and
fails where the check that is there for it says all is well.
"""

import contextlib
import io
import pathlib
import shutil
import sys
import tempfile

import pymupdf

from judging import figure_checks, file_checks, link_checks, text_checks, verdict
from judging.book import Book
from judging.edition import Edition


def catalog(key, value):
    """Return a damage that sets a key of the catalog."""
    return lambda pdf: pdf.xref_set_key(pdf.pdf_catalog(), key, value)


def write(page, at, text, size=11):
    """Return a damage that writes text in a font that is not embedded."""
    return lambda pdf: pdf[page].insert_text(at, text, fontsize=size)


def notdef(pdf):
    """Draw the glyph for what a font lacks."""
    xref = pdf[5].get_contents()[0]
    pdf.update_stream(xref, pdf.xref_stream(xref).replace(b"[<0002", b"[<0000", 1))


def mapped_to(code):
    """Return a damage that maps the letter e of a font to another code."""

    def damage(pdf):
        for xref in range(1, pdf.xref_length()):
            kind, value = pdf.xref_get_key(xref, "ToUnicode")
            if kind == "xref":
                stream = int(value.split()[0])
                pdf.update_stream(stream, pdf.xref_stream(stream).replace(b"> <0065>", b"> <" + code + b">"))
                return

    return damage


def mapped_from(old, new):
    """Return a damage that maps what every font maps to a code to another."""

    def damage(pdf):
        for xref in range(1, pdf.xref_length()):
            kind, value = pdf.xref_get_key(xref, "ToUnicode")
            if kind == "xref":
                stream = int(value.split()[0])
                pdf.update_stream(stream, pdf.xref_stream(stream).replace(b"> <" + old + b">", b"> <" + new + b">"))

    return damage


def over_a_word(pdf):
    """Write over a long word of a page."""
    word = max(pdf[5].get_text("words"), key=lambda w: w[2] - w[0])
    pdf[5].insert_text((word[0], word[3] - 2), word[4], fontsize=10)


def plain_link(pdf):
    """Add a link that is not https."""
    pdf[3].insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(200, 300, 300, 320), "uri": "http://example.org"})


def astray(pdf):
    """Send the third entry of the contents to another page."""
    link = pdf[1].get_links()[2]
    pdf.xref_set_key(link["xref"], "Dest", f"[{pdf.page_xref(20)} 0 R /XYZ 0 700 0]")


def nowhere(pdf):
    """Send a link to a name that is not there."""
    pdf.xref_set_key(pdf[1].get_links()[0]["xref"], "Dest", "(no-such-place)")


def other_outline(pdf):
    """Send the fourth outline entry a page on."""
    toc = pdf.get_toc()
    toc[3][2] += 1
    pdf.set_toc(toc)


def renamed(pdf):
    """Give an outline entry another title."""
    toc = pdf.get_toc()
    toc[2][1] += "s"
    pdf.set_toc(toc)


def no_figure_text(pdf):
    """Take the text from a figure."""
    for xref in range(1, pdf.xref_length()):
        if pdf.xref_get_key(xref, "S")[1] == "/Figure":
            pdf.xref_set_key(xref, "Alt", "null")
            return


def level_skipped(pdf):
    """Make a heading of the second level one of the fifth."""
    for xref in range(1, pdf.xref_length()):
        if pdf.xref_get_key(xref, "S")[1] == "/H2":
            pdf.xref_set_key(xref, "S", "/H5")
            return


def moved_up(pdf):
    """Read the last part of the tree first."""
    root = pdf.xref_get_key(pdf.pdf_catalog(), "StructTreeRoot")[1].split()[0]
    top = int(pdf.xref_get_key(int(root), "K")[1].strip("[] ").split()[0])
    kids = pdf.xref_get_key(top, "K")[1].strip("[] ").split(" R")
    kids = [k.strip() + " R" for k in kids if k.strip()]
    pdf.xref_set_key(top, "K", "[" + " ".join(kids[-2:] + kids[:-2]) + "]")


def blotted(pdf):
    """Take a line of text off a page."""
    page = pdf[6]
    line = page.get_text("dict")["blocks"][4]["lines"][0]
    page.add_redact_annot(line["bbox"])
    page.apply_redactions()


def numbered_wrong(pdf):
    """Print another number before a folio."""
    word = [w for w in pdf[8].get_text("words") if w[1] > 780][0]
    pdf[8].insert_text((word[0] + 12, word[3] - 2), "7", fontsize=8)


def no_xmp(pdf):
    """Take the XMP away."""
    pdf.del_xml_metadata()


def title(pdf):
    """Give the file another title."""
    pdf.set_metadata({**pdf.metadata, "title": "Untitled"})


def unstructured(pdf):
    """Take a page out of the structure tree."""
    pdf.xref_set_key(pdf.page_xref(4), "StructParents", "null")


def beyond(pdf):
    """Put a picture half outside a page."""
    dot = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 4, 4))
    pdf[3].insert_image(pymupdf.Rect(560, 300, 640, 380), pixmap=dot)


PDF_DAMAGES = [
    (file_checks.size, "20 pages", lambda pdf: pdf.select(range(20))),
    (file_checks.paper, "a page turned", lambda pdf: pdf[2].set_rotation(90)),
    (file_checks.paper, "a page of A5", lambda pdf: pdf[2].set_mediabox(pymupdf.Rect(0, 0, 420, 595))),
    (file_checks.fonts, "a font not embedded", write(3, (200, 300), "x")),
    (file_checks.metadata, "another title", title),
    (file_checks.metadata, "no language", catalog("Lang", "null")),
    (file_checks.metadata, "no XMP", no_xmp),
    (file_checks.tagged, "no structure tree", catalog("StructTreeRoot", "null")),
    (file_checks.tagged, "a page without structure", unstructured),
    (file_checks.figures, "a figure without text", no_figure_text),
    (file_checks.labels, "no labels", catalog("PageLabels", "null")),
    (file_checks.labels, "labels from 2", catalog("PageLabels", "<</Nums[0<</S/D/St 2>>]>>")),
    (file_checks.labels, "another folio", numbered_wrong),
    (text_checks.letters, "a glyph for nothing", notdef),
    (text_checks.letters, "a private letter", mapped_to(b"E000")),
    (text_checks.letters, "a letter unknown", mapped_to(b"FFFD")),
    (text_checks.inside, "text outside the page", write(3, (580, 300), "outside")),
    (text_checks.pictures, "a picture outside the page", beyond),
    (text_checks.overlaps, "a word over another", over_a_word),
    (text_checks.order, "two pages swapped", lambda pdf: pdf.move_page(9, 12)),
    (text_checks.prose, "a line lost", blotted),
    (text_checks.prose, "a page lost", lambda pdf: pdf.delete_page(7)),
    (text_checks.structure, "a level skipped", level_skipped),
    (text_checks.heard, "hyphens at lines' ends heard", mapped_from(b"00AD", b"002D")),
    (text_checks.heard, "words run together", mapped_from(b"0020", b"00AD")),
    (text_checks.heard, "words broken", mapped_from(b"0072", b"0020")),
    (text_checks.heard, "the tree in another order", moved_up),
    (text_checks.logical, "the tree in another order", moved_up),
    (text_checks.strays, "an empty page", lambda pdf: pdf.new_page(5)),
    (link_checks.outline, "an outline entry renamed", renamed),
    (link_checks.targets, "an outline entry a page on", other_outline),
    (link_checks.contents, "an outline entry a page on", other_outline),
    (link_checks.contents_links, "an entry linked elsewhere", astray),
    (link_checks.links, "a link to nowhere", nowhere),
    (link_checks.links, "a link that is not https", plain_link),
    (link_checks.addresses, "a link the edition lacks", plain_link),
]

EDITION_DAMAGES = [
    (text_checks.order, "a heading more", "chapters/klima.yaml", "- heading: Et grønnere Danmark", "- heading: Et sort Danmark"),
    (text_checks.prose, "a word changed", "chapters/klima.yaml", "Ventetiden var lang", "Ventetiden er lang"),
    (text_checks.heard, "a word changed", "chapters/klima.yaml", "Ventetiden var lang", "Ventetiden er lang"),
    (text_checks.structure, "a heading changed", "chapters/klima.yaml", "- heading: Et grønnere Danmark", "- heading: Et sort Danmark"),
    (figure_checks.charts, "a label changed", "chapters/regnskab.yaml", "label: Personale}", "label: Folk}"),
    (figure_checks.charts, "an amount changed", "accounts.yaml", "-297.721.021", "-297.781.021"),
    (figure_checks.statements, "an amount changed", "accounts.yaml", "-297.721.021", "-297.721.022"),
    (figure_checks.sums, "an amount changed", "accounts.yaml", "-297.721.021", "-297.721.022"),
]


def faults(check, path, folder):
    """Return whether a check fails for a report and an edition."""
    with contextlib.redirect_stdout(io.StringIO()):
        return bool(verdict.run([check], Book(path), Edition(folder)))


def blind(path, folder, work):
    """Yield (check, damage) where a check does not see a damage."""
    for check, what, damage in PDF_DAMAGES:
        pdf = pymupdf.open(path)
        damage(pdf)
        bad = work / "bad.pdf"
        pdf.save(bad)
        if not faults(check, bad, folder):
            yield check, what
    for check, what, name, old, new in EDITION_DAMAGES:
        copy = work / "edition"
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        text = (copy / name).read_text(encoding="utf-8")
        if old not in text:
            raise SystemExit(f"{name} no longer has {old!r}: change this test")
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
        if not faults(check, path, copy):
            yield check, what
    cut = work / "cut.pdf"
    cut.write_bytes(pathlib.Path(path).read_bytes()[:-2000])
    if not faults(file_checks.syntax, cut, folder):
        yield file_checks.syntax, "the end cut off"


def main(path, folder):
    """Test every check and return the exit code."""
    with tempfile.TemporaryDirectory() as work:
        missed = list(blind(path, folder, pathlib.Path(work)))
    for check, what in missed:
        print(f"FAIL {check.__name__} does not see: {what}")
    checks = {c for m in (file_checks, text_checks, link_checks, figure_checks) for c in m.CHECKS}
    tried = {d[0] for d in PDF_DAMAGES + EDITION_DAMAGES} | {file_checks.syntax}
    for check in checks - tried:
        print(f"FAIL {check.__name__} is not tested")
    print(f"{len(PDF_DAMAGES) + len(EDITION_DAMAGES) + 1} damages, {len(missed)} not seen")
    return 1 if missed or checks - tried else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

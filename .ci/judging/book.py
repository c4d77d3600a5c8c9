"""The PDF as poppler, qpdf and MuPDF read it."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property

import pymupdf

from .fold import fold, line

HEAD, FOOT = 0.07, 0.93  # what is above and below these parts of a page's height is its margins

pymupdf.TOOLS.set_small_glyph_heights(True)  # a word's box is as high as its type
pymupdf.TOOLS.mupdf_display_errors(False)


def tool(*command):
    """Run a program and return (exit code, output, messages)."""
    p = subprocess.run(command, capture_output=True, check=False)
    return p.returncode, p.stdout.decode("utf-8", "replace"), p.stderr.decode("utf-8", "replace")


@dataclass(frozen=True)
class Entry:
    """A line of the outline or of the printed contents."""

    level: int
    title: str
    number: str  # the page's label, or the number printed


@dataclass(frozen=True)
class Element:
    """A structure element with text of its own: its role, and its text in pieces."""

    role: str
    pieces: tuple

    @property
    def text(self):
        """The pieces on one line."""
        return line(" ".join(self.pieces))


class Book:
    """A PDF file."""

    def __init__(self, path):
        self.path = str(path)
        self.pdf = pymupdf.open(self.path)

    def __len__(self):
        return len(self.pdf)

    def label(self, index):
        """Return a page's label, the index counted from 0."""
        return self.pdf[index].get_label()

    @cached_property
    def info(self):
        """What pdfinfo says, by its headings."""
        _, out, _ = tool("pdfinfo", self.path)
        return {k.strip(): v.strip() for k, _, v in (l.partition(":") for l in out.splitlines())}

    @cached_property
    def fonts(self):
        """The rows of pdffonts: name, and whether embedded, subset, mapped to Unicode."""
        _, out, _ = tool("pdffonts", self.path)
        rows = []
        for row in out.splitlines()[2:]:
            m = re.match(r"(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row)
            rows.append((m.group(1),) + tuple(g == "yes" for g in m.groups()[1:]) if m else (row, False, False, False))
        return rows

    @cached_property
    def raw(self):
        """The text of each page in the order it is drawn, as poppler has it."""
        _, out, _ = tool("pdftotext", "-raw", "-enc", "UTF-8", self.path, "-")
        return out.split("\f")[: len(self)]

    @cached_property
    def words(self):
        """The words of each page with their boxes."""
        return [p.get_text("words", flags=pymupdf.TEXT_PRESERVE_WHITESPACE) for p in self.pdf]

    @cached_property
    def outline(self):
        """The outline as [(Entry, page index, point)]."""
        out = []
        for level, title, page, dest in self.pdf.get_toc(simple=False):
            index = page - 1
            number = self.label(index) if 0 <= index < len(self) else "?"
            out.append((Entry(level, title, number), index, dest.get("to")))
        return out

    @cached_property
    def names(self):
        """The named destinations."""
        return self.pdf.resolve_names()

    @cached_property
    def links(self):
        """Every link as (page index, link)."""
        return [(p.number, l) for p in self.pdf for l in p.get_links()]

    def target(self, link):
        """Return where an internal link goes as (page index, name or None)."""
        name = link.get("nameddest") or link.get("name")
        if name and name in self.names:
            return self.names[name]["page"], name
        return link.get("page", -1), name

    def folio(self, index):
        """Return what is printed in the foot margin of a page, or ''."""
        height = self.pdf[index].rect.height
        return " ".join(w[4] for w in self.words[index] if w[1] > height * FOOT)

    def head(self, index):
        """Return what is printed in the head margin of a page, or ''."""
        height = self.pdf[index].rect.height
        return " ".join(w[4] for w in self.words[index] if w[3] < height * HEAD)

    def lines(self, index, running):
        """Return a page's lines as drawn, without its running head and folio."""
        out = [l for l in self.raw[index].splitlines() if l.strip()]
        if out and line(out[0]) in running and line(self.head(index)) == line(out[0]):
            out = out[1:]
        if out and line(out[-1]) == line(self.folio(index)):
            out = out[:-1]
        return out

    @cached_property
    def structure(self):
        """The structure tree's leaves in logical order: elements with their text."""
        _, out, _ = tool("pdfinfo", "-struct-text", self.path)
        return list(_elements(out))

    @cached_property
    def heard(self):
        """What a reader of the tags hears: each block's text on one line, words parted as they are there."""
        _, out, _ = tool("pdfinfo", "-struct-text", self.path)
        return [line(text) for text in _blocks(out) if line(text)]

    @property
    def contents_pages(self):
        """The pages between the cover and the first page of the outline."""
        first = self.outline[0][1] if self.outline else 1
        return range(1, first)


def _elements(listing):
    """Read pdfinfo's listing of the structure tree."""
    path, text, own = [], [], None
    for row in listing.splitlines():
        depth = (len(row) - len(row.lstrip())) // 2
        body = row.strip()
        if body.startswith('"'):
            text.append(body[1:].removesuffix('"'))
            continue
        if body.startswith("Object ") or body.startswith("/") or not body:
            continue
        if own is not None and text:
            yield Element(own, tuple(text))
        text = []
        del path[depth:]
        own = body.split()[0]
        path.append(own)
    if own is not None and text:
        yield Element(own, tuple(text))


def _blocks(listing):
    """Yield the text of each block of pdfinfo's listing, what is inline joined to what is around it."""
    text = ""
    for row in listing.splitlines():
        body = row.strip()
        if body.startswith('"'):
            text += body[1:].removesuffix('"')
        elif body.endswith("(inline)") or body.endswith("(inline):"):
            continue
        elif body and not body.startswith(("Object ", "/")):
            yield text
            text = ""
    yield text


def same(a, b):
    """Report whether two texts are the same but for spaces and soft hyphens."""
    return fold(a) == fold(b)

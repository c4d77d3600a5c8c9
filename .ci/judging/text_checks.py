"""The text: nothing lost, nothing in the wrong place or order."""

import unicodedata

import pymupdf

from .edition import HEAD, PART, ROW, SIDE
from .fold import fold, line

MOST_OVERLAP = 0.30  # of the smaller of two words' boxes
SLACK = 0.5  # points a glyph may stand outside its page


def letters(book, edition, r):
    """No glyph is .notdef, no letter is U+FFFD, private or a control code"""
    for page in book.pdf:
        for span in page.get_texttrace():
            for code, glyph, _, box in span["chars"]:
                c = chr(code)
                where = f"page {page.number + 1} at ({box[0]:.0f}, {box[1]:.0f}) in {span['font']}"
                r.expect(glyph != 0, f".notdef for {c!r}, {where}")
                r.expect(c != "\ufffd" and unicodedata.category(c) not in ("Cc", "Co", "Cn", "Cs"), f"U+{code:04X}, {where}")
    for i, text in enumerate(book.raw):
        r.expect("\ufffd" not in text, f"page {i + 1}: poppler reads U+FFFD")


def inside(book, edition, r):
    """No text stands outside its page"""
    for page in book.pdf:
        sheet = page.rect + (-SLACK, -SLACK, SLACK, SLACK)
        for span in page.get_texttrace():
            seen = [c for c in span["chars"] if not chr(c[0]).isspace()]
            for code, _, _, box in seen:
                r.expect(pymupdf.Rect(box) in sheet, f"page {page.number + 1}: {chr(code)!r} at ({box[0]:.1f}, {box[1]:.1f})")


def pictures(book, edition, r):
    """No picture stands outside its page"""
    r.expect(True, "")  # an edition may have none
    for page in book.pdf:
        for image in page.get_image_info():
            box = pymupdf.Rect(image["bbox"])
            r.expect(box in page.rect + (-SLACK, -SLACK, SLACK, SLACK), f"page {page.number + 1}: a picture at {box}")


def overlaps(book, edition, r):
    """No two words lie over each other"""
    for i, words in enumerate(book.words):
        boxes = sorted((w[1], w[3], w[0], w[2], w[4]) for w in words)
        for k, (top, bottom, left, right, word) in enumerate(boxes):
            r.seen += 1
            for top2, bottom2, left2, right2, word2 in boxes[k + 1:]:
                if top2 >= bottom:
                    break
                shared = max(0, min(right, right2) - max(left, left2)) * max(0, min(bottom, bottom2) - max(top, top2))
                least = min((right - left) * (bottom - top), (right2 - left2) * (bottom2 - top2))
                if least > 0 and shared > MOST_OVERLAP * least:
                    r.faults.append(f"page {i + 1}: {word!r} and {word2!r} at ({left:.0f}, {top:.0f}) share {shared / least:.0%}")


class Stream:
    """A chapter's text as drawn, folded, with where its lines begin and end."""

    def __init__(self, lines):
        self.text, self.starts, self.ends = "", set(), set()
        for one in lines:
            self.starts.add(len(self.text))
            self.text += fold(one)
            self.ends.add(len(self.text))

    def find(self, text, start, whole=False):
        """Return where the folded text stands from start on, or -1."""
        at = self.text.find(text, start)
        while whole and at >= 0 and not (at in self.starts and at + len(text) in self.ends):
            at = self.text.find(text, at + 1)
        return at

    def without(self, pieces):
        """Return a stream less the pieces that stand on lines of their own."""
        cut = []
        for piece in pieces:
            at = self.find(piece, 0, whole=True)
            while at >= 0 and any(a < at + len(piece) and at < b for a, b in cut):
                at = self.find(piece, at + 1, whole=True)
            if at >= 0:
                cut.append((at, at + len(piece)))
        out, marks = Stream([]), sorted(self.starts | self.ends)
        keep = sorted((a, b) for a, b in zip(marks, marks[1:]) if not any(x <= a and b <= y for x, y in cut))
        for a, b in keep:
            out.starts.add(len(out.text))
            out.text += self.text[a:b]
            out.ends.add(len(out.text))
        return out


def _streams(book, edition):
    """Yield (chapter, first page, its stream); a chapter ends where the next begins."""
    running = {line(edition.report["title"])} | {line(c.title) for c in edition.chapters}
    tops = [(e.title, page) for e, page, _ in book.outline if e.level == 1]
    for n, chapter in enumerate(edition.chapters):
        if n >= len(tops):
            return
        first = tops[n][1]
        last = tops[n + 1][1] if n + 1 < len(tops) else len(book) - 1
        lines = [l for i in range(first, last) for l in book.lines(i, running)]
        yield chapter, first, Stream(lines)


def order(book, edition, r):
    """Every heading stands on lines of its own, in the order of the YAML"""
    for chapter, first, stream in _streams(book, edition):
        at = 0
        for kind, text in chapter.expected:
            if kind != HEAD:
                continue
            found = stream.find(fold(text), at, whole=True)
            if r.expect(found >= 0, f"{chapter.name} (from page {first + 1}): no heading {line(text)!r} after …{stream.text[max(0, at - 30):at]!r}"):
                at = found + len(fold(text))


def prose(book, edition, r):
    """All the edition's text is in the book, in the order of the YAML"""
    for chapter, first, stream in _streams(book, edition):
        sides = [fold(t) for k, t in chapter.expected if k == SIDE]
        for side in sides:
            r.expect(side in stream.text, f"{chapter.name} (from page {first + 1}): the fact {side!r} is missing")
        rest = stream.without(sides)
        at = 0
        for kind, text in chapter.expected:
            if kind == SIDE:
                continue
            want = fold(text)
            if kind == PART:
                r.expect(want in rest.text, f"{chapter.name} (from page {first + 1}): {line(text)!r} is missing")
                continue
            found = rest.find(want, at, whole=kind in (HEAD, ROW))
            if r.expect(found >= 0, f"{chapter.name} (from page {first + 1}): {_broken(want, rest.text, at)}"):
                at = found + len(want)


def _broken(want, text, at):
    """Say how far a text goes before it is other than expected."""
    least, most = 0, len(want)
    while least < most:  # the longest beginning that is there
        mid = (least + most + 1) // 2
        if text.find(want[:mid], at) >= 0:
            least = mid
        else:
            most = mid - 1
    if least < min(12, len(want)):
        where = "earlier" if want in text else "nowhere"
        return f"{want[:60]!r} stands {where} in place of {text[at:at + 40]!r}"
    after = text.find(want[:least], at) + least
    return f"after {want[max(0, least - 30):least]!r} comes {text[after:after + 30]!r}, not {want[least:least + 30]!r}"


def structure(book, edition, r):
    """The structure tree has the YAML's headings in order, no level skipped"""
    heads = [e for e in book.structure if len(e.role) == 2 and e.role[0] == "H" and e.role[1].isdigit()]
    level = 0
    for e in heads:
        r.expect(int(e.role[1]) <= level + 1, f"{e.role} {e.text!r} follows a heading of level {level}")
        level = int(e.role[1])
    r.expect(sum(e.role == "H1" for e in heads) == 1, "there is not just one H1")
    texts, at = [fold(e.text) for e in heads], 0
    for chapter in edition.chapters:
        for want in chapter.headings:
            found = texts.index(fold(want), at) if fold(want) in texts[at:] else -1
            if r.expect(found >= 0, f"{chapter.name}: the heading {want!r} is not in the tree after {heads[max(0, at - 1)].text!r}"):
                at = found + 1


def heard(book, edition, r):
    """Who hears the tags hears the edition's text, its words whole and parted, in the order of the YAML"""
    said = " " + " ".join(book.heard) + " "
    at = 0
    for chapter in edition.chapters:
        begun = at
        for kind, text in chapter.expected:
            want = " " + line(text).replace("'", "\u2019") + " "
            want = want if want in said else " " + line(text) + " "
            if kind == PART:
                r.expect(want.strip() in said[begun:], f"{chapter.name}: {want.strip()!r} is not in the tags")
                continue
            found = said.find(want, at)
            if r.expect(found >= 0, f"{chapter.name}: {want.strip()[:70]!r} is not heard after …{said[max(0, at - 40):at]!r}"):
                at = found + len(want) - 1


def logical(book, edition, r):
    """The structure tree's order is the order the pages are drawn in"""
    text, at = fold("".join(book.raw)), 0
    floats = {fold(t) for c in edition.chapters for k, t in c.expected if k == SIDE}
    for element, piece in ((e, p) for e in book.structure for p in e.pieces):
        want, role = fold(piece), element.role
        want = want[:-1] if want.endswith("-") else want  # a word divided at a line's end
        if fold(element.text) in floats:  # it may stand on another page
            r.expect(want in text, f"{role} {piece[:60]!r} is not drawn")
            continue
        found = text.find(want, at)
        if r.expect(found >= 0, f"{role} {piece[:60]!r} is drawn before what it follows"):
            at = found + len(want)


def strays(book, edition, r):
    """No heading is the last line of a page, no page but a cover is empty"""
    running = {line(edition.report["title"])} | {line(c.title) for c in edition.chapters}
    heads = {fold(h) for c in edition.chapters for h in c.headings}
    for i in range(1, len(book) - 1):
        lines = book.lines(i, running)
        if r.expect(lines, f"page {i + 1} is empty") and i not in book.contents_pages:
            r.expect(fold(lines[-1]) not in heads, f"page {i + 1} ends with the heading {lines[-1]!r}")


CHECKS = [letters, inside, pictures, overlaps, order, prose, structure, heard, logical, strays]

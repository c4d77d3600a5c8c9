"""The edition as its YAML says it, read without the program under test."""

import pathlib
from fractions import Fraction

import yaml

from .fold import addresses, paragraphs, plain
from .references import References

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()

# Kinds of expected text. A head and a row stand on lines of their own; a side
# piece floats beside the text, or among it on lines of its own; a part is anywhere
# among the chapter's pages.
HEAD, ROW, BODY, SIDE, PART = "head", "row", "body", "side", "part"


def _load(path):
    with open(path, encoding="utf-8") as f:
        return yaml.load(f, Loader=yaml.BaseLoader)  # every scalar as it is written


def in_words(iso):
    """Return an ISO date in Danish words."""
    y, m, d = (int(n) for n in str(iso).split("-"))
    return f"{d}. {MONTHS[m - 1]} {y}"


def printed(amount):
    """Return an amount of accounts.yaml as it is printed, with a true minus."""
    return amount.replace("-", "\u2212")


def address(url):
    """An address as the page shows it: without its scheme and last slash."""
    for scheme in ("https://", "http://", "mailto:"):
        url = url.removeprefix(scheme)
    return url.removesuffix("/")


class Edition:
    """The edition folder."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.report = _load(folder / "report.yaml")
        people = _load(folder / "people.yaml")
        self.people, self.groups = people["people"], people["groups"]
        self.accounts = _load(folder / "accounts.yaml")
        figures = folder / "figures.yaml"
        references = References(self.accounts, _load(figures)["figures"] if figures.exists() else {}, self.groups)
        self.chapters = []
        for name in self.report["chapters"]:
            chapter = references.resolve(_load(folder / "chapters" / f"{name}.yaml"))
            self.chapters.append(Chapter(self, name, chapter))

    def outline(self):
        """Return (level, title) of every chapter and section, in order."""
        out = []
        for c in self.chapters:
            out.append((1, c.title))
            out += [(2, s) for s in c.sections]
        return out

    def addresses(self):
        """Return every web address the edition links to."""
        found = set()

        def walk(node):
            if isinstance(node, dict):
                for key, value in node.items():
                    if key == "url":
                        found.add(value)
                    walk(value)
            elif isinstance(node, list):
                for value in node:
                    walk(value)
            elif isinstance(node, str):
                found.update(addresses(node))

        for c in self.chapters:
            walk(c.blocks)
        return found

    def amount(self, line_id, year):
        """Return a line's amount in whole and broken kroner."""
        column = self.accounts["years"].index(str(year))
        for statement in self.accounts["statements"]:
            for line in statement["lines"]:
                if line.get("id") == line_id:
                    text = line["amounts"][column].replace(".", "").replace(",", ".")
                    return Fraction(text), line["label"]
        raise KeyError(f"accounts.yaml has no line {line_id}")

    def statement(self, ident):
        """Return a statement by its id."""
        return next(s for s in self.accounts["statements"] if s["id"] == ident)

    def member(self, seat):
        """Return (person, role) of an entry of a list of members."""
        if isinstance(seat, dict):
            return self.people[seat["person"]], seat.get("role", "")
        return self.people[seat], ""


class Chapter:
    """One chapter: its text as (kind, text) in the order it is to be read."""

    def __init__(self, edition, name, data):
        self.edition, self.name, self.blocks = edition, name, data["blocks"]
        self.title, self.headline = data["title"], data.get("headline", "")
        self.sections, self.expected, self.headings = [], [], []
        self._heading(self.title)
        self._add(HEAD, self.headline)
        for block in self.blocks:
            (kind, value), = block.items()
            getattr(self, "_" + kind.replace("-", "_"))(value)

    def of_kind(self, kind):
        """Return the values of the blocks of a kind."""
        return [v for b in self.blocks for k, v in b.items() if k == kind]

    def _add(self, kind, *texts):
        self.expected += [(kind, t) for t in texts if t]

    def _heading(self, text):
        """Expect a heading; the block of that name is nothing else."""
        if text:
            self.headings.append(text)
            self._add(HEAD, text)

    def _lead(self, v):
        self._add(BODY, *paragraphs(v))

    _text = _note = _lead

    def _section(self, v):
        v = v if isinstance(v, dict) else {"title": v}
        self.sections.append(v["title"])
        self._heading(v["title"])
        self._add(HEAD, v.get("headline", ""))

    def _list(self, v):
        self._add(BODY, *(plain(i) for i in v["items"]))

    def _box(self, v):
        self._heading(v["title"])
        self._add(BODY, *paragraphs(v["text"]))

    def _fact(self, v):
        self._add(SIDE, v.get("figure", ""), plain(v["caption"]))

    def _quote(self, v):
        self._add(BODY, plain(v["text"]), v.get("by", ""))

    def _links(self, v):
        self._heading(v.get("title", ""))
        self._add(BODY, *(i["text"] for i in v["items"]))

    def _image(self, v):
        kind = PART if v.get("place") == "here" else SIDE
        self._add(kind, plain(v.get("caption", "")), v.get("credit", ""))

    def _media(self, v):
        self._add(BODY, v["title"], plain(v.get("caption", "")), address(v["url"]))

    def _letter(self, v):
        self._add(BODY, v["greeting"], *paragraphs(v["text"]), v.get("closing", ""))
        self._signers(v.get("signatures", []))

    def _signers(self, seats):
        for seat in seats:
            person, role = self.edition.member(seat)
            self._add(BODY, person["name"])
            self._add(PART, role)

    def _members(self, seats):
        for seat in seats:
            person, role = self.edition.member(seat)
            self._add(BODY, person["name"])
            self._add(PART, role, person.get("office", ""), person.get("municipality", ""))

    def _portraits(self, v):
        self._members(self.edition.groups[v]["members"])

    def _organisation(self, v):
        self._heading(v.get("title", ""))
        nodes = [v["root"]]
        while nodes:
            n = nodes.pop()
            self._add(PART, n["name"], n.get("note", ""))
            nodes += n.get("children", [])

    def _roster(self, v):
        for ident in v:
            self._add(BODY, self.edition.groups[ident]["name"])
            self._members(self.edition.groups[ident]["members"])

    def _statement(self, v):
        s = self.edition.statement(v)
        if self.expected[-1] != (HEAD, s["title"]):  # a section right above says it already
            self._add(HEAD, s["title"])
        self._add(HEAD, s.get("when", ""))
        for l in s["lines"]:
            text = l.get("caption") or l.get("group") or l["label"]
            amounts = [printed(a) for a in l.get("amounts", []) if a not in ("~", "null", "")]
            self._add(ROW, " ".join([text, l.get("notes", "")] + amounts))
        self._add(BODY, s.get("note", ""))

    def _chart(self, v):
        if v.get("place") == "here":
            self._heading(v["title"])
        else:  # it may stand on another page, but is read where it is written
            self.headings.append(v["title"])
            self._add(PART, v["title"])
        self._add(PART, v["total"], plain(v.get("caption", "")))

    def _table(self, v):
        self._add(ROW, v.get("title", ""), " ".join(c["title"] for c in v["columns"]))
        self._add(ROW, *(" ".join(plain(c) for c in row) for row in v["rows"]))

    def _signatures(self, v):
        self._add(BODY, f"{v['place']}, den {in_words(v['date'])}")
        for party in v["parties"]:
            self._add(BODY, party.get("title", ""))
            self._signers(party["people"])

    def _auditor(self, v):
        self._add(BODY, f"{v['place']}, den {in_words(v['date'])}", v["firm"], v["form"], v["number"])
        for s in v["signers"]:
            self._add(BODY, s["name"], s["title"], s["number"])

    def _page_break(self, _):
        pass

"""The figures: charts and statements, reckoned anew from accounts.yaml."""

from fractions import Fraction

from .edition import printed
from .fold import fold

MILLION = 1_000_000


def _rounded(number, decimals):
    """Return a number, not negative, in Danish; halves are rounded up."""
    scaled = int(number * 10**decimals + Fraction(1, 2))
    digits = str(scaled).rjust(decimals + 1, "0")
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals:]
    groups = []
    while whole:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return ".".join(groups) + ("," + part if decimals else "")


def brief(amount):
    """Return an amount as a chart has it: in millions from one million up."""
    if amount >= MILLION:
        return _rounded(amount / MILLION, 1) + " mio. kr."
    return _rounded(amount, 0 if amount.denominator == 1 else 2) + " kr."


def share(part, whole):
    """Return a part in per cent, with two decimals where one would be nought."""
    per = part / whole * 100
    return _rounded(per, 1 if per >= Fraction(5, 100) or not part else 2) + " pct."


def charts(book, edition, r):
    """Each chart's total and parts are text on one page, as the accounts have them"""
    for chapter in edition.chapters:
        for chart in chapter.of_kind("chart"):
            wanted = _wanted(edition, chart)
            pages = [fold(t) for t in book.raw]
            hits = [sum(fold(w) in p for w in wanted) for p in pages]
            best = max(range(len(pages)), key=lambda i: hits[i])
            for w in wanted:
                r.expect(fold(w) in pages[best], f"{chart['title']!r}, page {best + 1}: {w!r} is not there")


def _wanted(edition, chart):
    """Return all that is to be read in a chart."""
    parts = []
    for p in chart["parts"]:
        amount, label = edition.amount(p["line"], chart["year"])
        parts.append((p.get("label", label), abs(amount)))
    whole = sum(a for _, a in parts)
    out = [chart["title"], chart["total"], brief(whole)]
    for label, amount in parts:
        out += [label, brief(amount), share(amount, whole)]
    return out


def statements(book, edition, r):
    """Each line of each statement is printed with its amounts beside it"""
    text = [fold(t) for t in book.raw]
    for chapter in edition.chapters:
        for ident in chapter.of_kind("statement"):
            for line in edition.statement(ident)["lines"]:
                if "amounts" not in line:
                    continue
                amounts = "".join(fold(printed(a)) for a in line["amounts"] if a not in ("~", "null", ""))
                want = fold(line["label"]) + line.get("notes", "") + amounts
                r.expect(any(want in t for t in text), f"{ident}: {line['label']!r} with {line['amounts']} is on no page")


def sums(book, edition, r):
    """The statements' sums and ties add up"""
    year = range(len(edition.accounts["years"]))
    lines = {l["id"]: l for s in edition.accounts["statements"] for l in s["lines"] if "id" in l}
    value = lambda i, y: edition.amount(i, edition.accounts["years"][y])[0]
    for ident, l in lines.items():
        for y in year if "sum" in l else ():
            total = sum(-value(t[1:], y) if t.startswith("-") else value(t, y) for t in l["sum"])
            r.expect(total == value(ident, y), f"{l['label']!r}, {edition.accounts['years'][y]}: the parts give {total}, it says {value(ident, y)}")
    for tie in edition.accounts.get("ties", []):
        for y in year:
            r.expect(value(tie["left"], y) == value(tie["right"], y), f"{tie['name']!r} does not hold in {edition.accounts['years'][y]}")


CHECKS = [charts, statements, sums]

#!/usr/bin/env python3
"""raster.py REPORT.pdf [--update] — the designed pages, as pictures.

Draws a handful of pages small and in grey and holds each against its reference
in .ci/references. A page that looks different is told with the share of its
area that changed and the place; look at it, and if it is meant, write the
references anew with --update. Needs PyMuPDF.
"""
import pathlib
import sys

import pymupdf

DPI = 40
NOTICED = 48  # a step of grey that is seen
ALLOWED = 0.002  # of a page's area, for what another build of MuPDF draws otherwise
REFERENCES = pathlib.Path(__file__).parent / "references"

# The text that finds each page, in the outline; the covers and the contents have none.
PAGES = {
    "cover": 0,
    "contents": 1,
    "opener": "Sporskifte",
    "organisation": "Politiske organisation",
    "roster": "Udvalg",
    "signatures": "Ledelsespåtegning",
    "statement": "Resultatopgørelse",
    "balance": "Balance",
    "back": -1,
}


def number(doc, place):
    """The index of a page: as it is, or that of an entry of the outline."""
    if isinstance(place, int):
        return place % len(doc)
    return next(page for _, title, page in doc.get_toc() if title == place) - 1


def changed(a, b):
    """The pixels of two drawings that differ to the eye."""
    return [i for i, (x, y) in enumerate(zip(a.samples, b.samples)) if abs(x - y) > NOTICED]


def main():
    update = "--update" in sys.argv[2:]
    doc = pymupdf.open(sys.argv[1])
    failed = 0
    REFERENCES.mkdir(exist_ok=True)
    for name, place in PAGES.items():
        drawn = doc[number(doc, place)].get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY, alpha=False)
        file = REFERENCES / f"{name}.png"
        if update:
            drawn.save(file)
            continue
        wanted = pymupdf.Pixmap(file)
        if (wanted.width, wanted.height, wanted.n) != (drawn.width, drawn.height, drawn.n):
            print(f"{name}: the page has another size")
            failed += 1
            continue
        where = changed(wanted, drawn)
        share = len(where) / len(drawn.samples)
        if share > ALLOWED:
            rows = sorted(i // drawn.width for i in where)
            print(f"{name}: {share:.2%} of the page looks different, from {rows[0] * 25.4 / DPI:.0f} to {rows[-1] * 25.4 / DPI:.0f} mm down")
            failed += 1
    print(f"{len(PAGES)} pages drawn, {failed} different")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())

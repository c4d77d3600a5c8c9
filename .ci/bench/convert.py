#!/usr/bin/env python3
"""convert.py REPORT.yaml FONTS DIR [SIDE] — make an edition of a generated report.

REPORT.yaml is what the peers' benchmark generator writes: chapters, sections,
blocks and accounts. FONTS is a folder with the Liberation faces the peers are
set in. DIR becomes an edition with the same text, A4, margins of 25 mm and
10.5 pt on 14 pt, and titles and facts of the same sizes, so that page counts agree to
within some five per cent. SIDE is the width of a side column for the facts, such as
"45 mm"; without it they stand in the text. The text is sentences drawn by lot, so what
`check` finds of its figures and years is waived. Needs PyYAML.
"""
import pathlib
import shutil
import sys

import yaml

FACES = ("Regular", "Italic", "Bold", "BoldItalic")
THEME = """\
base: standard
paper: A4
margins: {{inner: 25 mm, outer: 25 mm, top: 25 mm, bottom: 25 mm}}
body-size: 10.5 pt
grid: 14 pt
columns: {{side: {side}}}
paragraphs: indented
sizes: {{headline: 22 pt, lead: 11.5 pt, fact: 20 pt}}
faces:
  text: {{regular: fonts/LiberationSerif-Regular.ttf, italic: fonts/LiberationSerif-Italic.ttf, bold: fonts/LiberationSerif-Bold.ttf, bold-italic: fonts/LiberationSerif-BoldItalic.ttf}}
  headings: {{regular: fonts/LiberationSans-Regular.ttf, italic: fonts/LiberationSans-Italic.ttf, bold: fonts/LiberationSans-Bold.ttf, bold-italic: fonts/LiberationSans-BoldItalic.ttf}}
  display: {{regular: fonts/LiberationSans-Bold.ttf}}
"""
WAIVED = ("figure-wrong", "figure-differs", "direction", "year")  # of text and amounts drawn by lot


def block(b):
    """An entry of a chapter for a block of the report."""
    kind = b["type"]
    if kind == "paragraph":
        return {"text": b["text"]}
    if kind == "factbox":
        return {"fact": {"figure": b["figure"], "caption": b["caption"]}}
    if kind in ("bullets", "numbered"):
        return {"list": {"ordered": kind == "numbered", "items": b["items"]}}
    if kind == "links":
        return {"links": {"title": b["title"], "items": b["items"]}}
    raise SystemExit(f"no block for {kind}")


def chapter(c):
    """A chapter's file."""
    blocks = [{"lead": c["lead"]}]
    for s in c["sections"]:
        blocks.append({"heading": s["title"]})
        blocks += [block(b) for b in s["blocks"]]
    return {"title": c["title"], "headline": c["subtitle"], "blocks": blocks}


def statement(key, s):
    """A statement: sums of the report are made up, so none is checked."""
    lines = []
    for i, row in enumerate(s["rows"]):
        if row["kind"] == "head":
            lines.append({"group": row["label"]})
            continue
        line = {"id": f"{key}-{i}", "label": row["label"], "amounts": [str(row["current"]), str(row["previous"])]}
        if row["kind"] != "line":
            line["rank"] = "subtotal"
        if "note" in row:
            line["notes"] = str(row["note"])
        lines.append(line)
    return {"id": key, "title": s["title"], "lines": lines}


def write(path, value):
    """Write a file of the edition."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = value if isinstance(value, str) else yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**9)
    path.write_text(text, encoding="utf-8")


def main():
    report, fonts, out = map(pathlib.Path, sys.argv[1:4])
    side = sys.argv[4] if len(sys.argv) > 4 else "0"
    r = yaml.load(report.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    meta, accounts = r["meta"], r["accounts"]
    keys = [k for k, v in accounts.items() if isinstance(v, dict)]
    names = [c["id"] for c in r["chapters"]]
    write(out / "report.yaml", {
        "title": meta["title"], "subtitle": meta["subtitle"], "year": meta["year"], "publisher": meta["organisation"],
        "language": "da", "date": meta["date"], "chapters": names + ["regnskab"],
    })
    write(out / "accounts.yaml", {
        "unit": accounts["unit"], "years": [int(y) for y in accounts["columns"]],
        "statements": [statement(k.replace("_", "-"), accounts[k]) for k in keys],
    })
    write(out / "waivers.yaml", {"waivers": [{"code": code, "reason": "the text and the amounts are drawn by lot"} for code in WAIVED]})
    write(out / "theme.yaml", THEME.format(side=side))
    for c in r["chapters"]:
        write(out / "chapters" / f"{c['id']}.yaml", chapter(c))
    blocks = [{"statement": k.replace("_", "-")} for k in keys]
    write(out / "chapters" / "regnskab.yaml", {"title": accounts["title"], "blocks": blocks})
    (out / "fonts").mkdir(exist_ok=True)
    for family in ("Serif", "Sans"):
        for face in FACES:
            shutil.copy(fonts / f"Liberation{family}-{face}.ttf", out / "fonts")


if __name__ == "__main__":
    main()

"""How text from a YAML file and text from a PDF are made comparable."""

import re
import unicodedata

# A discretionary hyphen stands for nothing; the apostrophes are one letter.
_SAME = str.maketrans({"\u00ad": None, "\u2019": "'", "\u2011": "-"})


def fold(text):
    """Return the text without spaces, line breaks and soft hyphens."""
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    return re.sub(r"\s+", "", text)


def line(text):
    """Return the text on one line with single spaces."""
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    return re.sub(r"\s+", " ", text).strip()


_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_FOREIGN = re.compile(r"\[([^\[\]]*)\]\{lang=[\w-]+\}")
_MARK = re.compile(r"(?<!\\)(\*\*|\*|__|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)


def plain(markdown):
    """Return the words of a piece of Markdown, its marks taken off."""
    text = _LINK.sub(r"\1", _FOREIGN.sub(r"\1", markdown))
    return re.sub(r"\\(.)", r"\1", _MARK.sub("", text))


def addresses(markdown):
    """Return the addresses a piece of Markdown links to."""
    return [m.group(2) for m in _LINK.finditer(markdown)]


def paragraphs(markdown):
    """Return the paragraphs and list items of a block of Markdown, in order."""
    out = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        if _ITEM.match(block):
            items = _ITEM.split(block)
            out += [plain(i) for i in items if i.strip()]
        else:
            out.append(plain(block))
    return out

#!/usr/bin/env python3
"""Judges the finished report: judge.py REPORT.pdf EDITION-FOLDER

Reads the PDF with poppler, qpdf and MuPDF and the edition's YAML on its own,
and compares them. Prints each check, each fault with its place, and a summary.
Exit 0: all is well; 1: a check failed; 2: wrong use.
"""

import os
import sys

from judging import figure_checks, file_checks, link_checks, text_checks, verdict
from judging.book import Book
from judging.edition import Edition

CHECKS = file_checks.CHECKS + text_checks.CHECKS + link_checks.CHECKS + figure_checks.CHECKS


def main(arguments):
    """Judge one report and return the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    path, folder = arguments
    if not os.path.isfile(path):
        print(f"FAIL there is no {path}")
        return 1
    return 1 if verdict.run(CHECKS, Book(path), Edition(folder)) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

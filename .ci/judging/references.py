"""References to figures worked out on their own, without the program under test."""

import ast
import re
from fractions import Fraction

SCALES = {"kr": 1, "tkr": 1000, "mio": 10**6, "mia": 10**9}
WORDS = {"kr": " kr.", "tkr": " t.kr.", "mio": " mio. kr.", "mia": " mia. kr.", "pct": " pct.", "pctpoint": " procentpoint"}


def _spelt(name):
    return name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _number(text):
    return Fraction(text.replace(".", "").replace(",", ".").replace("\u2212", "-"))


def _written(value, places):
    """Write a number in Danish, halves away from zero."""
    n = int((abs(value) * 10**places * 2 + 1) / 2)
    whole, rest = divmod(n, 10**places)
    out = f"{whole:,}".replace(",", ".") + (f",{rest:0{places}d}" if places else "")
    return ("\u2212" if value < 0 else "") + out


class References:
    """What the references of an edition give."""

    def __init__(self, accounts, figures, groups):
        self.seats = {name: len(group["members"]) for name, group in groups.items()}
        self.years = [int(y) for y in accounts["years"]]
        self.units, self.values = {}, {}
        for statement in accounts["statements"]:
            for line in statement["lines"]:
                for year, amount in zip(self.years, line.get("amounts", [])):
                    if amount not in ("~", "null", ""):
                        self.values[_spelt(line["id"]), year] = _number(amount)
        for name, f in figures.items():
            self.units[_spelt(name)] = f["unit"]
            self.values[_spelt(name), self.years[0]] = _number(f["value"]) * SCALES.get(f["unit"], 1)

    def resolve(self, node):
        """Return a part of the edition with its references replaced."""
        if isinstance(node, dict):
            return {k: self.resolve(v) for k, v in node.items()}
        if isinstance(node, list):
            return [self.resolve(v) for v in node]
        return re.sub(r"\{\{(.*?)\}\}(\.?)", self._figure, node)

    def _figure(self, match):
        expression, *steps = (s.strip() for s in match[1].split("|"))
        if expression.startswith("="):  # a literal that is let stand, with the reason behind it
            text = expression[1:].strip()
            return text if text.endswith(".") else text + match[2]
        value, form = self._value(ast.parse(expression, mode="eval").body), self.units.get(_spelt(expression), "antal")
        for step in steps:
            if step == "abs":
                value = abs(value)
            else:
                form = step
        name, _, places = form.partition(":")
        default = {"mio": 1, "mia": 1, "pct": 1, "pctpoint": 1, "kr": 0 if value.denominator == 1 else 2}
        text = _written(value / SCALES.get(name, 1), int(places or default.get(name, 0))) + WORDS.get(name, "")
        return text if text.endswith(".") else text + match[2]

    def _value(self, n):
        if isinstance(n, ast.Constant):
            return Fraction(str(n.value))
        if isinstance(n, ast.Name):
            return self.values[_spelt(n.id), self.years[0]]
        if isinstance(n, ast.Attribute):
            return self.values[_spelt(n.value.id), self.years[0] - 1]
        if isinstance(n, ast.Call):  # antal(group)
            return Fraction(self.seats[ast.unparse(n.args[0]).replace(" - ", "-")])
        if isinstance(n, ast.UnaryOp):
            return -self._value(n.operand)
        if isinstance(n.op, ast.MatMult):
            return self.values[_spelt(n.left.id), n.right.value]
        left, right = self._value(n.left), self._value(n.right)
        return {ast.Add: left + right, ast.Sub: left - right, ast.Mult: left * right}[type(n.op)]

package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Undrawn tells of characters of an edition's chapters that can't be printed, each
// once a paragraph: drawn reports whether a face has one. No waiver lets them stand, so
// they are apart from what Run finds.
func Undrawn(ed Edition, drawn func(rune) bool) []Finding {
	c := &checker{ed: ed, rep: ed.Report}
	c.locate = newLocator(ed.Files)
	known := map[rune]bool{}
	k := newCollector(ed.Report)
	for i := range ed.Report.Chapters {
		for _, r := range k.chapterRuns(i) {
			c.undrawn(r, func(char rune) bool {
				has, asked := known[char]
				if !asked {
					has = drawn(char)
					known[char] = has
				}
				return has
			})
		}
	}
	out := make([]Finding, len(c.out))
	for i, t := range c.out {
		out[i] = t.Finding
	}
	return out
}

// undrawn tells of the characters of a run that can't be printed.
func (c *checker) undrawn(r *run, drawn func(rune) bool) {
	for at, char := range r.text {
		if inked(char) && !strings.ContainsRune(r.text[:at], char) && !drawn(char) {
			c.tell(r, at, at+utf8.RuneLen(char), Error, "missing-glyph", say("skriften mangler tegnet %q (U+%04[1]X): brug et andet tegn", "the face has no glyph for %q (U+%04[1]X): use another character", char), Text{})
		}
	}
}

// inked reports a character that stands alone and leaves ink: no blank, no control
// and no accent that joins the letter before it.
func inked(c rune) bool {
	return c >= 0x7f && unicode.IsOneOf([]*unicode.RangeTable{unicode.L, unicode.N, unicode.P, unicode.S}, c)
}

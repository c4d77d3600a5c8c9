package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
)

// printer writes findings for people.
type printer struct {
	w       *bufio.Writer
	lang    diag.Lang
	words   checkWords
	colours bool
}

// The colours of a terminal.
const (
	plainType  = "\x1b[0m"
	boldType   = "\x1b[1m"
	redType    = "\x1b[31m"
	yellowType = "\x1b[33m"
	blueType   = "\x1b[34m"
)

// in writes a text in a colour, where there are colours.
func (p printer) in(colour, text string) string {
	if !p.colours {
		return text
	}
	return colour + text + plainType
}

// print writes the findings by kind, those that matter most first, the waived
// ones, and how many there are.
func (p printer) print(c checked) {
	groups, known := map[string][]check.Finding{}, map[string]bool{}
	var order []string
	for _, r := range check.Rules() {
		order = append(order, r.Code)
		known[r.Code] = true
	}
	for _, f := range c.left {
		code := f.Code
		if !known[code] {
			code = ""
		}
		groups[code] = append(groups[code], f)
	}
	for _, code := range append([]string{""}, order...) {
		if len(groups[code]) > 0 {
			p.group(code, groups[code], c)
		}
	}
	for i, w := range c.waived {
		if i == 0 {
			fmt.Fprintln(p.w, p.in(boldType, fmt.Sprintf("%s (%d)", p.words.waived, len(c.waived))))
		}
		line := fmt.Sprintf("  %s: %s %q: %s", w.Finding.Pos, w.Finding.Code, w.Finding.Found, w.Waiver.Reason)
		if w.Waiver.Source != "" {
			line += " (" + w.Waiver.Source + ")"
		}
		fmt.Fprintln(p.w, line)
	}
	if why := c.spelt.why.In(p.lang); why != "" {
		fmt.Fprintf(p.w, p.words.unspelt+"\n", why)
	}
	errs, warnings, notes := c.count()
	fmt.Fprintf(p.w, p.words.counts+"\n", errs, warnings, notes, len(c.waived))
	if left := len(c.work.Left); left > 0 {
		fmt.Fprintf(p.w, p.words.left+"\n", left, c.work.Of)
	}
}

// group writes the findings of one rule.
func (p printer) group(code string, list []check.Finding, c checked) {
	name := p.words.reading
	rule, known := check.Explain(code)
	if known {
		name = rule.Name.In(p.lang) + " [" + code + "]"
	}
	fmt.Fprintln(p.w, p.in(boldType, fmt.Sprintf("%s (%d)", name, len(list))))
	for _, f := range list {
		p.finding(f, c.lines[f.Pos.File])
	}
	if known {
		fmt.Fprintf(p.w, "  %s: %s\n", p.words.mend, rule.Mend.In(p.lang))
	}
	fmt.Fprintln(p.w)
}

// finding writes one, with its line of the file and a caret under the words.
func (p printer) finding(f check.Finding, lines []string) {
	word, colour := p.words.levels[f.Level], []string{redType, yellowType, blueType}[f.Level]
	fmt.Fprintf(p.w, "  %s: %s: %s\n", f.Pos, p.in(colour, word), f.What.In(p.lang))
	work := f.Code == "stale" || f.Code == "amount-open" // a line each: what it is says more than where
	if !work && f.Pos.Line >= 1 && f.Pos.Line <= len(lines) && f.Pos.Column >= 1 {
		text, indent := excerpt(lines[f.Pos.Line-1], f.Pos.Column)
		width := max(1, min(f.Length, utf8.RuneCountInString(text)-indent))
		fmt.Fprintf(p.w, "      %s\n      %s%s\n", text, strings.Repeat(" ", indent), p.in(colour, strings.Repeat("^", width)))
	}
	if should := f.Should.In(p.lang); should != "" {
		fmt.Fprintf(p.w, "      %s: %s\n", p.words.should, should)
	}
}

// excerpt is a line's part round a column, and how far in that is.
func excerpt(line string, column int) (text string, indent int) {
	const before, most = 60, 110
	runes := []rune(strings.ReplaceAll(line, "\t", " "))
	from := 0
	for from < len(runes) && from < column-1 && runes[from] == ' ' {
		from++
	}
	if column-1-from > before {
		from = column - 1 - before
	}
	from = min(from, len(runes))
	return string(runes[from:min(len(runes), from+most)]), max(0, column-1-from)
}

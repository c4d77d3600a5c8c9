package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/content/diag"
)

// tell writes what is different for people to read.
func (d *differing) tell(w io.Writer, found *differences) {
	if found.none() {
		fmt.Fprintln(w, d.words.same)
		return
	}
	d.tellTexts(w, found.texts)
	d.tellRecords(w, d.words.accounts, found.accounts)
	d.tellRecords(w, d.words.people, found.people)
	d.tellPages(w, found.pages)
	if d.output != "" {
		fmt.Fprintf(w, d.words.written+"\n", d.output)
	}
}

// tellTexts tells of the texts.
func (d *differing) tellTexts(w io.Writer, list []compare.Text) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "%s (%d)\n", d.words.texts, len(list))
	for _, t := range list {
		fmt.Fprintf(w, "  %s: %s\n", d.whereText(t), d.howText(t))
		fmt.Fprintf(w, "    %s\n", inBrief(t))
	}
	fmt.Fprintln(w)
}

// howText says what became of a text.
func (d *differing) howText(t compare.Text) string {
	s := d.words.how[t.How]
	if t.How == compare.Moved && len(t.Words) > 0 {
		s += ", " + d.words.how[compare.Changed]
	}
	if t.More > 0 {
		s += ", " + fmt.Sprintf(d.words.more, t.More)
	}
	if t.Figures {
		s += " (" + d.words.figure + ")"
	}
	return s
}

// whereText says where a text stands: in the second report, else in the first.
func (d *differing) whereText(t compare.Text) string {
	p := t.B
	if p == nil {
		p = t.A
	}
	s := d.place(p)
	if t.How == compare.Moved && t.A != nil && d.place(t.A) != s {
		s = d.place(t.A) + " → " + s
	}
	return s
}

// place is where a passage stands.
func (d *differing) place(p *compare.Passage) string {
	if p.Pos.File == "" {
		return fmt.Sprintf(d.words.page, p.Place)
	}
	return p.Pos.String() + ", " + p.Place
}

// around is how many words that are the same are shown on each side of those that
// are not.
const around = 6

// inBrief is a text's difference on one line: [-what is gone-] and {+what has come+}.
func inBrief(t compare.Text) string {
	switch {
	case len(t.Words) == 0 && t.B != nil:
		return openingOf(t.B.Text)
	case len(t.Words) == 0:
		return openingOf(t.A.Text)
	}
	var out []string
	for i, w := range t.Words {
		switch w.How {
		case compare.Removed:
			out = append(out, "[-"+w.Text+"-]")
		case compare.Added:
			out = append(out, "{+"+w.Text+"+}")
		default:
			out = append(out, sameWords(w.Text, i == 0, i == len(t.Words)-1))
		}
	}
	return strings.Join(out, " ")
}

// sameWords are words that are the same, those far from a difference left out.
func sameWords(s string, first, last bool) string {
	words := strings.Fields(s)
	head, tail := around, around
	if first {
		head = 0
	}
	if last {
		tail = 0
	}
	if len(words) <= head+tail {
		return s
	}
	parts := append([]string{}, words[:head]...)
	return strings.Join(append(append(parts, "…"), words[len(words)-tail:]...), " ")
}

// openingOf is the beginning of a text.
func openingOf(s string) string {
	const most = 30
	words := strings.Fields(s)
	if len(words) <= most {
		return s
	}
	return strings.Join(words[:most], " ") + " …"
}

// tellRecords tells of accounts or people.
func (d *differing) tellRecords(w io.Writer, head string, list []compare.Record) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(w, "%s (%d)\n", head, len(list))
	for _, r := range list {
		fmt.Fprintf(w, "  %s: %s\n", recordPos(r), d.record(r))
	}
	fmt.Fprintln(w)
}

// recordPos is where a record stands: in the second report, else in the first.
func recordPos(r compare.Record) diag.Pos {
	if r.B.File != "" && r.How != compare.Removed {
		return r.B
	}
	return r.A
}

// record tells a record's difference.
func (d *differing) record(r compare.Record) string {
	name := r.Name
	if r.What != "" {
		name += ", " + d.words.field[r.What]
	}
	if r.Of != "" {
		name += " " + r.Of
	}
	switch r.How {
	case compare.Added, compare.Removed:
		s := name + " " + d.words.how[r.How]
		if text := r.Old + r.New; text != "" {
			s += ": " + text
		}
		return s
	}
	return fmt.Sprintf("%s: %s → %s", name, orNothing(r.Old), orNothing(r.New))
}

// orNothing is a value, or a dash for none.
func orNothing(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// tellPages tells which pages look different.
func (d *differing) tellPages(w io.Writer, list []pagePair) {
	var different, moved, gone, come []string
	for _, p := range list {
		switch {
		case p.A < 0:
			come = append(come, strconv.Itoa(p.B+1))
		case p.B < 0:
			gone = append(gone, strconv.Itoa(p.A+1))
		case p.different && p.A != p.B:
			different = append(different, fmt.Sprintf("%d → %d", p.A+1, p.B+1))
		case p.different:
			different = append(different, strconv.Itoa(p.B+1))
		case p.moved():
			moved = append(moved, fmt.Sprintf("%d → %d", p.A+1, p.B+1))
		}
	}
	for _, row := range []struct {
		head string
		list []string
	}{{d.words.look, different}, {d.words.comePages, come}, {d.words.gonePages, gone}, {d.words.movedPages, moved}} {
		if len(row.list) > 0 {
			fmt.Fprintf(w, "%s (%d): %s\n", row.head, len(row.list), strings.Join(row.list, ", "))
		}
	}
}

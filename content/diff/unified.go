package diff

import (
	"fmt"
	"strings"
)

// around is how many lines that are the same are shown about a difference.
const around = 3

// Unified writes how a text became another, as diff -u does; it is empty where
// they are the same.
func Unified(nameA, nameB, a, b string) string {
	from, to := lines(a), lines(b)
	edits := Of(from, to)
	if len(edits) == 0 {
		return ""
	}
	var out strings.Builder
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", nameA, nameB)
	for len(edits) > 0 {
		n := 1
		for n < len(edits) && edits[n].A-edits[n-1].AEnd <= 2*around {
			n++
		}
		hunk(&out, from, to, edits[:n])
		edits = edits[n:]
	}
	return out.String()
}

// lines parts a text into lines with their ends; the last may lack one.
func lines(s string) []string {
	out := strings.SplitAfter(s, "\n")
	if out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// hunk writes edits that are close to each other.
func hunk(out *strings.Builder, a, b []string, edits []Edit) {
	first, last := edits[0], edits[len(edits)-1]
	before := min(around, first.A)
	after := min(around, len(a)-last.AEnd)
	fmt.Fprintf(out, "@@ -%s +%s @@\n", place(first.A-before, last.AEnd+after), place(first.B-before, last.BEnd+after))
	at := first.A - before
	for _, e := range edits {
		write(out, " ", a[at:e.A])
		write(out, "-", a[e.A:e.AEnd])
		write(out, "+", b[e.B:e.BEnd])
		at = e.AEnd
	}
	write(out, " ", a[at:last.AEnd+after])
}

// place is where lines are, as diff -u tells it.
func place(from, end int) string {
	switch end - from {
	case 0:
		return fmt.Sprintf("%d,0", from)
	case 1:
		return fmt.Sprint(from + 1)
	}
	return fmt.Sprintf("%d,%d", from+1, end-from)
}

// write writes lines, each behind a sign.
func write(out *strings.Builder, sign string, list []string) {
	for _, s := range list {
		out.WriteString(sign + s)
		if !strings.HasSuffix(s, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

package main

import (
	"strings"
	"testing"
)

// TestBind writes references, shows what it would write, and has nothing to do then.
func TestBind(t *testing.T) {
	files := good()
	files["accounts.yaml"] = "unit: kr.\nyears: [2024, 2023]\nstatements:\n  - id: r\n    title: R\n    lines:\n      - {id: kapital, label: Egenkapital, amounts: [\"799.655.858\", \"838.604.809\"]}\n"
	files["chapters/a.yaml"] = "title: A\nblocks:\n  - text: Egenkapitalen er 799,7 mio. kr. nu.\n"
	inFolder(t, files)
	const line = "  - text: Egenkapitalen er {{ kapital | mio }} nu.\n"
	for _, c := range []struct {
		args string
		code int
		out  string
	}{
		{"bind --check", exitContent, "chapters/a.yaml\n"},
		{"bind . --diff", exitContent, "--- a/chapters/a.yaml\n+++ b/chapters/a.yaml\n@@ -1,3 +1,3 @@\n title: A\n blocks:\n-  - text: Egenkapitalen er 799,7 mio. kr. nu.\n+" + line},
		{"bind", exitMade, "chapters/a.yaml\n"},
		{"bind", exitMade, ""},
		{"bind --check --diff", exitUsage, ""},
		{"bind a b", exitUsage, ""},
	} {
		w := newWorld()
		if code := w.run(strings.Fields(c.args)...); code != c.code || w.out.String() != c.out {
			t.Errorf("%s: exit %d: %s%s", c.args, code, w.out.String(), w.err.String())
		}
	}
	if got := read(t, "chapters/a.yaml"); got != "title: A\nblocks:\n"+line {
		t.Errorf("%q", got)
	}
}

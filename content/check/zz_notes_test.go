package check_test

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"strings"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

func allIn(files fstest.MapFS, texts map[string]string, notes bool) []string {
	rep, problems := source.Load(files)
	var out []string
	for _, d := range problems.Sorted() { out = append(out, d.Text(diag.English)) }
	if rep == nil { return out }
	for _, f := range check.Run(check.Edition{Report: rep, Files: texts}) {
		if notes || f.Level != check.Note { out = append(out, fmt.Sprint(f.Pos, " ", f.Code, " ", f.Found, " ", f.What, " ", f.Should)) }
	}
	return out
}

func TestZZ(t *testing.T) {
	os.MkdirAll("testdata/zz", 0o755)
	for _, p := range strings.Split(os.Getenv("KLSET"), ",") {
		d, _ := os.ReadFile(p)
		os.WriteFile("testdata/zz/"+p[strings.LastIndex(p, "/")+1:], d, 0o644)
	}
	for name, ed := range heldOut(t, "zz") {
		before := map[string]bool{}
		for _, s := range allIn(mapOf(ed.files), ed.files, true) { before[placeless(s)] = true }
		warnBefore := map[string]bool{}
		fa := 0
		for _, s := range errorsIn(mapOf(ed.files), ed.files) { warnBefore[placeless(s)] = true; fa++ }
		n, hit, any := 0, 0, 0
		for _, s := range ed.slips { for _, wrong := range s.wrong {
			n++
			m := mistake{s.kind, s.file, wrong, s.from, s.to}
			files, with := m.apply(ed.files)
			show := func(what string) {
				if os.Getenv("SHOW") != "" {
					t.Logf("%s %s: %q for %q, %s %s", what, s.kind, wrong, s.right, s.file, ed.files[s.file][max(0, s.from-60):min(len(ed.files[s.file]), s.to+60)])
				}
			}
			if slices.ContainsFunc(errorsIn(files, with), func(x string) bool { return !warnBefore[placeless(x)] }) {
				hit++
				any++
			} else if slices.ContainsFunc(allIn(files, with, true), func(x string) bool { return !before[placeless(x)] }) {
				any++
				show("NOTE")
			} else {
				show("MISS")
			}
		}}
		t.Logf("%s: %d slips, told as warning/error %d, with notes %d; false alarms %d", name, n, hit, any, fa)
	}
	
}

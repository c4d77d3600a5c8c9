package check_test

import (
	"os"
	"strings"
	"testing"
)

func TestZC(t *testing.T) {
	os.MkdirAll("testdata/zz", 0o755)
	for _, p := range strings.Split(os.Getenv("KLSET"), ",") {
		d, _ := os.ReadFile(p)
		os.WriteFile("testdata/zz/"+p[strings.LastIndex(p, "/")+1:], d, 0o644)
	}
	hits, fas := map[string]int{}, map[string]int{}
	for name, ed := range heldOut(t, "zz") {
		warnBefore := map[string]bool{}
		for _, s := range errorsIn(mapOf(ed.files), ed.files) {
			warnBefore[placeless(s)] = true
			fas[strings.Fields(s)[1]]++
			if os.Getenv("SHOW") != "" { t.Logf("FA %s %s", name, s) }
		}
		for _, s := range ed.slips { for _, wrong := range s.wrong {
			m := mistake{s.kind, s.file, wrong, s.from, s.to}
			files, with := m.apply(ed.files)
			codes := map[string]bool{}
			for _, x := range errorsIn(files, with) { if !warnBefore[placeless(x)] { codes[strings.Fields(x)[1]] = true } }
			if len(codes) == 1 { for c := range codes { hits[c]++ } }
		}}
	}
	for c, n := range fas { t.Logf("CODE %s: sole hits %d, false alarms %d", c, hits[c], n) }
	for c, n := range hits { if fas[c] == 0 { t.Logf("CODE %s: sole hits %d, no false alarm", c, n) } }
}

package check_test

import (
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// TestCheckCostsLessThanReading: the check of the embedded edition allocates no more
// than three quarters of what its reading does.
func TestCheckCostsLessThanReading(t *testing.T) {
	files := edition2024.Files()
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	ed := check.Edition{Report: rep, Files: texts(t, files)}
	read := testing.AllocsPerRun(1, func() { source.Load(files) })
	checked := testing.AllocsPerRun(1, func() { check.Run(ed) })
	t.Logf("%.0f allocations to read, %.0f to check: %.2f", read, checked, checked/read)
	if checked > read*3/4 {
		t.Errorf("the check allocates %.0f times, reading %.0f", checked, read)
	}
}

// TestFindingsGrow: eight times the findings cost no more than nine times as much.
func TestFindingsGrow(t *testing.T) {
	cost := func(n int) (findings int, allocations float64) {
		files := manyFindings(n)
		rep, problems := source.Load(fstest.MapFS(files))
		if rep == nil {
			t.Fatal(problems.Sorted())
		}
		ed := check.Edition{Report: rep, Files: texts(t, files)}
		return len(check.Run(ed)), testing.AllocsPerRun(1, func() { check.Run(ed) })
	}
	few, small := cost(100)
	many, large := cost(800)
	t.Logf("%d findings: %.0f allocations; %d: %.0f", few, small, many, large)
	if many < 10_000 {
		t.Errorf("only %d findings", many)
	}
	if large > 9*small {
		t.Errorf("%d findings take %.0f allocations, %d %.0f", few, small, many, large)
	}
}

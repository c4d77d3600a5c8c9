package edition2024_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

// TestEditionHolds reads the whole edition: every reference leads somewhere and
// every sum ties, without so much as a warning.
func TestEditionHolds(t *testing.T) {
	rep, problems := source.Load(edition2024.Files())
	if rep != nil && len(rep.Bound) < 47 {
		t.Errorf("%d figures are written by reference; there were 47", len(rep.Bound))
	}
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		source.Load(edition2024.Files())
	}
}

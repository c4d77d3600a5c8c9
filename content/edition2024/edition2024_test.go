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
	_, problems := source.Load(edition2024.Files())
	for _, p := range problems.Sorted() {
		t.Error(p.Text(diag.English))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		source.Load(edition2024.Files())
	}
}

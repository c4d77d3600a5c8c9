package check_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

func BenchmarkRun(b *testing.B) {
	files := edition2024.Files()
	rep, _ := source.Load(files)
	ed := check.Edition{Report: rep, Files: texts(b, files)}
	for b.Loop() {
		check.Run(ed)
	}
}

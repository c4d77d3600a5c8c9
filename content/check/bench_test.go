package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

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

// BenchmarkMany checks a chapter with some twenty thousand findings.
func BenchmarkMany(b *testing.B) {
	files := manyFindings(1000)
	rep, _ := source.Load(files)
	ed := check.Edition{Report: rep, Files: texts(b, files)}
	for b.Loop() {
		if n := len(check.Run(ed)); n < 10_000 {
			b.Fatalf("%d findings", n)
		}
	}
}

// manyFindings is an edition of so many paragraphs whose figures contradict each other, all the way.
func manyFindings(n int) fstest.MapFS {
	var text strings.Builder
	for i := range n {
		text.WriteString("  - text: |\n")
		for k := range 10 {
			fmt.Fprintf(&text, "      Kommunerne betalte %d,%d mio. kr. til %d borgere i afsnit %d.\n", 10+(i*7+k*13)%90, k, 100+(i*31+k*17)%900, i)
		}
	}
	return edition(text.String())
}

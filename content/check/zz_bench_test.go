package check_test

import (
	"os"
	"io/fs"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/source"
)

func BenchmarkZZ(b *testing.B) {
	files := os.DirFS("/tmp/wed/ed")
	rep, problems := source.Load(files)
	if rep == nil { b.Fatal(problems.Sorted()) }
	texts := map[string]string{}
	fs.WalkDir(files, ".", func(n string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(n, ".yaml") { t, _ := fs.ReadFile(files, n); texts[n] = string(t) }
		return nil
	})
	b.ReportAllocs()
	for b.Loop() { check.Run(check.Edition{Report: rep, Files: texts}) }
}

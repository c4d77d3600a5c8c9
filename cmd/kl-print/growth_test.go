package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/pdf"
)

// grown is an edition of n chapters, each with all that is common in reports.
func grown(n int) fstest.MapFS {
	files := fstest.MapFS{}
	var names []string
	words := strings.Fields("kommunerne har i løbet af året arbejdet med budgetoverholdelse og velfærd for borgere i hele landet mens bestyrelsen fulgte aftalerne")
	for c := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "title: Kapitel %d\nblocks:\n", c)
		for s := range 4 {
			fmt.Fprintf(&b, "  - section: Afsnit %d\n", s)
			for p := range 5 {
				b.WriteString("  - text: |\n      ")
				for w := range 60 {
					fmt.Fprintf(&b, "%s ", words[(w*7+p*3+s+c)%len(words)])
				}
				b.WriteString("slut.[^a]\n\n      [^a]: En note.\n")
			}
			b.WriteString("  - fact: {figure: \"98\", caption: kommuner er med}\n  - list: {items: [Første punkt, Andet punkt]}\n")
			b.WriteString("  - table: {columns: [{title: Navn}, {title: Antal}], rows: [[A, \"1\"], [B, \"2\"]]}\n")
		}
		name := fmt.Sprintf("k%d", c)
		names = append(names, name)
		files["chapters/"+name+".yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	}
	files["report.yaml"] = &fstest.MapFile{Data: []byte("title: Prøve\nyear: 2024\npublisher: KL\nlanguage: da\ndate: 2025-02-27\nchapters: [" + strings.Join(names, ", ") + "]\n")}
	return files
}

// cost is what each stage of a build takes of an edition: objects allocated, which
// go with the work and not with the machine; and the bytes of the PDF.
func cost(t *testing.T, files fstest.MapFS) map[string]uint64 {
	t.Helper()
	var stages timings
	stages.begin(stageSource)
	rep, problems := source.Load(files)
	if rep == nil || problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	stages.begin(stageCheck)
	<-seekTruth(files, rep, content.Work{})
	doc, problems, err := stages.compile(t.Context(), rep, pdf.A2aUA1, func(step, int, int) {})
	if err != nil || doc == nil {
		t.Fatal(err, problems.Sorted())
	}
	out := &counter{ctx: t.Context(), w: io.Discard}
	if err := doc.write(out, pdf.Options{Standard: pdf.A2aUA1, Begins: stages.begin}); err != nil {
		t.Fatal(err)
	}
	stages.begin("")
	c := map[string]uint64{"bytes of the PDF": uint64(out.n)}
	for _, s := range stages.stages {
		c[s.name] = s.objects
	}
	return c
}

// TestGrowth has eight times the chapters cost no more than 8.5 times as much in
// any stage.
func TestGrowth(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // with several, some work is done twice by chance
	small, large := cost(t, grown(4)), cost(t, grown(32))
	names := slices.Sorted(maps.Keys(small))
	for _, name := range names {
		a, b := float64(small[name]), float64(large[name])
		t.Logf("%-16s %9.0f %9.0f %5.2f times", name, a, b, b/a)
		if a == 0 || b > 8.5*a {
			t.Errorf("%s: %.0f for 4 chapters, %.0f for 32", name, a, b)
		}
	}
	if len(names) != 9 {
		t.Errorf("there are other stages: %v", names)
	}
}

// BenchmarkBuild builds an edition of 16 chapters, and says what each stage takes of
// it; for benchstat, which compares the units.
func BenchmarkBuild(b *testing.B) {
	files := grown(16)
	took := map[string]time.Duration{}
	pages := 0
	for b.Loop() {
		var stages timings
		stages.begin(stageSource)
		rep, _ := source.Load(files)
		stages.begin(stageCheck)
		<-seekTruth(files, rep, content.Work{})
		doc, _, err := stages.compile(b.Context(), rep, pdf.A2aUA1, func(step, int, int) {})
		if err != nil || doc == nil {
			b.Fatal(err)
		}
		if err := doc.write(&stages.file, pdf.Options{Standard: pdf.A2aUA1, Begins: stages.begin}); err != nil {
			b.Fatal(err)
		}
		if err := stages.floor(); err != nil {
			b.Fatal(err)
		}
		for _, s := range stages.stages {
			took[s.name] += s.took
		}
		pages += doc.pages
	}
	for name, t := range took {
		b.ReportMetric(float64(t.Nanoseconds())/float64(pages), name+"-ns/page")
	}
}

// BenchmarkEdition builds the edition in the folder KLPRINT_EDITION names, as the
// command does.
func BenchmarkEdition(b *testing.B) {
	dir := os.Getenv("KLPRINT_EDITION")
	if dir == "" {
		b.Skip("KLPRINT_EDITION names no folder")
	}
	out := filepath.Join(b.TempDir(), "out.pdf")
	for b.Loop() {
		if code := run(b.Context(), []string{"build", dir, "-o", out}, stdio{in: strings.NewReader(""), out: io.Discard, err: io.Discard, env: os.Getenv}); code != exitMade {
			b.Fatalf("exit %d", code)
		}
	}
}

package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
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

// cost is what a stage takes for an edition: allocations, which go with the work
// and not with the machine.
type cost struct{ read, lay, write, bytes float64 }

// measure makes a report of n chapters and counts what each stage takes.
func measure(t *testing.T, n int) (c cost) {
	t.Helper()
	files := grown(n)
	rep, problems := source.Load(files)
	if rep == nil || problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	lib := fonts.Embedded()
	doc, problems, err := layout.Compile(context.Background(), rep, lib, layout.Options{})
	if err != nil || doc == nil {
		t.Fatal(err, problems.Sorted())
	}
	c.read = testing.AllocsPerRun(1, func() { source.Load(files) })
	c.lay = testing.AllocsPerRun(1, func() {
		_, _, _ = layout.Compile(context.Background(), rep, lib, layout.Options{})
	})
	c.write = testing.AllocsPerRun(1, func() {
		out := &counter{ctx: context.Background(), w: io.Discard}
		if err := pdf.Write(out, doc, lib, pdf.Options{}); err != nil {
			t.Error(err)
		}
		c.bytes = float64(out.n)
	})
	return c
}

// TestGrowth has eight times the chapters cost no more than 8.5 times as much in
// any stage.
func TestGrowth(t *testing.T) {
	small, large := measure(t, 4), measure(t, 32)
	for name, pair := range map[string][2]float64{
		"reading": {small.read, large.read}, "layout": {small.lay, large.lay},
		"writing": {small.write, large.write}, "bytes of the PDF": {small.bytes, large.bytes},
	} {
		t.Logf("%-16s %9.0f %9.0f %5.2f times", name, pair[0], pair[1], pair[1]/pair[0])
		if pair[1] > 8.5*pair[0] {
			t.Errorf("%s: %.0f for 4 chapters, %.0f for 32", name, pair[0], pair[1])
		}
	}
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/pdf"
)

// with is an edition with a word of one file changed.
func with(files fstest.MapFS, name, old, new string) fstest.MapFS {
	files[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)}
	return files
}

// pdfOf is the PDF a compiler makes of an edition, empty where it makes none, and
// what it tells.
func pdfOf(t *testing.T, compile compiler, files fs.FS, theme string) (file string, told []string) {
	t.Helper()
	rep, problems := source.Load(files)
	if rep == nil {
		t.Fatal(problems.Sorted())
	}
	rep.Theme.Base = theme
	doc, problems, err := compile(context.Background(), rep, pdf.A2aUA1, func(step, int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range problems.Sorted() {
		told = append(told, d.Pos.String()+" "+d.Message.Code)
	}
	if doc == nil {
		return "", told
	}
	var out bytes.Buffer
	if err := doc.write(&out, pdf.Options{Standard: pdf.A2aUA1}); err != nil {
		t.Fatal(err)
	}
	return out.String(), told
}

// TestWrittenOnceIsTheSame makes reports with their pages drawn as they are laid
// out, on one core and on several, and with all laid out before: the bytes are the
// same, and so are the problems.
func TestWrittenOnceIsTheSame(t *testing.T) {
	every := os.DirFS(filepath.Join(top, "layout", "testdata", "every"))
	for _, c := range []struct {
		name  string
		files fs.FS
		fails bool
	}{
		{"embedded", edition2024.Files(), false},
		{"every block", every, false},
		{"contents of several pages", grown(24), false},
		{"pages told in the text", with(grown(3), "chapters/k0.yaml", "slut.", "Se side {{ side: k2 }}."), false},
		{"a title no page of the contents has room for", with(grown(3), "chapters/k1.yaml", "Afsnit 2", strings.Repeat("Og en titel til ", 400)), true},
		{"a link that says nothing", with(grown(3), "chapters/k1.yaml", "slut.", "[her](https://www.kl.dk)."), true},
		{"a block higher than a page", with(grown(5), "chapters/k1.yaml", "blocks:\n", "blocks:\n  - note: |\n      "+strings.Repeat("Et ord til. ", 3000)+"\n"), true},
	} {
		for i, theme := range []string{"standard", "lyng"} {
			if i > 0 && c.name != "every block" {
				continue
			}
			want, told := pdfOf(t, compileReport, c.files, theme)
			if (want == "") != c.fails {
				t.Fatalf("%s, %s: %d bytes, %v", c.name, theme, len(want), told)
			}
			for _, cores := range []int{1, 4} {
				onCores(cores, func() {
					got, also := pdfOf(t, compileOnce, c.files, theme)
					if got != want {
						t.Errorf("%s, %s, %d cores: %d bytes are not the same %d", c.name, theme, cores, len(got), len(want))
					}
					if !slices.Equal(also, told) {
						t.Errorf("%s, %s, %d cores: told %v, wanted %v", c.name, theme, cores, also, told)
					}
				})
			}
		}
	}
}

// TestContentsNotAsForeseen has the last be wrong of what was foreseen of a report,
// when all of its pages but the first are drawn: the PDF is that of one laid out as a
// whole, and nothing is told twice.
func TestContentsNotAsForeseen(t *testing.T) {
	files := with(grown(24), "chapters/k1.yaml", "slut.", strings.Repeat("0", 200)+".")
	var drawn []int
	wrong := func(ctx context.Context, rep *content.Report, lib *fonts.Library, opt layout.Options) (*page.Document, *diag.List, error) {
		doc, problems, err := layout.Compile(ctx, rep, lib, opt)
		if err == nil {
			drawn = append(drawn, len(doc.Pages))
			err = fmt.Errorf("%w: so many pages, and as many", layout.ErrWhole)
		}
		return nil, problems, err
	}
	want, told := pdfOf(t, compileReport, files, "standard")
	got, also := pdfOf(t, drawnFrom(wrong, layout.NewStock(fonts.Embedded())), files, "standard")
	if len(drawn) != 1 || drawn[0] < 24 {
		t.Fatalf("drawn: %v", drawn)
	}
	if got != want || got == "" {
		t.Errorf("%d bytes are not the same %d", len(got), len(want))
	}
	if !slices.Equal(also, told) || len(told) == 0 {
		t.Errorf("told %v, wanted %v", also, told)
	}
}

// TestSharedStock makes several reports side by side with one stock, in two
// languages and with exceptions of their own; each is as it is alone.
func TestSharedStock(t *testing.T) {
	editions := []fstest.MapFS{grown(3), grown(4), with(grown(3), "report.yaml", "language: da", "language: nb"),
		with(grown(3), "report.yaml", "language: da", "language: da\nhyphenation: [kommu-nerne]")}
	for i := range 3 { // more tongues than are kept
		editions = append(editions, with(grown(2), "report.yaml", "language: da", "language: "+[]string{"en", "sv", "de"}[i]))
	}
	var alone []string
	for _, files := range editions {
		file, _ := pdfOf(t, compileOnce, files, "standard")
		alone = append(alone, file)
	}
	if alone[0] == alone[3] {
		t.Fatal("the exception changes nothing")
	}
	shared := compileFrom(layout.NewStock(fonts.Embedded()))
	var wait sync.WaitGroup
	for range 2 {
		for i, files := range editions {
			wait.Go(func() {
				if file, _ := pdfOf(t, shared, files, "standard"); file != alone[i] {
					t.Errorf("edition %d: %d bytes are not those %d it has alone", i, len(file), len(alone[i]))
				}
			})
		}
	}
	wait.Wait()
}

package layout_test

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
)

var update = flag.Bool("update", false, "write the golden files anew")

// load reads an edition that must be without errors.
func load(t testing.TB, files fs.FS) *content.Report {
	t.Helper()
	rep, problems := source.Load(files)
	if rep == nil {
		for _, d := range problems.Sorted() {
			t.Log(d.Text(diag.English))
		}
		t.Fatal("the edition has errors")
	}
	return rep
}

// compile lays a report out that must be without problems.
func compile(t testing.TB, rep *content.Report) *page.Document {
	t.Helper()
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range problems.Sorted() {
		t.Error(d.Text(diag.English))
	}
	if doc == nil {
		t.Fatal("no document")
	}
	return doc
}

func edition(t testing.TB) *page.Document { return compile(t, load(t, edition2024.Files())) }

func everyBlock(t testing.TB) *page.Document {
	return compile(t, load(t, os.DirFS("testdata/every")))
}

// golden compares text with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s has changed (go test ./layout -update writes it anew):\n%s", file, diff)
	}
}

func TestEveryBlockIsSetAsBefore(t *testing.T) {
	var b bytes.Buffer
	if err := page.Dump(&b, everyBlock(t)); err != nil {
		t.Fatal(err)
	}
	golden(t, "every", b.Bytes())
}

// TestTheEditionOutlined holds what pages the embedded edition's parts are on.
func TestTheEditionOutlined(t *testing.T) {
	doc := edition(t)
	var b strings.Builder
	var walk func(depth int, list []page.Bookmark)
	walk = func(depth int, list []page.Bookmark) {
		for _, m := range list {
			b.WriteString(strings.Repeat("  ", depth) + m.Title + ": page " + strconv.Itoa(pageOf(t, doc, m.Dest)+1) + "\n")
			walk(depth+1, m.Kids)
		}
	}
	walk(0, doc.Outline)
	b.WriteString(strconv.Itoa(len(doc.Pages)) + " pages\n")
	golden(t, "edition-outline", []byte(b.String()))
}

func TestDocumentsAreSound(t *testing.T) {
	for name, doc := range map[string]*page.Document{"edition": edition(t), "every": everyBlock(t)} {
		for _, fault := range doc.Check() {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

func TestCompileIsTheSameEachTime(t *testing.T) {
	var a, b bytes.Buffer
	if err := page.Dump(&a, edition(t)); err != nil {
		t.Fatal(err)
	}
	if err := page.Dump(&b, edition(t)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two compilations differ")
	}
}

func TestACancelledCompileStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	doc, _, err := layout.Compile(ctx, load(t, edition2024.Files()), fonts.Embedded(), layout.Options{})
	if doc != nil || err == nil {
		t.Errorf("document %v, error %v", doc != nil, err)
	}
}

func pageOf(t testing.TB, doc *page.Document, id page.DestID) int {
	t.Helper()
	for _, d := range doc.Dests {
		if d.ID == id {
			return d.Page
		}
	}
	t.Fatalf("no destination %s", id)
	return 0
}

func BenchmarkCompileEdition(b *testing.B) {
	rep := load(b, edition2024.Files())
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

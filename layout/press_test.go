package layout_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
)

// TestPressMakesTheSameDocument changes an edition again and again, each time in
// another way, and holds what a press that has set all of them makes against what
// is made from the beginning.
func TestPressMakesTheSameDocument(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/every")); err != nil {
		t.Fatal(err)
	}
	press, lib := layout.NewPress(fonts.Embedded()), fonts.Embedded()
	for _, step := range []struct{ name, file, old, new string }{
		{"nothing", "", "", ""},
		{"nothing again", "", "", ""},
		{"a word", "chapters/tekst.yaml", "går ikke over flere sider", "går aldrig over flere sider"},
		{"a place", "chapters/tekst.yaml", "title: ", "# en linje\ntitle: "},
		{"a name", "people.yaml", "Anna Åby", "Johanna Åby"},
		{"a label", "accounts.yaml", "label: Gaver", "label: Alle gaver"},
		{"what the years are", "report.yaml", "title: ", "title: En anden "},
		{"an exception", "report.yaml", "chapters:", "hyphenation: [t-ekst]\nchapters:"},
		{"a theme", "theme.yaml", "", "base: lyng\n"},
		{"no facts beside the text", "theme.yaml", "base: lyng\n", "columns: {side: 0}\n"},
		{"a picture", "images/skov.png", "", "images/anna.jpg"},
		{"the order", "report.yaml", "[tekst, mennesker, tal]", "[mennesker, tal, tekst]"},
		{"one chapter less", "report.yaml", "[mennesker, tal, tekst]", "[mennesker, tekst]"},
	} {
		change(t, dir, step.file, step.old, step.new)
		same(t, step.name, press, lib, dir)
	}
}

// TestPressMakesTheSameEdition is the same for the embedded edition, in which
// chapters change sides, and then tell the pages of others.
func TestPressMakesTheSameEdition(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		t.Fatal(err)
	}
	press, lib := layout.NewPress(fonts.Embedded()), fonts.Embedded()
	same(t, "as it is", press, lib, dir)
	long := "blocks:\n  - text: |\n      " + strings.Repeat("Kommunerne løfter opgaven sammen. ", 150) + "\n"
	change(t, dir, "chapters/velkommen.yaml", "blocks:\n", long)
	same(t, "a page more", press, lib, dir)
	change(t, dir, "chapters/velkommen.yaml", long, "blocks:\n")
	same(t, "as it was", press, lib, dir)
	change(t, dir, "chapters/klima.yaml", "blocks:\n", "blocks:\n  - text: |\n      Se side {{ side: eu }} og side {{ side: klima }}.\n")
	same(t, "numbers of pages in the text", press, lib, dir)
	change(t, dir, "chapters/velkommen.yaml", "blocks:\n", long)
	same(t, "other numbers", press, lib, dir)
	change(t, dir, "chapters/velkommen.yaml", long, "blocks:\n")
	same(t, "the numbers that were", press, lib, dir)
	change(t, dir, "chapters/eu.yaml", "blocks:\n", "blocks:\n  - text: |\n      Ord[^ny].\n\n      [^ny]: Mere.\n")
	same(t, "a footnote", press, lib, dir)
	change(t, dir, "chapters/klima.yaml", "blocks:\n", "blocks:\n  - text: |\n      Se [note {{ note: eu^ny }}](#eu^ny).\n")
	same(t, "a reference to it", press, lib, dir)
	change(t, dir, "chapters/eu.yaml", "blocks:\n", "blocks:\n  - text: |\n      Ord[^nyere].\n\n      [^nyere]: Mere.\n")
	same(t, "a footnote before it", press, lib, dir)
}

// change puts new in place of old in a file; without old it writes the file, as a
// copy of another where new is the name of a picture.
func change(t *testing.T, dir, file, old, new string) {
	t.Helper()
	if file == "" {
		return
	}
	data := []byte(new)
	var err error
	switch {
	case strings.HasPrefix(new, "images/"):
		data, err = os.ReadFile(filepath.Join(dir, new))
	case old != "":
		data, err = os.ReadFile(filepath.Join(dir, file))
		if !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%s has no %q", file, old)
		}
		data = bytes.Replace(data, []byte(old), []byte(new), 1)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, file), data, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// same holds a press's document and problems against those made from the beginning.
func same(t *testing.T, name string, press *layout.Press, lib *fonts.Library, dir string) {
	t.Helper()
	rep, problems := source.Load(os.DirFS(dir))
	if rep == nil {
		t.Fatalf("%s: %v", name, problems.Sorted())
	}
	want, wantTold, err := layout.Compile(context.Background(), rep, lib, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	proof, told, err := press.Proof(context.Background(), rep)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := wantTold.Sorted(), told.Sorted(); !slices.Equal(a, b) {
		t.Errorf("%s: told %v, wanted %v", name, b, a)
	}
	if (proof == nil) != (want == nil) {
		t.Fatalf("%s: made %v, wanted %v", name, proof != nil, want != nil)
	}
	if proof == nil {
		return
	}
	if d := cmp.Diff(dumped(t, want), dumped(t, proof.Document)); d != "" {
		t.Errorf("%s: the documents differ (-Compile +Press):\n%s", name, d)
	}
	if proof.Theme.Paper != want.Pages[0].Size {
		t.Errorf("%s: the theme has paper of %v", name, proof.Theme.Paper)
	}
}

// TestProofKnowsWhereThingsWereWritten looks up the place of every mark, and that
// text known to stand on a line has it.
func TestProofKnowsWhereThingsWereWritten(t *testing.T) {
	rep := load(t, os.DirFS("testdata/every"))
	proof, _, err := layout.NewPress(fonts.Embedded()).Proof(context.Background(), rep)
	if err != nil || proof == nil {
		t.Fatal(err)
	}
	onGrid := 0
	for _, p := range proof.Document.Pages {
		for _, c := range p.Content {
			for _, it := range c.Items {
				if t, is := it.(page.Text); is && t.Size == proof.Theme.Type.Body.Size && (t.Origin.Y-proof.Baseline)%proof.Theme.Grid == 0 {
					onGrid++
				}
			}
		}
	}
	if onGrid < 30 {
		t.Errorf("%d texts stand on the baselines told", onGrid)
	}
	files := map[string]int{}
	for i, p := range proof.Document.Pages {
		for _, c := range p.Content {
			if c.Mark == 0 {
				continue
			}
			pos, known := proof.Places[c.Mark]
			if !known || pos == (diag.Pos{}) {
				t.Errorf("page %d: a mark has no place", i+1)
			}
			files[pos.File]++
		}
	}
	for _, ch := range rep.Chapters {
		if files[ch.Pos.File] == 0 {
			t.Errorf("nothing was written in %s", ch.Pos.File)
		}
	}
	if files["report.yaml"] == 0 {
		t.Error("nothing was written in report.yaml")
	}
}

// BenchmarkPress is a word changed in one chapter of the embedded edition, with
// the reading of its files.
func BenchmarkPress(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, edition2024.Files()); err != nil {
		b.Fatal(err)
	}
	name := filepath.Join(dir, "chapters/klima.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	press := layout.NewPress(fonts.Embedded())
	for i := 0; b.Loop(); i++ {
		now := bytes.Replace(text, []byte("klima"), []byte([]string{"klima", "Klima"}[i%2]), 1)
		if err := os.WriteFile(name, now, 0o666); err != nil {
			b.Fatal(err)
		}
		proof, _, err := press.Proof(context.Background(), load(b, os.DirFS(dir)))
		if err != nil || proof == nil {
			b.Fatal(err)
		}
	}
}

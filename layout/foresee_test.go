package layout_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/page"
)

// nowhere is a sink that keeps nothing.
type nowhere struct{}

func (nowhere) Add(int, []page.Page, []page.Image, *page.Elem) error { return nil }

// listed is a report whose contents have these titles, one slice a chapter: its own
// first, then those of its sections.
func listed(titles [][]string) *content.Report {
	rep := &content.Report{Title: "T", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{}}
	for i, of := range titles {
		file := fmt.Sprintf("chapters/k%d.yaml", i)
		ch := content.Chapter{Pos: diag.Pos{File: file, Line: 1, Column: 8}, ID: fmt.Sprintf("k%d", i), Title: of[0]}
		for s, title := range of[1:] {
			at := content.At{Pos: diag.Pos{File: file, Line: 3 + s, Column: 14}}
			ch.Blocks = append(ch.Blocks, content.Section{At: at, ID: fmt.Sprintf("k%d.a%d", i, s), Title: title})
		}
		ch.Blocks = append(ch.Blocks, content.Paragraph{Body: content.Inlines{content.Text("En linje.")}})
		rep.Chapters = append(rep.Chapters, ch)
	}
	return rep
}

// bothWays lays a report out chapter by chapter, and as a whole, and fails where the
// pages, or where things are on them, are not the same. It returns the number of
// pages, none where what is told stops the report, and of those before the chapters.
func bothWays(t *testing.T, rep *content.Report) (pages, front int, told []diag.Diagnostic) {
	t.Helper()
	whole, problems, err := layout.Compile(t.Context(), rep, fonts.Embedded(), layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc, also, err := layout.Compile(t.Context(), rep, fonts.Embedded(), layout.Options{Sink: nowhere{}})
	if err != nil && !errors.Is(err, layout.ErrWhole) {
		t.Fatal(err)
	}
	told = problems.Sorted()
	if err == nil && !reflect.DeepEqual(also.Sorted(), told) {
		t.Fatalf("told %v, wanted %v", also.Sorted(), told)
	}
	if whole == nil {
		return 0, 0, told
	}
	if err == nil && (doc.Front != whole.Front || len(doc.Pages) != len(whole.Pages) || !reflect.DeepEqual(doc.Dests, whole.Dests)) {
		t.Fatalf("%d pages, %d before the chapters: as a whole %d, and %d", len(doc.Pages), doc.Front, len(whole.Pages), whole.Front)
	}
	return len(whole.Pages), whole.Front, told
}

// TestContentsOfManyLengths has a PDF come of reports with contents of any length,
// by the pages: about the foot of each, and with numbers of one, two and three digits
// side by side.
func TestContentsOfManyLengths(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	lengths := map[int]bool{}
	for chapters := 1; chapters < 130; chapters += 1 + chapters/5 {
		titles := make([][]string, chapters)
		for i := range titles {
			for range 1 + rng.IntN(5) {
				titles[i] = append(titles[i], strings.TrimSpace(strings.Repeat("Kommunernes økonomi ", 1+rng.IntN(1+chapters%9))))
			}
		}
		pages, front, told := bothWays(t, listed(titles))
		if pages < chapters {
			t.Errorf("%d chapters: %d pages, %v", chapters, pages, told)
		}
		lengths[front] = true
	}
	if len(lengths) < 6 {
		t.Errorf("the contents have too few lengths: %v", lengths)
	}
}

// TestThousandthPage has the numbers in the contents go from three digits to four.
func TestThousandthPage(t *testing.T) {
	titles := make([][]string, 990)
	for i := range titles {
		titles[i] = []string{fmt.Sprintf("Kapitel %d", i)}
	}
	if pages, front, told := bothWays(t, listed(titles)); pages < 1000 || front > 990 {
		t.Errorf("%d pages, %d of them before the chapters, %v", pages, front, told)
	}
}

// TestTitlesNoPageHasRoomFor has titles that fill more than a page of the contents:
// each is told of where it is written.
func TestTitlesNoPageHasRoomFor(t *testing.T) {
	long := strings.Repeat("En titel til ", 500)
	_, _, told := bothWays(t, listed([][]string{{"A", "B", long}, {"C", long, "D"}, {long}}))
	var at []string
	for _, d := range told {
		if d.Message.Code == "too-tall" && strings.Contains(d.Message.English, "in the contents") {
			at = append(at, d.Pos.String())
		}
	}
	want := []string{"chapters/k0.yaml:4:14", "chapters/k1.yaml:3:14", "chapters/k2.yaml:1:8"}
	if !slices.Equal(at, want) {
		t.Errorf("told of at %v, wanted %v", at, want)
	}
}

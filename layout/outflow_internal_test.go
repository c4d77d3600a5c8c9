package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
)

// counted is a sink that counts the pages it is given.
type counted struct{ pages int }

func (c *counted) Add(_ int, pages []page.Page, _ []page.Image, _ *page.Elem) error {
	c.pages += len(pages)
	return nil
}

// titled is a report of chapters, each a line long, with sections in the first.
func titled(chapters, sections int, title func(i int) string) *content.Report {
	rep := &content.Report{Title: "T", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{}}
	for i := range chapters {
		ch := content.Chapter{ID: fmt.Sprintf("k%d", i), Title: title(i)}
		for s := range sections {
			ch.Blocks = append(ch.Blocks, content.Section{ID: fmt.Sprintf("k%d.a%d", i, s), Title: title(chapters + s)})
		}
		sections = 0
		ch.Blocks = append(ch.Blocks, content.Paragraph{Body: content.Inlines{content.Text("En linje.")}})
		rep.Chapters = append(rep.Chapters, ch)
	}
	return rep
}

// TestForecast takes the contents to be shorter and longer than they are: that is
// found, when all pages behind them have been handed out, and told as what it is.
func TestForecast(t *testing.T) {
	rep := titled(40, 10, func(i int) string { return strings.Repeat("Kommunernes økonomi ", 1+i%4) })
	for wrong := -1; wrong <= 2; wrong++ {
		out := &counted{}
		opt := Options{Sink: out}
		b := newBook(rep, fonts.Embedded(), opt)
		contents, err := b.foreseen()
		if err != nil || contents < 2 {
			t.Fatalf("%d pages foreseen, %v", contents, err)
		}
		doc, err := b.outflow(t.Context(), opt, contents+wrong)
		switch {
		case wrong == 0 && (err != nil || doc == nil || out.pages != len(doc.Pages)):
			t.Errorf("foreseen rightly: %d pages handed out, %v, %v", out.pages, b.kit.Report.Sorted(), err)
		case wrong != 0 && (!errors.Is(err, ErrWhole) || doc != nil || out.pages < 40):
			t.Errorf("foreseen wrongly by %d: %d pages handed out, %v", wrong, out.pages, err)
		}
	}
}

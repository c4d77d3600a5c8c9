package pdf

import (
	"fmt"
	"io"
	"testing"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// book returns a document of n full pages: a running head, nine paragraphs of
// five lines and a link on each.
func book(t testing.TB, n int) *page.Document {
	m := newMaker(t)
	words := []string{"kommunerne", "arbejder", "for", "at", "affaldet", "sorteres", "bedre", "og", "prisen", "er", "1.234,50", "kroner", "i", "2024,", "men", "bestyrelsen", "vil", "følge", "udviklingen"}
	next := 0
	line := func(y int64) page.Text {
		s := ""
		for range 11 {
			s += words[next%len(words)] + " "
			next = next*7 + 3
			next %= 1009
		}
		t := m.text(fonts.SerifRegular, 0, 10, 60, y, s[:len(s)-1])
		for i, g := range t.Words[0].Glyphs {
			if s[g.Start:g.End] == " " {
				t.Words[0].Glyphs[i].Advance += geom.Small(next % 900)
			}
		}
		return t
	}
	for i := range n {
		pg := page.Page{Size: a4, Label: fmt.Sprint(i + 1)}
		m.header(&pg)
		sect := el(page.RoleSect, el(page.RoleH1, m.mark(&pg, m.text(fonts.SansBold, 0, 14, 60, 80, fmt.Sprintf("Afsnit %d", i)))))
		for p := range int64(9) {
			var lines []page.Item
			for l := range int64(5) {
				lines = append(lines, line(110+p*75+l*14))
			}
			sect.Kids = append(sect.Kids, el(page.RoleP, m.mark(&pg, lines...)))
		}
		id := page.LinkID(i + 1)
		dest := page.DestID(fmt.Sprintf("afsnit-%d", i))
		pg.Links = []page.Link{{ID: id, Area: []geom.Rect{box(60, 100, 50, 12)}, Dest: dest, Contents: "Gå til afsnittet"}}
		sect.Kids = append(sect.Kids, el(page.RoleP, el(page.RoleLink, m.mark(&pg, m.text(fonts.SansRegular, 0, 9, 60, 790, "Til afsnittet")), page.LinkRef(id))))
		m.doc.Dests = append(m.doc.Dests, page.Dest{ID: dest, Page: i, Y: geom.Points(70)})
		m.doc.Outline = append(m.doc.Outline, page.Bookmark{Title: fmt.Sprintf("Afsnit %d", i), Dest: dest})
		m.doc.Root.Kids = append(m.doc.Root.Kids, sect)
		m.doc.Pages = append(m.doc.Pages, pg)
	}
	return m.doc
}

// BenchmarkWrite writes a book of 300 full pages.
func BenchmarkWrite(b *testing.B) {
	const pages = 300
	doc := book(b, pages)
	size := len(write(b, doc, Options{}))
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, doc, fonts.Embedded(), Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N)/pages, "ms/page")
	b.ReportMetric(float64(size)/pages, "bytes/page")
}

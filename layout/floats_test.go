package layout_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// picture is a picture of a chapter, which a section holds.
type picture struct {
	name, before, after string // its alternative text; that of the paragraphs around it
	section             int
	here                bool
}

// pictured makes a report of one chapter with sections, paragraphs and pictures.
// here keeps every picture in its place, else some.
func pictured(r *rand.Rand, here bool, file []byte) (*content.Report, []picture) {
	var blocks []content.Block
	var pictures []picture
	n, section := 0, 0
	text := func() string {
		n++
		name := fmt.Sprintf("Afsnit%d", n)
		blocks = append(blocks, content.Paragraph{Body: content.Inlines{content.Text(name + " " + sentence(r, 20+r.IntN(120)))}})
		return name
	}
	for range 6 {
		section++
		blocks = append(blocks, content.Section{ID: fmt.Sprintf("s%d", section), Title: fmt.Sprintf("Del%d", section), NewPage: r.IntN(3) == 0})
		before := text()
		for range r.IntN(5) {
			p := picture{name: fmt.Sprintf("Billede%d", len(pictures)+1), before: before, section: section, here: r.IntN(4) == 0 || here}
			blocks = append(blocks, content.Image{
				File: "images/p.jpg", Alt: p.name, Crop: content.Ratio{W: 10, H: 5 + r.IntN(12)}, Wide: r.IntN(3) == 0, Here: p.here,
			})
			p.after = text()
			before = p.after
			pictures = append(pictures, p)
			if r.IntN(2) == 0 {
				before = text()
			}
		}
	}
	return &content.Report{
		Title: "Billeder", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01",
		Files:    fstest.MapFS{"images/p.jpg": {Data: file}},
		Chapters: []content.Chapter{{ID: "b", Title: "Billeder", Blocks: blocks}},
	}, pictures
}

// stands is where something is: its page and the top and the bottom of it there.
type stands struct {
	page        int
	top, bottom geom.Length
}

// after reports whether s begins below o ends.
func (s stands) after(o stands) bool {
	return s.page > o.page || s.page == o.page && s.top >= o.bottom
}

// standing returns where paragraphs end, where they begin and where pictures
// and sections stand, by name, and the names as the tree has them.
func standing(doc *page.Document) (ends, begins map[string]stands, order []string) {
	ends, begins = map[string]stands{}, map[string]stands{}
	lines := setLines(doc)
	boxes := map[page.MarkID]stands{}
	for i, p := range doc.Pages {
		for _, c := range p.Content {
			if pic, ok := c.Items[0].(page.Picture); ok {
				boxes[c.Mark] = stands{i, pic.Box.Y, pic.Box.Bottom()}
			}
		}
	}
	walk(doc.Root, func(e *page.Elem) {
		of := marks(e)
		switch e.Role {
		case page.RoleFigure:
			order = append(order, e.Attr.Alt)
			begins[e.Attr.Alt], ends[e.Attr.Alt] = boxes[of[0]], boxes[of[0]]
		case page.RoleP, page.RoleH3:
			var name string
			for _, l := range lines {
				if !slices.Contains(of, l.mark) {
					continue
				}
				at := stands{l.page, l.box.Y, l.box.Bottom()}
				if name == "" {
					name = strings.Fields(plain(l.text))[0]
					begins[name] = at
					order = append(order, name)
				}
				ends[name] = at
			}
		}
	})
	return ends, begins, order
}

// TestPicturesFloat lays out random chapters with pictures that may move: order
// among them is kept, none leaves its section, those that are to stay do, the
// rest stand near, text fills the pages, and the tree has them where they were
// written.
func TestPicturesFloat(t *testing.T) {
	file := photo(t, 200, 200)
	moved, total := 0, 0
	var holes, fixed geom.Length
	for seed := range uint64(8) {
		rep, pictures := pictured(rand.New(rand.NewPCG(seed, 7)), false, file)
		doc := compiled(t, rep)
		for _, fault := range doc.Check() {
			t.Errorf("seed %d: %s", seed, fault)
		}
		ends, begins, order := standing(doc)
		total += len(pictures)
		for i, p := range pictures {
			at := begins[p.name]
			if i > 0 && !at.after(begins[pictures[i-1].name]) {
				t.Errorf("seed %d: %s stands before the picture before it", seed, p.name)
			}
			if !at.after(ends[fmt.Sprintf("Del%d", p.section)]) {
				t.Errorf("seed %d: %s stands before its section", seed, p.name)
			}
			if next, ok := begins[fmt.Sprintf("Del%d", p.section+1)]; ok && !next.after(at) {
				t.Errorf("seed %d: %s stands after its section", seed, p.name)
			}
			still := at.after(ends[p.before]) && begins[p.after].after(at)
			if !still {
				moved++
			}
			if p.here && !still {
				t.Errorf("seed %d: %s is to stay where it is", seed, p.name)
			}
			if far := at.page - ends[p.before].page; far < -1 || far > 3 {
				t.Errorf("seed %d: %s stands %d pages from its place", seed, p.name, far)
			}
			k := slices.Index(order, p.name)
			if order[k-1] != p.before && order[k-1] != pictures[max(0, i-1)].name || order[k+1] != p.after {
				t.Errorf("seed %d: the tree has %s between %s and %s", seed, p.name, order[k-1], order[k+1])
			}
		}
		noOverlap(t, doc)
		holes += unused(doc)
		rep, _ = pictured(rand.New(rand.NewPCG(seed, 7)), true, file)
		fixed += unused(compiled(t, rep))
	}
	if moved < 10 || moved > total/2 {
		t.Errorf("%d of %d pictures moved", moved, total)
	}
	if holes*3 > fixed*2 {
		t.Errorf("pages are left %s pt empty, where pictures stay %s pt", holes, fixed)
	}
}

// compiled lays a report out that may have warnings of few pixels.
func compiled(t *testing.T, rep *content.Report) *page.Document {
	t.Helper()
	doc, problems, err := layout.Compile(context.Background(), rep, fonts.Embedded(), layout.Options{})
	if err != nil || doc == nil {
		t.Fatal(err, problems.Sorted())
	}
	return doc
}

// noOverlap fails where a picture lies over text or another picture.
func noOverlap(t *testing.T, doc *page.Document) {
	t.Helper()
	areas := map[int][]geom.Rect{}
	for i, p := range doc.Pages {
		for _, c := range p.Content {
			for _, it := range c.Items {
				if pic, ok := it.(page.Picture); ok {
					areas[i] = append(areas[i], pic.Box)
				}
			}
		}
	}
	for _, l := range setLines(doc) {
		for _, a := range areas[l.page] {
			if a.Overlaps(l.box) {
				t.Errorf("page %d: a picture lies over %q", l.page+1, l.text)
			}
		}
	}
	for p, list := range areas {
		for i, a := range list {
			for _, b := range list[:i] {
				if a.Overlaps(b) {
					t.Errorf("page %d: pictures lie over each other", p+1)
				}
			}
		}
	}
}

// unused is the height that the pages of a report's chapter leave empty, but for
// those a section's end or a new page ends.
func unused(doc *page.Document) (sum geom.Length) {
	th := style.Standard()
	begins := map[int]bool{}
	for _, d := range doc.Dests {
		begins[d.Page] = begins[d.Page] || d.Y == th.Top
	}
	for i := 2; i+2 < len(doc.Pages); i++ {
		if begins[i+1] {
			continue
		}
		low := th.Top
		for _, c := range doc.Pages[i].Content {
			for _, it := range c.Items {
				switch it := it.(type) {
				case page.Picture:
					low = max(low, it.Box.Bottom())
				case page.Text:
					if c.Mark != 0 {
						low = max(low, it.Origin.Y)
					}
				}
			}
		}
		sum += th.Top + th.Height() - low
	}
	return sum
}

// charted makes a report of paragraphs with a chart after the first so many.
func charted(before int, here bool) *content.Report {
	var blocks []content.Block
	for i := range 24 {
		if i == before {
			blocks = append(blocks, content.Chart{
				Title: "Diagram", Total: "I alt", Here: here, Caption: content.Inlines{content.Text("Billedtekst til det.")},
				Parts: []content.ChartPart{{Label: "Det ene", Amount: 300000000}, {Label: "Det andet", Amount: 100000000}},
			})
		}
		text := fmt.Sprintf("Afsnit%d %s", i+1, strings.Repeat("Kommunerne har i året løst opgaven sammen med staten. ", 3))
		blocks = append(blocks, content.Paragraph{Body: content.Inlines{content.Text(text)}})
	}
	return &content.Report{
		Title: "Diagrammer", Year: 2024, Publisher: "KL", Language: "da", Date: "2025-01-01", Files: fstest.MapFS{},
		Chapters: []content.Chapter{{ID: "d", Title: "Diagrammer", Blocks: blocks}},
	}
}

// TestAChartFloats sets a chart after more and more text: where it would leave a
// hole, text from after it fills that, and its title and its caption go with it.
func TestAChartFloats(t *testing.T) {
	moved := 0
	for before := 1; before < 16; before++ {
		_, fixed, _ := standing(compile(t, charted(before, true)))
		doc := compile(t, charted(before, false))
		_, begins, order := standing(doc)
		next := begins[fmt.Sprintf("Afsnit%d", before+1)]
		if chart := begins["Diagram"]; !next.after(chart) {
			moved++
			if was := fixed[fmt.Sprintf("Afsnit%d", before+1)]; !was.after(next) {
				t.Errorf("after %d paragraphs the chart moves and the text does not fill the page", before)
			}
			if caption := begins["Billedtekst"]; caption.page != chart.page || !caption.after(chart) {
				t.Errorf("after %d paragraphs the caption stands on page %d, the chart on page %d", before, caption.page+1, chart.page+1)
			}
		}
		if k := slices.Index(order, "Diagram"); order[k-1] != fmt.Sprintf("Afsnit%d", before) {
			t.Errorf("the tree has the chart after %s", order[k-1])
		}
		if was := fixed["Diagram"]; !fixed[fmt.Sprintf("Afsnit%d", before+1)].after(was) {
			t.Errorf("after %d paragraphs a chart moves that is to stay", before)
		}
	}
	if moved < 3 {
		t.Errorf("%d charts moved", moved)
	}
}

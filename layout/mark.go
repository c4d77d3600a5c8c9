package layout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Measures of the marks in a draft's margin.
const (
	markSize   = 7 * geom.Pt
	markHeight = 10 * geom.Pt
	markPad    = 3 * geom.Pt
	markGap    = 4 * geom.Pt // from the text area
)

// mark is a mark in the margin, of one remark or of several at one line.
type mark struct {
	numbers []int // indices of remarks, ascending
	y       geom.Length
	level   Level // the gravest
}

// label writes a mark's numbers: "3", "3, 5", "3–9".
func (m mark) label() string {
	var out []string
	for i := 0; i < len(m.numbers); {
		k := i
		for k+1 < len(m.numbers) && m.numbers[k+1] == m.numbers[k]+1 {
			k++
		}
		text := strconv.Itoa(m.numbers[i] + 1)
		switch {
		case k == i+1:
			text += ", " + strconv.Itoa(m.numbers[k]+1)
		case k > i:
			text += "–" + strconv.Itoa(m.numbers[k]+1)
		}
		out = append(out, text)
		i = k + 1
	}
	if len(out) > 2 {
		return out[0] + " … " + out[len(out)-1]
	}
	return strings.Join(out, ", ")
}

// spread joins the marks of one line and moves those apart that would stand over
// each other; those there is no room for go to the last.
func spread(marks []mark, bottom geom.Length) []mark {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.y, b.y) })
	var out []mark
	for _, m := range marks {
		n := len(out)
		if n > 0 && (out[n-1].y == m.y || out[n-1].y+2*markHeight > bottom) {
			out[n-1].numbers = append(out[n-1].numbers, m.numbers...)
			slices.Sort(out[n-1].numbers)
			out[n-1].level = min(out[n-1].level, m.level)
			continue
		}
		out = append(out, m)
	}
	for i := 1; i < len(out); i++ {
		out[i].y = max(out[i].y, out[i-1].y+markHeight+geom.Pt)
	}
	return out
}

// markPage draws the marks of a page at its fore-edge. Each leads to the first of
// its remarks in the list, and those lead to it.
func (a *assembler) markPage(i int, marks []mark, list []compose.Finding) error {
	p := &a.doc.Pages[i]
	face, err := a.kit.Library.Face(a.theme.Type.Folio.Faces.Bold)
	if err != nil {
		return err
	}
	for _, m := range spread(marks, p.Size.H) {
		first := &list[m.numbers[0]]
		box := a.drawMark(p, i, face, m)
		first.Area = a.kit.Marks.Link()
		p.Links = append(p.Links, page.Link{ID: first.Area, Area: []geom.Rect{box}, Dest: first.Dest, Contents: first.Head + ": " + first.Text})
		for _, n := range m.numbers {
			list[n].Mark, list[n].Page = page.DestID("fundsted-"+strconv.Itoa(n+1)), p.Label
			a.doc.Dests = append(a.doc.Dests, page.Dest{ID: list[n].Mark, Page: i, Y: max(0, m.y-2*markHeight)})
		}
	}
	return nil
}

// drawMark draws one mark and returns its box.
func (a *assembler) drawMark(p *page.Page, i int, face *fonts.Face, m mark) geom.Rect {
	text, _ := page.Set(face, 0, markSize, a.theme.Paperwhite, geom.Point{}, m.label())
	box := geom.Rect{Y: min(m.y, p.Size.H-markHeight), W: text.Width() + 2*markPad, H: markHeight}
	box.X = max(0, a.theme.Outer-markGap-box.W)
	if recto := i%2 == 0; recto {
		box.X = min(p.Size.W-a.theme.Outer+markGap, p.Size.W-box.W)
	}
	metrics := face.Metrics()
	text.Origin = geom.Point{X: box.X + markPad, Y: box.Y + (markHeight+markSize.Scale(int64(metrics.CapHeight), int64(metrics.UnitsPerEm)))/2}
	p.Content = append(p.Content, page.Content{Artifact: page.Layout, Items: []page.Item{filled(box, m.level.color()), text}})
	return box
}

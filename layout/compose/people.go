package compose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// Measures of grids of people.
const (
	portraitSide = 62 * geom.Pt // of the picture
	portraitGap  = 10 * geom.Pt // from it to the name
	portraitText = 72 * geom.Pt // at the least
	portraitLift = 7 * geom.Pt  // from the picture's top to the name: three lines stand in its middle
)

// grid lays cells out in rows of n columns across the text area; each row is a
// strip as high as its highest cell. draw returns a cell's ink and height.
func (c *composer) grid(count, n int, draw func(i int, w geom.Length) (galley.Ink, geom.Length)) []galley.Strip {
	w := c.th.Cell(c.th.TextWidth(), n)
	var out []galley.Strip
	for i := 0; i < count; i += n {
		s := galley.Strip{Wide: true, Above: c.th.Grid}
		for k := i; k < min(i+n, count); k++ {
			ink, h := draw(k, w)
			s.Ink.Add(ink, geom.Point{X: geom.Length(k-i) * (w + c.th.Gutter)})
			s.Height = max(s.Height, h)
		}
		s.Height = c.th.Snap(s.Height)
		if i > 0 {
			s.Break = inGrid
		}
		out = append(out, s)
	}
	return out
}

// level makes strips equally high, so that rows of people stand at one pitch.
func level(strips []galley.Strip) []galley.Strip {
	var most geom.Length
	for _, s := range strips {
		most = max(most, s.Height)
	}
	for i := range strips {
		strips[i].Height = most
	}
	return strips
}

// portraits sets a group as a grid of pictures.
func (c *composer) portraits(b content.Portraits) {
	list := c.push(page.RoleL)
	list.Attr.Numbering = "None"
	c.addAll(level(c.grid(len(b.Group.Members), c.portraitColumns(), func(i int, w geom.Length) (galley.Ink, geom.Length) {
		return c.portrait(child(child(list, page.RoleLI), page.RoleLBody), b.Group.Members[i], w)
	})))
}

// portraitColumns is how many people stand beside each other: three, on the
// columns of the page, unless their names have no room.
func (c *composer) portraitColumns() int {
	n := 3
	for n > 1 && c.th.Cell(c.th.TextWidth(), n) < portraitSide+portraitGap+portraitText {
		n--
	}
	return n
}

// portrait draws one member: the photograph, or the initials in a ring where
// none is to be had, and beside it who it is.
func (c *composer) portrait(body *page.Elem, m content.Member, w geom.Length) (galley.Ink, geom.Length) {
	var ink, words galley.Ink
	c.face(&ink, body, m.Person)
	x := portraitSide + portraitGap
	w -= x
	y := c.plain(&words, child(body, page.RoleP), m.Person.Name, c.ty.Name, geom.Point{}, w)
	if m.Role != "" {
		st := c.ty.Name
		st.Color = c.opt.Accent
		y += c.plain(&words, child(body, page.RoleP), m.Role, st, geom.Point{Y: y}, w)
	}
	if text := c.officeLine(m.Person, w); text != "" {
		y += c.plain(&words, child(body, page.RoleP), text, c.ty.Office, geom.Point{Y: y}, w)
	}
	ink.Add(words, geom.Point{X: x, Y: portraitLift})
	return ink, max(portraitSide, portraitLift+y)
}

// officeLine is a person's office, party and municipality. Office and party part
// only where no line of the width holds both.
func (c *composer) officeLine(p *content.Person, w geom.Length) string {
	text := p.Office
	if p.Party != "" {
		text = strings.TrimSpace(text + "\u00a0(" + p.Party + ")")
	}
	if set, err := c.Setter.Plain(text+",", c.ty.Office, w); err == nil && set.Overfull != "" {
		text = strings.ReplaceAll(text, "\u00a0", " ")
	}
	if p.Municipality != "" {
		if text != "" {
			text += ", "
		}
		text += p.Municipality
	}
	return text
}

// face draws a photograph in a circle, or the placeholder for it.
func (c *composer) face(ink *galley.Ink, body *page.Elem, p *content.Person) {
	circle := geom.Rect{W: portraitSide, H: portraitSide}
	fig := child(body, page.RoleFigure)
	fig.Attr.Placement = "Block"
	mark := c.Marks.Mark()
	fig.Kids = append(fig.Kids, page.Mark(mark))
	if p.Portrait != "" {
		if pic, ok := c.picture(p, circle); ok {
			pic.Round = true
			fig.Attr.Alt = fmt.Sprintf(c.Locale.Words.Portrait, p.Name)
			ink.Real(mark, pic)
			return
		}
	}
	letters := initials(p.Name)
	fig.Attr.Alt = fmt.Sprintf(c.Locale.Words.NoPortrait, letters)
	inset := geom.Rect{X: geom.Pt / 2, Y: geom.Pt / 2, W: portraitSide - geom.Pt, H: portraitSide - geom.Pt}
	tint, line := c.th.Tint, c.opt.Accent
	ink.Real(mark, page.Shape{Path: geom.Ellipse(inset), Fill: &tint})
	ink.Real(mark, page.Shape{Path: geom.Ellipse(inset), Stroke: &page.Stroke{Color: line, Width: geom.Pt / 2}})
	ink.Real(mark, c.centred(letters, circle)...)
}

// centred sets letters in the middle of a box.
func (c *composer) centred(letters string, box geom.Rect) []page.Item {
	st := c.ty.Initials
	face, err := c.Library.Face(st.Faces.Regular)
	if err != nil {
		c.fail(err)
		return nil
	}
	m := face.Metrics()
	high := st.Size.Scale(int64(m.CapHeight), int64(m.UnitsPerEm))
	t, _ := page.Set(face, st.Features, st.Size, st.Color, geom.Point{}, letters)
	t.Origin = geom.Point{X: box.X + (box.W-t.Width())/2, Y: box.Y + (box.H+high)/2}
	return []page.Item{t}
}

// initials are the first letters of the first and the last part of a name.
func initials(name string) string {
	parts := strings.Fields(name)
	if len(parts) == 0 {
		return ""
	}
	out := firstUpper(parts[0])
	if len(parts) > 1 {
		out += firstUpper(parts[len(parts)-1])
	}
	return out
}

func firstUpper(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r))
}

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
	portraitWidth = 79 * geom.Pt // of a portrait's column, at the least
	portraitSide  = 62 * geom.Pt
	signColumns   = 3
	auditColumns  = 2
	signGap       = 2 * geom.Pt
)

// grid lays cells out in rows of n columns across the text area; each row is a
// strip as high as its highest cell. draw returns a cell's ink and height.
func (c *composer) grid(count, n int, draw func(i int, w geom.Length) (galley.Ink, geom.Length)) []galley.Strip {
	w := cells(c.th.TextWidth(), n)
	var out []galley.Strip
	for i := 0; i < count; i += n {
		s := galley.Strip{Wide: true, Above: c.th.Grid}
		for k := i; k < min(i+n, count); k++ {
			ink, h := draw(k, w)
			s.Ink.Add(ink, geom.Point{X: geom.Length(k-i) * (w + columnGap)})
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

// portraitColumns is how many portraits stand beside each other.
func (c *composer) portraitColumns() int {
	return max(int((c.th.TextWidth()+columnGap)/(portraitWidth+columnGap)), 1)
}

// portrait draws one member: the photograph, or the initials in a ring where
// none is to be had, and who it is.
func (c *composer) portrait(body *page.Elem, m content.Member, w geom.Length) (galley.Ink, geom.Length) {
	var ink galley.Ink
	c.face(&ink, body, m.Person)
	y := portraitSide + 6*geom.Pt
	y += c.plain(&ink, child(body, page.RoleP), m.Person.Name, c.ty.Name, geom.Point{Y: y}, w)
	if m.Role != "" {
		st := c.ty.Name
		st.Color = c.opt.Accent
		y += c.plain(&ink, child(body, page.RoleP), m.Role, st, geom.Point{Y: y}, w)
	}
	if text := c.officeLine(m.Person); text != "" {
		y += c.plain(&ink, child(body, page.RoleP), text, c.ty.Office, geom.Point{Y: y}, w)
	}
	return ink, y
}

// officeLine is a person's office, party and municipality.
func (c *composer) officeLine(p *content.Person) string {
	text := p.Office
	if p.Party != "" {
		text = strings.TrimSpace(text + " (" + p.Party + ")")
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

// letter sets a letter and who signs it.
func (c *composer) letter(b content.Letter) {
	div := c.push(page.RoleDiv)
	if b.Greeting != "" {
		greeting := content.Inlines{content.Text(b.Greeting)}
		c.addAll(c.flow(child(div, page.RoleP), greeting, c.ty.Body, c.main(), c.th.Grid))
		c.join()
	}
	strips := c.bodyStrips(div, b.Body, c.ty.Body, c.main())
	if len(strips) > 0 {
		strips[0].Above = c.th.Grid
	}
	c.addAll(strips)
	if b.Closing != "" {
		c.join()
		c.addAll(c.flow(child(div, page.RoleP), content.Inlines{content.Text(b.Closing)}, c.ty.Body, c.main(), c.th.Grid))
	}
	c.join()
	s := c.signerRow(div, b.Signers, 2, c.th.Main())
	s.Above = 2 * c.th.Grid
	s.Wide = false
	c.add(s)
}

// signerRow sets people who sign in columns on one strip.
func (c *composer) signerRow(parent *page.Elem, signers []content.Member, n int, width geom.Length) galley.Strip {
	list := child(parent, page.RoleL)
	list.Attr.Numbering = "None"
	w := cells(width, n)
	var s galley.Strip
	inks := make([]galley.Ink, len(signers))
	pitch := geom.Length(0) // of the rows: that of the highest
	for i, m := range signers {
		ink, h := c.signer(child(child(list, page.RoleLI), page.RoleLBody), m, w)
		inks[i], pitch = ink, max(pitch, c.th.Snap(h+signGap))
	}
	for i, ink := range inks {
		s.Ink.Add(ink, geom.Point{X: geom.Length(i%n) * (w + columnGap), Y: geom.Length(i/n) * pitch})
	}
	s.Height = geom.Length((len(signers)+n-1)/n) * pitch
	return s
}

// signer draws who has signed: the name, and the office below it. There is no
// line to sign on: what is printed tells that it has been signed.
func (c *composer) signer(body *page.Elem, m content.Member, w geom.Length) (galley.Ink, geom.Length) {
	var ink galley.Ink
	y := c.plain(&ink, child(body, page.RoleP), m.Person.Name, c.ty.Signer, geom.Point{}, w)
	if m.Role != "" {
		y += c.plain(&ink, child(body, page.RoleP), m.Role, c.ty.Office, geom.Point{Y: y}, w)
	}
	return ink, y
}

// signatures sets the place, the date and those who sign, by party.
func (c *composer) signatures(b content.Signatures) {
	c.placeAndDate(b.Place, b.Date, true)
	for _, party := range b.Parties {
		c.join()
		div := c.push(page.RoleDiv)
		var s galley.Strip
		y := geom.Length(0)
		if party.Title != "" {
			y += c.plain(&s.Ink, child(div, page.RoleP), party.Title, c.ty.Heading, geom.Point{}, c.th.TextWidth())
			y += c.th.Grid / 2
		}
		row := c.signerRow(div, party.Signers, signColumns, c.th.TextWidth())
		s.Ink.Add(row.Ink, geom.Point{Y: y})
		s.Height, s.Above, s.Wide = c.th.Snap(y+row.Height), c.th.Grid, true
		c.add(s)
	}
}

// placeAndDate sets "København, den 27. februar 2025", at the left edge of what
// stands below it.
func (c *composer) placeAndDate(place, date string, wide bool) {
	text := c.Locale.PlaceAndDate(place, date)
	strips := c.flow(c.push(page.RoleP), content.Inlines{content.Text(text)}, c.ty.Body, c.main(), c.th.Grid)
	for i := range strips {
		strips[i].Wide = wide
	}
	c.addAll(strips)
	c.join()
}

// auditor sets the auditor's firm and those who sign for it.
func (c *composer) auditor(b content.Auditor) {
	c.placeAndDate(b.Place, b.Date, false)
	div := c.push(page.RoleDiv)
	s := galley.Strip{Above: c.th.Grid}
	y := c.plain(&s.Ink, child(div, page.RoleP), b.Firm, c.ty.Heading, geom.Point{}, c.th.Main())
	for _, line := range []string{b.Form, b.Number} {
		if line != "" {
			y += c.plain(&s.Ink, child(div, page.RoleP), line, c.ty.FactCaption, geom.Point{Y: y}, c.th.Main())
		}
	}
	y += 2 * c.th.Grid
	list := child(div, page.RoleL)
	list.Attr.Numbering = "None"
	w := cells(c.th.Main(), auditColumns)
	high := geom.Length(0)
	for i, a := range b.Signers {
		body := child(child(list, page.RoleLI), page.RoleLBody)
		ink, h := c.signer(body, content.Member{Person: &content.Person{Name: a.Name}, Role: a.Title}, w)
		if a.Number != "" {
			h += c.plain(&ink, child(body, page.RoleP), a.Number, c.ty.Office, geom.Point{Y: h}, w)
		}
		s.Ink.Add(ink, geom.Point{X: geom.Length(i%auditColumns) * (w + columnGap), Y: y + geom.Length(i/auditColumns)*5*c.th.Grid})
		high = max(high, geom.Length(i/auditColumns)*5*c.th.Grid+h)
	}
	s.Height = c.th.Snap(y + high)
	c.add(s)
}

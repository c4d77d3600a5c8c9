package compose

import (
	"fmt"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/style"
)

// Measures of those who sign.
const (
	signColumns  = 3
	auditColumns = 2
	signGap      = 2 * geom.Pt // between the line and the name
	rowGap       = 6 * geom.Pt // below the office, where there are lines to sign on
	nameGap      = 2 * geom.Pt // and where there are none
	signRows     = 2           // of the grid, to sign in
)

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
	rows := c.signers(div, signersOf(b.Signers, false), 2, c.th.Main())
	for i := range rows {
		if i == 0 {
			rows[i].Above = 2 * c.th.Grid
		}
		rows[i].Wide = false
	}
	c.addAll(rows)
}

// signer is somebody who signs.
type signer struct {
	name, office, number string
	line                 bool // there is a line to sign on above the name
}

// signersOf are members as they sign: on a line, or not.
func signersOf(members []content.Member, line bool) []signer {
	out := make([]signer, len(members))
	for i, m := range members {
		out[i] = signer{name: m.Person.Name, office: m.Role, line: line}
	}
	return out
}

// signers sets those who sign in columns, n of them or as many as their names
// have room in; each row is a strip, all as high as the highest.
func (c *composer) signers(parent *page.Elem, all []signer, n int, width geom.Length) []galley.Strip {
	for n > 1 && c.tooWide(all, c.th.Cell(width, n)) {
		n--
	}
	list := child(parent, page.RoleL)
	list.Attr.Numbering = "None"
	w := c.th.Cell(width, n)
	var out []galley.Strip
	var last geom.Length // height of the last row, which needs no gap below it
	for i, a := range all {
		if i%n == 0 {
			out, last = append(out, galley.Strip{Wide: true, Break: inGrid}), 0
		}
		row := &out[len(out)-1]
		ink, h := c.signer(child(child(list, page.RoleLI), page.RoleLBody), a, w)
		row.Ink.Add(ink, geom.Point{X: geom.Length(i%n) * (w + c.th.Gutter)})
		gap := nameGap
		if a.line {
			gap = rowGap
		}
		row.Height, last = max(row.Height, c.th.Snap(h+gap)), max(last, c.th.Snap(h))
	}
	level(out)
	if len(out) > 0 {
		out[len(out)-1].Height = last
	}
	return out
}

// tooWide reports whether somebody's name or office does not fit a width.
func (c *composer) tooWide(all []signer, w geom.Length) bool {
	for _, a := range all {
		for _, line := range []struct {
			text string
			st   style.Text
		}{{a.name, c.ty.Signer}, {a.office, c.ty.Office}} {
			p, err := c.Setter.Plain(line.text, line.st, w)
			c.fail(err)
			if p.Overfull != "" {
				return true
			}
		}
	}
	return false
}

// signer draws a place to sign: the line, where there is one, with room above it
// for a signature, the name and the office.
func (c *composer) signer(body *page.Elem, a signer, w geom.Length) (galley.Ink, geom.Length) {
	var ink galley.Ink
	y := geom.Length(0)
	if a.line {
		y = signRows * c.th.Grid
		rule(&ink, 0, y, w, sumRule, c.th.Rule)
		y += signGap
	}
	y += c.plain(&ink, child(body, page.RoleP), a.name, c.ty.Signer, geom.Point{Y: y}, w)
	for _, text := range []string{a.office, a.number} {
		if text != "" {
			y += c.plain(&ink, child(body, page.RoleP), text, c.ty.Office, geom.Point{Y: y}, w)
		}
	}
	return ink, y
}

// signatures sets the place, the date and those who sign, by party.
func (c *composer) signatures(b content.Signatures) {
	c.placeAndDate(b.Place, b.Date)
	for _, party := range b.Parties {
		c.join()
		div := c.push(page.RoleDiv)
		c.add(c.partyName(div, party.Title))
		c.join()
		rows := c.signers(div, signersOf(party.Signers, !b.Signed), signColumns, c.th.TextWidth())
		if party.Title != "" {
			again := c.partyName(&page.Elem{}, fmt.Sprintf(c.Locale.Words.Continued, party.Title))
			for i := range rows {
				rows[i].Head = galley.Box{Height: again.Height, Ink: again.Ink.Decoration()}
			}
		}
		c.addAll(rows)
	}
}

// partyName is a rule above those who sign for a party, and its name, where it
// has one.
func (c *composer) partyName(div *page.Elem, title string) galley.Strip {
	s := galley.Strip{Wide: true, Above: c.th.Grid, Height: c.th.Grid}
	rule(&s.Ink, 0, hairline/2, c.th.TextWidth(), hairline, c.th.Rule)
	if title != "" {
		y := c.th.Grid / 2
		h := c.plain(&s.Ink, child(div, page.RoleP), title, c.ty.Heading, geom.Point{Y: y}, c.th.TextWidth())
		s.Height = c.th.Snap(y + h)
	}
	return s
}

// placeAndDate sets "København, den 27. februar 2025", the last line of the text.
func (c *composer) placeAndDate(place, date string) {
	text := c.Locale.PlaceAndDate(place, date)
	strips := c.flow(c.push(page.RoleP), content.Inlines{content.Text(text)}, c.ty.Body, c.main(), c.th.Grid)
	strips[0].Break = apartFromText
	c.addAll(strips)
	c.join()
}

// auditor sets the auditor's firm and those who sign for it.
func (c *composer) auditor(b content.Auditor) {
	c.placeAndDate(b.Place, b.Date)
	div := c.push(page.RoleDiv)
	s := galley.Strip{Above: c.th.Grid}
	y := c.plain(&s.Ink, child(div, page.RoleP), b.Firm, c.ty.Heading, geom.Point{}, c.th.Main())
	for _, line := range []string{b.Form, b.Number} {
		if line != "" {
			y += c.plain(&s.Ink, child(div, page.RoleP), line, c.ty.FactCaption, geom.Point{Y: y}, c.th.Main())
		}
	}
	s.Height = c.th.Snap(y)
	c.add(s)
	c.join()
	var all []signer
	for _, a := range b.Signers {
		all = append(all, signer{name: a.Name, office: a.Title, number: a.Number, line: !b.Signed})
	}
	rows := c.signers(div, all, auditColumns, c.th.Main())
	for i := range rows {
		if i == 0 {
			rows[i].Above = c.th.Grid
		}
		rows[i].Wide = false
	}
	c.addAll(rows)
}

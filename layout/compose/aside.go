package compose

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/qr"
)

// Measures of what stands beside or apart from the text.
const (
	factRule   = 3 * geom.Pt / 2
	factGap    = 4 * geom.Pt // between the rule and the figure, at least
	iconSide   = 26 * geom.Pt
	boxPad     = 12 * geom.Pt
	qrSide     = 70 * geom.Pt
	quoteBar   = 3 * geom.Pt
	quoteInset = 16 * geom.Pt
)

// fact composes a box for the side column, or a strip of the main one.
func (c *composer) fact(b content.Fact) {
	aside := c.push(page.RoleAside)
	if c.opt.Inline || slices.Contains(c.opt.InMain, b.Pos) {
		c.close = false // its rule would underline a heading
		c.add(c.inlineFact(aside, b))
		c.near = true
		return
	}
	c.pending = append(c.pending, c.factBox(aside, b, c.th.Side))
}

// factBox draws a fact: a rule in the accent, its figure or icon, its caption.
func (c *composer) factBox(aside *page.Elem, b content.Fact, w geom.Length) galley.Box {
	box := galley.Box{Pos: b.Pos}
	fill(&box.Ink, geom.Rect{W: w, H: factRule}, c.opt.Accent)
	second := c.baseline(c.ty.Body) + c.th.Grid // of the text beside it
	y := second + c.th.Grid - c.baseline(c.ty.FactCaption)
	if b.Icon != "" {
		c.icon(&box.Ink, b.Icon, geom.Rect{Y: factRule + 6*geom.Pt, W: iconSide, H: iconSide})
		y += c.th.Grid
	} else {
		figure, st := c.factFigure(b.Figure, w, second-factRule-factGap)
		st.Color = c.opt.Accent
		h := c.place(&box.Ink, child(aside, page.RoleP), figure, st, geom.Point{Y: second - c.baseline(st)}, w)
		y += h - st.Leading
	}
	y += c.place(&box.Ink, child(aside, page.RoleP), b.Caption, c.ty.FactCaption, geom.Point{Y: y}, w)
	box.Height = y
	return box
}

// inlineFact sets a fact in the main column.
func (c *composer) inlineFact(aside *page.Elem, b content.Fact) galley.Strip {
	box := c.factBox(aside, b, c.th.Main())
	return galley.Strip{Above: c.th.Grid, Height: c.th.Snap(box.Height), Ink: box.Ink}
}

// icon draws a named icon as decoration: the caption says what it stands for.
func (c *composer) icon(ink *galley.Ink, name string, box geom.Rect) {
	drawing, ok := c.Icons.Named(name)
	if !ok {
		return // content/source has refused unknown names
	}
	ink.Decor(drawing.Fit(box, c.opt.Accent)...)
}

// note sets a remark to the reader in smaller type.
func (c *composer) note(b content.Note) {
	strips := c.bodyStrips(c.push(page.RoleDiv), b.Body, c.ty.Note, c.main())
	s := galley.Stack(strips)
	s.Above, s.Break = c.th.Grid, 0
	s.Height = c.th.Snap(s.Height)
	c.add(s)
}

// box sets a titled piece on a tint across the main column.
func (c *composer) box(b content.Box) {
	div := c.push(page.RoleDiv)
	col := column{x: boxPad, w: c.th.Main() - 2*boxPad}
	head := c.headingStrip(child(div, headingRole(c.level)), b.Title, c.ty.BoxTitle, col.w)
	var strips []galley.Strip
	top := galley.Strip{Height: head.Height + c.th.Grid, Above: c.th.Grid}
	top.Ink.Add(head.Ink, geom.Point{X: col.x, Y: c.th.Grid})
	strips = append(strips, top)
	strips = append(strips, c.bodyStrips(div, b.Body, c.ty.BoxBody, col)...)
	strips = append(strips, galley.Strip{Height: c.th.Grid})
	for i := range strips {
		c.tint(&strips[i], i == 0)
		strips[i].Break = max(strips[i].Break, inBox)
	}
	strips[0].Break = 0
	strips[1].Break = paginate.Forbid
	strips[len(strips)-1].Break = paginate.Forbid
	c.addAll(strips)
}

// tint draws the ground behind a strip of a box, and behind the space above it
// but for the first.
func (c *composer) tint(s *galley.Strip, first bool) {
	r := geom.Rect{W: c.th.Main(), H: s.Height}
	if !first {
		s.Height += s.Above // space inside a box does not vanish at a page's top
		var moved galley.Ink
		moved.Add(s.Ink, geom.Point{Y: s.Above})
		s.Ink = moved
		r.H, s.Above = s.Height, 0
	}
	var ink galley.Ink
	fill(&ink, r, c.th.Tint)
	if first {
		fill(&ink, geom.Rect{W: r.W, H: factRule}, c.opt.Accent)
	}
	ink.Add(s.Ink, geom.Point{})
	s.Ink = ink
}

// quote sets somebody's words beside a bar in the accent.
func (c *composer) quote(b content.Quote) {
	elem := c.push(page.RoleBlockQuote)
	s := galley.Strip{Above: c.th.Grid}
	w := c.th.Main() - quoteInset
	var ink galley.Ink
	y := c.place(&ink, child(elem, page.RoleP), b.Body, c.ty.Quote, geom.Point{X: quoteInset}, w)
	if b.By != "" {
		y += c.plain(&ink, child(elem, page.RoleP), b.By, c.ty.Caption, geom.Point{X: quoteInset, Y: y + 3*geom.Pt}, w) + 3*geom.Pt
	}
	fill(&s.Ink, geom.Rect{W: quoteBar, H: y}, c.opt.Accent)
	s.Ink.Add(ink, geom.Point{})
	s.Height = c.th.Snap(y)
	c.add(s)
}

// links lists where to read more.
func (c *composer) links(b content.Links) {
	if b.Title != "" {
		c.heading(b.Title)
	}
	list := content.List{}
	for _, i := range b.Items {
		var body content.Inlines = content.Inlines{content.Text(i.Text)}
		if i.URL != "" {
			body = content.Inlines{content.Link{URL: i.URL, Body: body}}
		}
		list.Items = append(list.Items, content.ListItem{Body: body})
	}
	if len(list.Items) >= linksInColumns {
		c.addAll(c.linkColumns(list))
		return
	}
	c.addAll(c.listStrips(c.push(page.RoleL), list, c.ty.BoxBody, c.main(), c.th.Grid))
}

// linksInColumns is how many links stand in two columns.
const linksInColumns = 6

// linkColumns sets a list in two columns.
func (c *composer) linkColumns(list content.List) []galley.Strip {
	l := c.push(page.RoleL)
	w := c.th.Cell(c.th.Main(), 2)
	var out []galley.Strip
	for i := range list.Items {
		one := content.List{Items: list.Items[i : i+1]}
		out = append(out, galley.Stack(c.listStrips(l, one, c.ty.BoxBody, column{w: w}, 0)))
	}
	out[0].Above = c.th.Grid
	return c.inColumns(out, 2, w)
}

// media sets what the page can't play: a QR code to it, its title and address.
func (c *composer) media(b content.Media) {
	div := c.push(page.RoleDiv)
	s := galley.Strip{Above: c.th.Grid}
	code, err := qr.Code(b.URL, qrSide, c.th.Ink)
	c.fail(err)
	var ink galley.Ink
	fill(&ink, geom.Rect{W: qrSide, H: qrSide}, c.th.Paperwhite)
	ink.Decor(code...)
	x := qrSide + boxPad + 2*geom.Pt
	w := c.th.Main() - x - boxPad
	label := c.ty.Label
	label.Color = c.opt.Accent
	var text galley.Ink
	y := c.plain(&text, child(div, page.RoleP), c.mediaName(b.Kind), label, geom.Point{}, w)
	y += c.plain(&text, child(div, page.RoleP), b.Title, c.ty.BoxTitle, geom.Point{Y: y}, w)
	if len(b.Caption) > 0 {
		y += c.place(&text, child(div, page.RoleP), b.Caption, c.ty.FactCaption, geom.Point{Y: y}, w)
	}
	address := content.Inlines{content.Link{URL: b.URL, Body: content.Inlines{content.Text(shownAddress(b.URL))}}}
	y += c.place(&text, child(div, page.RoleP), address, c.ty.FactCaption, geom.Point{Y: y}, w)
	s.Height = c.th.Snap(max(y+boxPad, qrSide+boxPad))
	s.Ink = galley.Ink{}
	fill(&s.Ink, geom.Rect{W: c.th.Main(), H: s.Height}, c.th.Tint)
	s.Ink.Add(ink, geom.Point{X: boxPad / 2, Y: (s.Height - qrSide) / 2})
	s.Ink.Add(text, geom.Point{X: x, Y: (s.Height - y) / 2})
	c.add(s)
}

// shownAddress is an address as it is printed: without what every address has.
func shownAddress(url string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		url = strings.TrimPrefix(url, scheme)
	}
	return strings.TrimSuffix(url, "/")
}

// mediaName is what kind of thing it is, in the edition's language.
func (c *composer) mediaName(k content.MediaKind) string {
	switch k {
	case content.Video:
		return c.Locale.Words.Video
	case content.Audio:
		return c.Locale.Words.Audio
	}
	return c.Locale.Words.Web
}

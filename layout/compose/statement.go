package compose

import (
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/style"
)

// The lines of a statement.
const (
	hairline   = geom.Pt / 4
	sumRule    = geom.Pt / 2 // under a subtotal
	doubleGap  = 2 * geom.Pt // between the two rules under a total
	figureGap  = 14 * geom.Pt
	minFigures = 74 * geom.Pt
	noteWidth  = 30 * geom.Pt
)

// ledger is the columns of a statement: labels, notes where any line has one,
// and a column of figures a year, all of one width.
type ledger struct {
	label, note, figure geom.Length
	right               []geom.Length // right edge of each figure column
	decimals            int           // as many as some figure has; in kroner two or none
}

// ledgerFor measures a statement's columns.
func (c *composer) ledgerFor(s *accounts.Statement) ledger {
	l := ledger{figure: minFigures}
	for _, line := range s.Lines {
		if line.Note != "" {
			l.note = noteWidth
		}
		for _, cell := range line.Cells {
			l.decimals = max(l.decimals, c.Book.Unit.Decimals(cell.Amount))
		}
	}
	if c.Book.Unit.Worth() == accounts.Kr && l.decimals > 0 {
		l.decimals = 2
	}
	for _, line := range s.Lines {
		for _, cell := range line.Cells {
			l.figure = max(l.figure, c.width(c.cellText(cell, l), c.ty.FiguresBold))
		}
	}
	years := len(c.Book.Years)
	total := c.th.TextWidth()
	for i := range years {
		l.right = append(l.right, total-geom.Length(years-1-i)*(l.figure+figureGap))
	}
	l.label = total - geom.Length(years)*(l.figure+figureGap) - l.note
	return l
}

// statement sets a statement of the accounts across the text area.
func (c *composer) statement(b content.Statement) {
	s := b.Statement
	l := c.ledgerFor(s)
	table := &page.Elem{Role: page.RoleTable}
	c.ledgerTitle(s)
	c.here.Kids = append(c.here.Kids, table)
	headTR := child(child(table, page.RoleTHead), page.RoleTR)
	head := c.ledgerHead(headTR, l)
	again := galley.Box{Height: head.Height, Ink: head.Ink.Decoration()}
	c.add(head)
	c.join()
	body := child(table, page.RoleTBody)
	for i, line := range s.Lines {
		row := c.ledgerRow(child(body, page.RoleTR), line, l)
		if i > 0 && opensGroup(s.Lines, i) {
			row.Above = c.th.Grid
		}
		if i > 0 && line.Rank == accounts.Total && s.Lines[i-1].Rank == accounts.Subtotal {
			row.Above = c.th.Grid
		}
		row.Break, row.Head = inStatement, again
		if i > 0 && (line.Rank == accounts.Subtotal || line.Rank == accounts.Total || i < 3 || heads(s.Lines[i-1])) {
			row.Break = paginate.Forbid
		}
		c.add(row)
	}
	c.nested(s, headTR, body)
	if s.Note != "" {
		c.join()
		note := c.solid(c.push(page.RoleP), content.Inlines{content.Text(s.Note)}, c.ty.Note, c.main(), c.th.Grid)
		note.Wide = true
		c.add(note)
	}
}

// heads reports whether the line is a heading.
func heads(l accounts.Line) bool { return l.Rank == accounts.Caption || l.Rank == accounts.Group }

// opensGroup reports whether line i begins something new: a heading, or what
// follows a sum and is none.
func opensGroup(lines []accounts.Line, i int) bool {
	before := lines[i-1].Rank
	return lines[i].Rank == accounts.Caption || lines[i].Rank == accounts.Group && !heads(lines[i-1]) ||
		(lines[i].Rank == accounts.Plain || len(lines[i].Sum) == 0) && (before == accounts.Subtotal || before == accounts.Total)
}

// ledgerTitle sets a statement's title, where the section above does not have
// the same, and what time it is for.
func (c *composer) ledgerTitle(s *accounts.Statement) {
	var head galley.Strip
	switch s.Title {
	case c.headed:
	case c.within: // a further page of the same statement heads like the first
		head = c.band(c.push(headingRole(c.level)), s.Title, "")
		head.Break = paginate.Force
		c.add(head)
		c.join()
		head = galley.Strip{}
	default:
		head = c.headingStrip(c.push(headingRole(c.level)), s.Title, c.ty.BoxTitle, c.th.TextWidth())
		head.Above = c.th.Grid
	}
	if s.When != "" {
		c.plain(&head.Ink, c.push(page.RoleP), s.When, c.ty.FactCaption, geom.Point{Y: head.Height - headingLift}, c.th.TextWidth())
		head.Height += c.th.Grid
	}
	head.Wide = true
	if head.Height > 0 {
		c.add(head)
		c.join()
	}
}

// ledgerHead sets the years and the unit above the figures.
func (c *composer) ledgerHead(tr *page.Elem, l ledger) galley.Strip {
	s := galley.Strip{Wide: true, Height: 2 * c.th.Grid}
	empty := child(tr, page.RoleTH)
	empty.Attr.Scope = "Column"
	c.plain(&s.Ink, empty, c.Locale.Words.Line, c.ty.TableHead, geom.Point{Y: c.th.Grid - 3*geom.Pt}, l.label)
	if l.note > 0 {
		th := child(tr, page.RoleTH)
		th.Attr.Scope = "Column"
		c.plain(&s.Ink, th, c.Locale.Words.Note, c.ty.TableHead, geom.Point{X: l.label, Y: c.th.Grid - 3*geom.Pt}, l.note)
	}
	for i, year := range c.Book.Years {
		th := child(tr, page.RoleTH)
		th.Attr.Scope = "Column"
		st := c.ty.TableHead
		st.Align = style.Right
		strong := st
		strong.Color = c.th.Ink
		x := l.right[i] - l.figure
		c.plain(&s.Ink, child(th, page.RoleP), strconv.Itoa(year), strong, geom.Point{X: x, Y: -1 * geom.Pt}, l.figure)
		c.plain(&s.Ink, child(th, page.RoleP), c.Book.Unit.Name, st, geom.Point{X: x, Y: c.th.Grid - 3*geom.Pt}, l.figure)
	}
	rule(&s.Ink, 0, s.Height-geom.Pt, c.th.TextWidth(), sumRule, c.th.Ink)
	return s
}

// ledgerRow sets one line of a statement.
func (c *composer) ledgerRow(tr *page.Elem, line accounts.Line, l ledger) galley.Strip {
	s := galley.Strip{Wide: true}
	label, figures := c.ty.TableCell, c.ty.Figures
	if line.Rank != accounts.Plain {
		label, figures = c.ty.TableBold, c.ty.FiguresBold
	}
	if line.Rank == accounts.Caption {
		label.Color = c.opt.Accent
	}
	th := child(tr, page.RoleTH)
	th.Attr.Scope = "Row"
	h := c.plain(&s.Ink, th, line.Label, label, geom.Point{}, l.label)
	if heads(line) {
		th.Attr.ColSpan = 1 + len(l.right)
		if l.note > 0 {
			th.Attr.ColSpan++
		}
		s.Height = c.th.Snap(h)
		return s
	}
	base := h - label.Leading // figures stand on the label's last line
	if l.note > 0 {
		c.place(&s.Ink, child(tr, page.RoleTD), c.lineNote(line.Note), c.ty.TableCell, geom.Point{X: l.label, Y: base}, l.note)
	}
	for i, cell := range line.Cells {
		x := l.right[i] - l.figure
		c.plain(&s.Ink, child(tr, page.RoleTD), c.cellText(cell, l), figures, geom.Point{X: x, Y: base}, l.figure)
		c.sumRules(&s.Ink, line.Rank, x, h, l.figure)
	}
	s.Height = c.th.Snap(h)
	if line.Rank == accounts.Plain {
		rule(&s.Ink, 0, h-hairline, c.th.TextWidth(), hairline, c.th.Rule)
	}
	return s
}

// lineNote is the number of a line's note, which leads to the note where a block of
// the report is that.
func (c *composer) lineNote(number string) content.Inlines {
	out := content.Inlines{content.Text(number)}
	if to := c.Notes[strings.ToLower(number)]; to != "" {
		return content.Inlines{content.Link{To: to, Body: out}}
	}
	return out
}

// sumRules draws a single rule under a subtotal's figure, a double one under a
// total's.
func (c *composer) sumRules(ink *galley.Ink, rank accounts.Rank, x, y, w geom.Length) {
	switch rank {
	case accounts.Subtotal:
		rule(ink, x, y-sumRule, w, sumRule, c.th.Ink)
	case accounts.Total:
		rule(ink, x, y-sumRule, w, sumRule, c.th.Ink)
		rule(ink, x, y-sumRule+doubleGap, w, sumRule, c.th.Ink)
	}
}

// cellText is a figure as printed, in the unit of the accounts; what is not
// stated is a dash, and what is still to come a question mark.
func (c *composer) cellText(cell accounts.Cell, l ledger) string {
	switch {
	case cell.Open:
		return "?"
	case cell.Absent:
		return "–"
	}
	return c.Locale.Measured(c.Book.Unit.In(cell.Amount, l.decimals), l.decimals, locale.Bare)
}

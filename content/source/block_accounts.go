package source

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

func (r *reader) statementBlock(n *yaml.Node, at content.At) content.Block {
	s := content.Statement{At: at, Statement: refer(r, n, statement, &r.ed.statements)}
	if s.Statement != nil {
		s.Anchor = s.Statement.ID
	}
	return s
}

func (r *reader) chart(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Chart)
	defer m.close()
	at.Anchor = m.id("id")
	c := content.Chart{
		At:      at,
		Title:   m.text("title"),
		Total:   m.text("total"),
		Caption: m.inlines("caption"),
		Bars:    m.word("type") == "bars",
		Here:    m.here(),
	}
	if line := r.ed.lines.byID[c.Total]; line != nil {
		r.diags.Error(m.posOf("total"), idAsText(c.Total, line.Label))
	}
	year := m.number("year")
	c.Column = slices.Index(r.ed.years, year)
	if c.Column < 0 && year != 0 && !r.ed.lines.unread && !r.ed.lines.absent && len(r.ed.years) > 0 && !slices.Contains(r.ed.years, 0) {
		r.diags.Error(m.posOf("year"), chartYear(year, r.ed.years))
	}
	parts := chartParts{r: r, year: year, column: c.Column}
	for _, p := range m.list("parts") {
		parts.read(p)
	}
	parts.checkSum(n)
	c.Parts = parts.out
	if parts.open {
		return awaited(c)
	}
	return c
}

// awaited stands for a chart that waits for amounts: its title, with a question
// mark.
func awaited(c content.Chart) content.Block {
	body := content.Inlines{content.Text(c.Title + ": " + openAmount)}
	return content.Note{At: c.At, Body: []content.Block{content.Paragraph{At: c.At, Body: body}}}
}

// chartParts reads the parts of a chart.
type chartParts struct {
	r                  *reader
	year, column       int
	out                []content.ChartPart
	seen               []*accounts.Line
	negative, positive string // the first line of each sign
	faulty             bool
	open               bool // a part's amount is still to come
}

// read reads a part.
func (c *chartParts) read(n *yaml.Node) {
	m := c.r.mapping(n, c.r.ed.format.ChartPart)
	defer m.close()
	label := m.text("label")
	v := m.get("line")
	if v == nil {
		c.faulty = true
		return
	}
	line := refer(c.r, v, accountLine, &c.r.ed.lines)
	if line == nil || c.column < 0 {
		c.faulty = true
		return
	}
	if slices.Contains(c.seen, line) {
		c.r.fail(v, listedTwice(accountLine, line.ID))
	}
	c.seen = append(c.seen, line)
	if label == "" {
		label = line.Label
	}
	c.add(v, line, label)
}

// add takes a line's amount, which has to have the sign of the others.
func (c *chartParts) add(n *yaml.Node, line *accounts.Line, label string) {
	cell := line.Cell(c.column)
	switch {
	case c.r.ed.faulty[line.ID], cell.Open:
		c.faulty, c.open = true, c.open || cell.Open
		return
	case cell.Absent:
		c.faulty = true
		c.r.fail(n, notStated(line.ID, c.year))
		return
	case cell.Amount < 0 && c.negative == "":
		c.negative = line.ID
		c.checkSigns(n)
	case cell.Amount > 0 && c.positive == "":
		c.positive = line.ID
		c.checkSigns(n)
	}
	c.out = append(c.out, content.ChartPart{Pos: c.r.at(n), Line: line.ID, Label: label, Amount: cell.Amount.Abs()})
}

// checkSigns reports the part that is the first of the other sign.
func (c *chartParts) checkSigns(n *yaml.Node) {
	if c.negative != "" && c.positive != "" {
		c.r.fail(n, chartSigns(c.negative, c.positive))
	}
}

// checkSum reports a chart with nothing in it, or too much.
func (c *chartParts) checkSum(n *yaml.Node) {
	var sum accounts.Amount
	for _, p := range c.out {
		var ok bool
		if sum, ok = sum.Add(p.Amount); !ok {
			c.r.fail(n, chartTooLarge())
			return
		}
	}
	if sum == 0 && len(c.out) > 0 && !c.faulty {
		c.r.fail(n, chartEmpty())
	}
}

package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
)

func (r *reader) media(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Media)
	defer m.close()
	return content.Media{
		At:      at,
		Kind:    []content.MediaKind{content.Video, content.Audio, content.Web}[m.choice("kind")],
		Title:   m.text("title"),
		URL:     m.url("url"),
		Caption: m.inlines("caption"),
	}
}

func (r *reader) table(n *yaml.Node, at content.At) content.Block {
	m := r.mapping(n, r.ed.format.Table)
	defer m.close()
	at.Anchor = m.id("id")
	t := content.Table{At: at, Title: m.text("title")}
	told := r.diags.Len()
	for _, c := range m.list("columns") {
		t.Columns = append(t.Columns, r.column(c))
	}
	if len(t.Columns) > 0 && r.diags.Len() == told && !slices.ContainsFunc(t.Columns, func(c content.Column) bool { return c.Title != "" }) {
		r.diags.Error(m.posOf("columns"), noHeads())
	}
	for _, row := range m.list("rows") {
		r.field = "rows"
		t.Rows = append(t.Rows, r.row(row, len(t.Columns)))
	}
	return t
}

// column reads the head of a table's column.
func (r *reader) column(n *yaml.Node) content.Column {
	m := r.mapping(n, r.ed.format.TableColumn)
	defer m.close()
	return content.Column{
		Title: m.label("title"),
		Align: []content.Align{content.Left, content.Right, content.Centre}[m.choice("align")],
	}
}

// row reads a table's row of so many cells.
func (r *reader) row(n *yaml.Node, columns int) []content.Inlines {
	if n.Kind == yaml.ScalarNode && !isNull(n) && !r.noBreak(n) {
		r.fail(n, rowAsText(columns))
		return nil
	}
	cells := r.list(n)
	if len(cells) > 0 && columns > 0 && len(cells) != columns {
		r.wrongRow(n, cells, columns)
	}
	var row []content.Inlines
	for _, c := range cells {
		var cell content.Inlines
		if c.Kind != yaml.ScalarNode || isNull(c) || strings.TrimSpace(c.Value) != "" {
			cell = r.inlines(c)
		}
		row = append(row, cell)
	}
	return row
}

// wrongRow reports a row with too many or too few cells: the comma in a figure
// that has made two of one, where there is such.
func (r *reader) wrongRow(n *yaml.Node, cells []*yaml.Node, columns int) {
	for i := 1; i < len(cells) && len(cells) > columns; i++ {
		if touch(cells[i-1], cells[i]) {
			r.fail(cells[i-1], commaInCell(cells[i-1].Value+","+cells[i].Value))
			return
		}
	}
	r.fail(n, rowLength(len(cells), columns))
}

package layout_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/locale"
)

// proofs are what a finished file is held against that a validator does not see:
// the file as a reader has it, and the report it was made of.
type proofs struct {
	*tagged
	rep   *content.Report
	loc   locale.Locale
	found []string
}

func (p *proofs) miss(format string, args ...any) {
	p.found = append(p.found, fmt.Sprintf(format, args...))
}

// proof is one of them by its name.
type proof struct {
	name  string
	check func(*proofs)
}

// allProofs are the list, in its order.
func allProofs() []proof {
	return []proof{
		{"all content is tagged once or an artifact", (*proofs).sound},
		{"one H1, no level skipped", (*proofs).headings},
		{"contents that resolve", (*proofs).contents},
		{"lists", (*proofs).lists},
		{"tables", (*proofs).tables},
		{"headers and ids", (*proofs).headers},
		{"rows of statements are headed", (*proofs).statements},
		{"figures have alternative texts", (*proofs).figures},
		{"charts are tables too", (*proofs).charts},
		{"facts are asides", (*proofs).facts},
		{"footnotes lead both ways", (*proofs).notes},
		{"artifacts of the right kind", (*proofs).kinds},
		{"links with words", (*proofs).linked},
		{"language", (*proofs).languages},
		{"expansions", (*proofs).expansions},
		{"reading order", (*proofs).reading},
		{"no stray hyphen, no broken word", (*proofs).words},
	}
}

// sound tells what kept the file from being read.
func (p *proofs) sound() {
	for _, w := range p.wrong {
		p.miss("%s", w)
	}
	if p.root.role != "Document" || p.dict(p.catalog["MarkInfo"])["Marked"] != true {
		p.miss("the root is a %s, and the file says that it is marked: %v", p.root.role, p.dict(p.catalog["MarkInfo"])["Marked"])
	}
}

func (p *proofs) headings() {
	last, first := 0, 0
	p.root.walk(func(e *tag) {
		if len(e.role) != 2 || e.role[0] != 'H' || e.role[1] < '1' || e.role[1] > '6' {
			return
		}
		level := int(e.role[1] - '0')
		if level == 1 {
			first++
		}
		if level > last+1 || p.own(e) == "" {
			p.miss("the heading %q is of level %d after one of level %d", p.own(e), level, last)
		}
		last = level
	})
	if first != 1 {
		p.miss("there are %d headings of level 1", first)
	}
}

// contents finds an entry for every chapter and section, in order, that leads to the
// page whose number it says and whose heading has its title.
func (p *proofs) contents() {
	var titles []string
	for _, ch := range p.rep.Chapters {
		titles = append(titles, plain(ch.Title))
		for _, b := range ch.Blocks {
			if s, is := b.(content.Section); is {
				titles = append(titles, plain(s.Title))
			}
		}
	}
	entries := p.all("TOCI")
	if len(entries) != len(titles) {
		p.miss("there are %d entries, for %d titles", len(entries), len(titles))
		return
	}
	for i, e := range entries {
		links := p.annotations(e)
		if e.parent.role != "TOC" || len(e.elements()) != 1 || e.elements()[0].role != "Reference" || len(links) != 1 {
			p.miss("the entry %q is in a %s and has %d links", plain(p.raw(e)), e.parent.role, len(links))
			continue
		}
		page, _ := p.target(links[0])
		if page < 0 || plain(p.raw(e)) != titles[i]+" "+p.labels[page] || !p.headed(page, titles[i]) {
			p.miss("the entry %q should be %q and leads to page %d", plain(p.raw(e)), titles[i], page+1)
		}
	}
}

// headed tells whether a heading of a text begins on a page.
func (p *proofs) headed(page int, text string) bool {
	return slices.ContainsFunc(p.all("H2", "H3"), func(h *tag) bool { return p.own(h) == text && p.pageOf(h) == page })
}

func (p *proofs) lists() {
	for _, l := range p.all("L") {
		numbering, _ := p.attr(l, "List", "ListNumbering").(pdfName)
		if numbering == "" || len(l.elements()) == 0 {
			p.miss("a list has the numbering %q and %d entries", numbering, len(l.elements()))
		}
		for _, li := range l.elements() {
			var roles []string
			for _, k := range li.elements() {
				roles = append(roles, k.role)
			}
			if got := strings.Join(roles, " "); li.role != "LI" || got != "Lbl LBody" && (numbering != "None" || got != "LBody") {
				p.miss("a list holds a %s of %q: %q", li.role, got, plain(p.raw(li)))
				continue
			}
			if label := plain(p.raw(li.elements()[0])); numbering == "Decimal" && !isNumber(label) || numbering == "Disc" && isNumber(label) {
				p.miss("an entry of a list numbered %s has the label %q", numbering, label)
			}
		}
	}
	for _, e := range p.all("LI", "LBody") {
		if in := e.parent.role; e.role == "LI" && in != "L" || e.role == "LBody" && in != "LI" {
			p.miss("a %s is in a %s", e.role, in)
		}
	}
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(strings.TrimSuffix(s, "."))
	return err == nil
}

// rowsOf are the rows of a table with their cells, those of its head first.
func rowsOf(table *tag) (head, body []*tag) {
	for _, part := range table.elements() {
		switch part.role {
		case "THead":
			head = append(head, part.elements()...)
		case "TBody":
			body = append(body, part.elements()...)
		}
	}
	return head, body
}

// span is how many columns a cell takes.
func (p *proofs) span(cell *tag) int {
	if n, is := p.attr(cell, "Table", "ColSpan").(float64); is {
		return int(n)
	}
	return 1
}

// scope is what a header cell heads.
func (p *proofs) scope(cell *tag) string {
	s, _ := p.attr(cell, "Table", "Scope").(pdfName)
	return string(s)
}

// tables finds in every table what may be there, rows of one width, and header
// cells with text that say what they head.
func (p *proofs) tables() {
	may := map[string][]string{"Table": {"Caption", "THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}}
	for _, table := range p.all("Table") {
		name := p.tableName(table)
		head, body := rowsOf(table)
		width := 0
		for _, row := range append(head, body...) {
			n := 0
			for _, cell := range row.elements() {
				n += p.span(cell)
			}
			if width == 0 {
				width = n
			}
			if n != width {
				p.miss("table %q: the row %q has %d columns of %d", name, plain(p.raw(row)), n, width)
			}
		}
		heads := 0
		table.walk(func(e *tag) {
			for _, k := range e.elements() {
				if list := may[e.role]; list != nil && !slices.Contains(list, k.role) {
					p.miss("table %q: a %s holds a %s", name, e.role, k.role)
				}
			}
			if e.role == "TH" {
				heads++
				if s := p.scope(e); s != "Row" && s != "Column" || plain(p.raw(e)) == "" {
					p.miss("table %q: the header %q has the scope %q", name, plain(p.raw(e)), s)
				}
			}
		})
		if heads == 0 || len(body) == 0 {
			p.miss("table %q has %d headers and %d rows", name, heads, len(body))
		}
	}
}

func (p *proofs) tableName(table *tag) string {
	if len(table.elements()) > 0 && table.elements()[0].role == "Caption" {
		return plain(p.raw(table.elements()[0]))
	}
	return p.text(table, "T")
}

// heading is what a cell says heads it, by ids.
func (p *proofs) heading(cell *tag) []*tag {
	list, _ := p.attr(cell, "Table", "Headers").([]any)
	var out []*tag
	for _, id := range list {
		out = append(out, p.withID(id.(string)))
	}
	return out
}

// headers follows every id a cell names to a header cell of its own table, before
// it; and where a header is under another, every cell names some.
func (p *proofs) headers() {
	for _, table := range p.all("Table") {
		nested := false
		var unnamed []*tag
		seen := map[*tag]bool{}
		table.walk(func(e *tag) {
			if e.role != "TH" && e.role != "TD" {
				return
			}
			over := p.heading(e)
			for _, h := range over {
				if h == nil || h.role != "TH" || !seen[h] {
					p.miss("table %q: the cell %q names a header the table has not", p.tableName(table), plain(p.raw(e)))
				}
			}
			nested = nested || e.role == "TH" && len(over) > 0
			if e.role == "TD" && len(over) == 0 {
				unnamed = append(unnamed, e)
			}
			seen[e] = true
		})
		for _, e := range unnamed {
			if nested {
				p.miss("table %q: the cell %q names no headers", p.tableName(table), plain(p.raw(e)))
			}
		}
	}
}

// statements finds each line of each statement of the report as a row: headed by
// its label, its figures after it, under its year and under the headings that the
// statement has over it.
func (p *proofs) statements() {
	tables := p.all("Table")
	for _, ch := range p.rep.Chapters {
		for _, b := range ch.Blocks {
			s, is := b.(content.Statement)
			if !is {
				continue
			}
			at := slices.IndexFunc(tables, func(t *tag) bool { return p.isStatement(t, s.Statement) })
			if at < 0 {
				p.miss("the statement %s is no table", s.Statement.ID)
				continue
			}
			p.statement(tables[at], s.Statement)
			tables = tables[at+1:]
		}
	}
}

// isStatement tells whether a table has as many rows as a statement, and its first
// label.
func (p *proofs) isStatement(table *tag, s *accounts.Statement) bool {
	head, body := rowsOf(table)
	return len(head) == 1 && len(body) == len(s.Lines) && len(body[0].elements()) > 0 && plain(p.raw(body[0].elements()[0])) == plain(s.Lines[0].Label)
}

func (p *proofs) statement(table *tag, s *accounts.Statement) {
	head, body := rowsOf(table)
	nested := s.Headings()
	for i, line := range s.Lines {
		cells := body[i].elements()
		label := cells[0]
		if label.role != "TH" || p.scope(label) != "Row" || plain(p.raw(label)) != plain(line.Label) {
			p.miss("%s: the row of %q begins with a %s of scope %q that says %q", s.ID, line.Label, label.role, p.scope(label), plain(p.raw(label)))
		}
		figures := cells[len(cells)-len(line.Cells):]
		for k, cell := range line.Cells {
			want := "–"
			if !cell.Absent {
				want = plain(p.loc.Amount(cell.Amount))
			}
			if got := plain(p.raw(figures[k])); got != want && got != want+",00" {
				p.miss("%s: %q has the figure %q, not %q", s.ID, line.Label, got, want)
			}
			column := head[0].elements()[len(head[0].elements())-len(line.Cells)+k]
			if !strings.HasPrefix(plain(p.raw(column)), strconv.Itoa(p.rep.Accounts.Years[k])) {
				p.miss("%s: column %d is headed %q", s.ID, k, plain(p.raw(column)))
			}
			if len(nested[i]) == 0 {
				continue
			}
			want = plain(p.raw(column))
			for _, h := range nested[i] {
				want += " | " + plain(s.Lines[h].Label)
			}
			var got []string
			for _, h := range p.heading(figures[k]) {
				if h != nil {
					got = append(got, plain(p.raw(h)))
				}
			}
			if want += " | " + plain(line.Label); strings.Join(got, " | ") != want {
				p.miss("%s: the figure of %q is headed %q, not %q", s.ID, line.Label, strings.Join(got, " | "), want)
			}
		}
	}
}

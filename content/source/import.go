package source

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/sheet"
	"github.com/kl-print/kl-print/content/trial"
)

// ImportFile is where an edition has the mapping that its accounts are read by.
const ImportFile = "import.yaml"

// Mapping reads a mapping of a sheet to the lines of the accounts.
func Mapping(fsys fs.FS, name string) (*trial.Mapping, *diag.List) {
	r := newEdition(fsys).open(name, needed)
	if r.root == nil {
		return nil, r.diags
	}
	return r.sheetMapping(), r.diags
}

// sheetMapping reads such a file.
func (r *reader) sheetMapping() *trial.Mapping {
	m := r.mapping(r.root, r.ed.format.Import).called(r.name)
	defer m.close()
	out := &trial.Mapping{
		Pos:      r.at(r.root),
		Sheet:    m.text("sheet"),
		Unit:     trial.Unit(m.choice("unit")),
		Decimals: sheet.Decimals(0),
		Whole:    m.flag("whole"),
		Turned:   m.sign(false),
	}
	if m.has("decimals") {
		out.Decimals = []sheet.Decimals{sheet.Comma, sheet.Point}[m.choice("decimals")]
	}
	r.sheetColumns(m.get("columns"), out)
	if n := m.get("rows"); n != nil {
		rows := r.mapping(n, r.ed.format.SheetRows)
		out.First, out.Last = rows.number("first"), rows.number("last")
		rows.close()
	}
	m.eachNamed("lines", func(k, v *yaml.Node) { out.Lines = append(out.Lines, r.feed(k, v, out.Turned)) })
	if n := m.getAs("ignored", aList); n != nil {
		out.Ignored = r.ranges(n)
	}
	for _, f := range out.Lines {
		if len(f.Accounts) > 0 && out.Account == 0 {
			r.diags.Error(f.Pos, noColumn("account"))
		}
		if f.Label != "" && out.Label == 0 {
			r.diags.Error(f.Pos, noColumn("label"))
		}
	}
	return out
}

// sign reports whether signs are turned; what is given where it is not said.
func (m *mapping) sign(turned bool) bool {
	if !m.has("sign") {
		return turned
	}
	return m.word("sign") == "turned"
}

// sheetColumns reads which columns hold what.
func (r *reader) sheetColumns(n *yaml.Node, out *trial.Mapping) {
	if n == nil || !r.is(n, yaml.MappingNode, aMapping) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		name, _ := r.scalar(v, aText)
		column, ok := sheet.ColumnNumber(name)
		if !ok {
			r.fail(v, badColumn(name))
			continue
		}
		year, err := strconv.Atoi(k.Value)
		switch {
		case k.Value == "account":
			out.Account = column
		case k.Value == "label":
			out.Label = column
		case err == nil && year >= format.FirstYear && year <= format.LastYear:
			out.Amounts = append(out.Amounts, trial.Column{Pos: r.at(k), Year: year, Number: column})
		default:
			r.fail(k, unknownKey(k.Value, "columns", append(r.ed.format.SheetColumns.Offered(), "2025"), ""))
		}
	}
	if len(out.Amounts) == 0 {
		r.fail(n, noColumn("2025"))
	}
}

// feed reads what goes into a line.
func (r *reader) feed(k, v *yaml.Node, turned bool) trial.Feed {
	m := r.mapping(v, r.ed.format.Feed)
	defer m.close()
	f := trial.Feed{Pos: r.at(k), Line: r.id(k), Turned: m.sign(turned), Label: m.text("label")}
	if n := m.getAs("accounts", aList); n != nil {
		f.Accounts = r.ranges(n)
	}
	if row := m.number("row"); row > 0 {
		f.Rows = append(f.Rows, row)
	}
	for _, n := range m.words("rows") {
		if row := r.number(n, 1, sheet.MostRows); row > 0 {
			f.Rows = append(f.Rows, row)
		}
	}
	ways := 0
	for _, key := range []string{"accounts", "row", "rows", "label"} {
		if m.has(key) {
			ways++
		}
	}
	if ways != 1 {
		r.fail(k, oneWay(ways))
	}
	if n := m.get("new"); n != nil {
		line := r.mapping(n, r.ed.format.NewLine)
		f.New = &trial.Insertion{After: line.id("after"), Label: line.text("label"), Into: line.id("into")}
		line.close()
	}
	return f
}

// ranges reads ranges of accounts: one, or a list.
func (r *reader) ranges(n *yaml.Node) []trial.Range {
	list := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		list = r.list(n)
	}
	var out []trial.Range
	for _, n := range list {
		s, ok := r.scalar(n, aText)
		if !ok {
			continue
		}
		span, ok := rangeOf(s)
		if !ok {
			r.fail(n, badRange(s))
			continue
		}
		out = append(out, span)
	}
	return out
}

// rangeOf reads 1000-1099, or one account.
func rangeOf(s string) (trial.Range, bool) {
	first, last, is := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !is {
		last = first
	}
	a, errA := strconv.ParseUint(strings.TrimSpace(first), 10, 64)
	b, errB := strconv.ParseUint(strings.TrimSpace(last), 10, 64)
	return trial.Range{First: a, Last: b}, errA == nil && errB == nil && a <= b
}

func noColumn(key string) diag.Message {
	return sayAbout("import-column", "columns: siger ikke, hvilken kolonne %s er; skriv for eksempel %s: A", "columns: does not say which column %s is; write such as %s: A", key, key)
}

func badColumn(name string) diag.Message {
	return sayAbout("import-column", "%s er ingen kolonne; forventede bogstaver som A eller AB", "%s is no column; expected letters such as A or AB", quoted(name))
}

func badRange(s string) diag.Message {
	return sayAbout("import-range", "%s er ingen konti; forventede et nummer som 1010 eller et interval som 1000-1099", "%s is no accounts; expected a number such as 1010 or a range such as 1000-1099", quoted(s))
}

func oneWay(ways int) diag.Message {
	return sayAbout("import-feed", "linjen siger på %d måder, hvor den kommer fra; forventede én af accounts, row, rows og label", "the line says in %d ways where it comes from; expected one of accounts, row, rows and label", ways)
}

// MappingText writes a mapping as Mapping reads it, with the lines it lacks as
// comments. The words are the comments' language.
func MappingText(s trial.Suggestion, l diag.Lang) string {
	var out strings.Builder
	if s.Sheet != "" {
		out.WriteString("sheet: " + quotedYAML(s.Sheet) + "\n")
	}
	out.WriteString("unit: " + []string{"kr", "tkr", "mio"}[s.Unit] + "\n")
	if s.Whole {
		out.WriteString("whole: true\n")
	}
	out.WriteString(decimalsText(s, l))
	out.WriteString("columns: {" + columnsText(s) + "}\n")
	if s.First > 1 {
		out.WriteString("rows: {first: " + strconv.Itoa(s.First) + "}\n")
	}
	if len(s.Lines) > 0 {
		out.WriteString("lines:\n")
	}
	for _, f := range s.Lines {
		from := "label: " + quotedYAML(f.Label)
		if len(f.Rows) > 0 {
			from = "row: " + strconv.Itoa(f.Rows[0])
		}
		if f.Turned {
			from += ", sign: turned"
		}
		out.WriteString("  " + f.Line + ": {" + from + "}\n")
	}
	if len(s.Unmatched) > 0 {
		out.WriteString("  # " + diag.Message{Danish: "Ikke fundet i arket:", English: "Not found in the sheet:"}.In(l) + "\n")
	}
	for _, id := range s.Unmatched {
		out.WriteString("  # " + id + ": {accounts: [1000-1099]}\n")
	}
	return out.String()
}

// decimalsText writes the decimal sign of texts that may be read in two ways: the
// likely one, else the choice there is, as a comment.
func decimalsText(s trial.Suggestion, l diag.Lang) string {
	likely, choice := "comma", "# "
	switch {
	case s.Either == "":
		return ""
	case s.Decimals == sheet.Point:
		likely, choice = "point", ""
	case s.Decimals == sheet.Comma:
		choice = ""
	}
	why := diag.Message{
		Danish:  fmt.Sprintf("%s kan læses på to måder; comma: 1.234,50, point: 1,234.50", quoted(s.Either)),
		English: fmt.Sprintf("%s may be read in two ways; comma: 1.234,50, point: 1,234.50", quoted(s.Either)),
	}
	return choice + "decimals: " + likely + "  # " + why.In(l) + "\n"
}

// columnsText writes the columns.
func columnsText(s trial.Suggestion) string {
	var parts []string
	if s.Account > 0 {
		parts = append(parts, "account: "+sheet.ColumnName(s.Account))
	}
	if s.Label > 0 {
		parts = append(parts, "label: "+sheet.ColumnName(s.Label))
	}
	for _, c := range s.Amounts {
		parts = append(parts, strconv.Itoa(c.Year)+": "+sheet.ColumnName(c.Number))
	}
	return strings.Join(parts, ", ")
}

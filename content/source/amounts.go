package source

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/trial"
)

// Accounts reads an edition's accounts alone, which may be unfinished: amounts
// still to come are open. Where the list has errors, the book has what could be
// read.
func Accounts(fsys fs.FS) (*accounts.Book, *diag.List) {
	r := newEdition(fsys).open(AccountsFile, needed)
	book := r.accounts(0)
	return &book, r.diags
}

// SetAmounts returns the text of accounts.yaml with amounts put in. Only these
// change, each in the style of the one it takes the place of; comments, order and
// layout stay. Lines that the mapping has and the file has not are inserted.
func SetAmounts(fsys fs.FS, values []trial.Value, feeds []trial.Feed) ([]byte, *diag.List) {
	r := newEdition(fsys).open(AccountsFile, needed)
	if r.root == nil || r.diags.HasErrors() {
		return nil, r.diags
	}
	s := setter{reader: r, editor: &editor{r: r}, lines: map[string]entry{}}
	s.find()
	for _, f := range feeds {
		if _, has := s.lines[f.Line]; !has && f.New != nil {
			s.insert(f, values)
		}
	}
	for _, v := range values {
		s.set(v)
	}
	return s.done(), r.diags
}

// setter puts amounts into accounts.yaml.
type setter struct {
	*reader
	*editor
	unit  accounts.Unit
	years []string
	lines map[string]entry // by id
}

// entry is a line of a statement in the file.
type entry struct {
	node *yaml.Node
	next int // the line that what follows it begins on; 0: the end
}

// find finds the years and the lines.
func (s *setter) find() {
	if n := child(s.root, "unit"); n != nil {
		s.unit, _ = accounts.ParseUnit(n.Value)
	}
	for _, n := range entries(child(s.root, "years")) {
		s.years = append(s.years, n.Value)
	}
	all := child(s.root, "statements")
	for i, st := range entries(all) {
		after := nextLine(all, i, lineAfter(s.root, "statements", 0))
		lines := child(st, "lines")
		for k, n := range entries(lines) {
			if id := child(n, "id"); id != nil && id.Value != "" {
				if _, taken := s.lines[id.Value]; !taken {
					s.lines[id.Value] = entry{n, nextLine(lines, k, lineAfter(st, "lines", after))}
				}
			}
		}
	}
}

// set puts one amount in, where it is not there already.
func (s *setter) set(v trial.Value) {
	line, has := s.lines[v.Line]
	if !has {
		return
	}
	amounts := child(line.node, "amounts")
	i := slices.Index(s.years, fmt.Sprint(v.Year))
	if list := entries(amounts); i >= 0 && i < len(list) {
		digits, err := accounts.Parse(list[i].Value)
		old, fits := s.unit.Of(digits)
		if err == nil && fits && old == v.Amount && !v.Open || v.Open && list[i].Value == openAmount {
			return
		}
		text := `"` + openAmount + `"`
		if !v.Open {
			text = s.styled(list, i, v.Amount)
		}
		if s.editor.replace(list[i], text) {
			return
		}
	}
	s.fail(line.node, amountFixed(v.Line, v.Year))
}

// styled writes an amount in the style of the one it takes the place of, else of
// another of its line: quoted or not, with dots or without.
func (s *setter) styled(list []*yaml.Node, i int, a accounts.Amount) string {
	like := list[i]
	if isNull(like) || like.Value == openAmount {
		for _, n := range list {
			if !isNull(n) && n.Value != openAmount {
				like = n
			}
		}
	}
	text := s.unit.Write(a)
	if digits := strings.TrimLeft(like.Value, "-−"); len(digits) >= 4 && strings.Trim(digits, "0123456789") == "" {
		text = strings.ReplaceAll(text, ".", "")
	}
	switch {
	case like.Style&yaml.SingleQuotedStyle != 0:
		return "'" + text + "'"
	case isPlain(like) && !isNull(like) && like.Value != openAmount && !strings.Contains(text, ","):
		return text
	}
	return `"` + text + `"`
}

// insert makes a line that the file has not, and puts it into its sum.
func (s *setter) insert(f trial.Feed, values []trial.Value) {
	after, has := s.lines[f.New.After]
	if !has {
		s.diags.Error(f.Pos, unknownID(accountLine, f.New.After, ""))
		return
	}
	cells := make([]string, len(s.years))
	for i, year := range s.years {
		cells[i] = "null"
		for _, v := range values {
			if v.Line == f.Line && fmt.Sprint(v.Year) == year && !v.Open {
				cells[i] = `"` + s.unit.Write(v.Amount) + `"`
			}
		}
	}
	text := fmt.Sprintf("\n%s- {id: %s, label: %s, amounts: [%s]}", s.indentOf(after.node.Line), f.Line, quotedYAML(f.New.Label), strings.Join(cells, ", "))
	s.editor.insert(s.lineEnd(s.entryEnd(after.node, after.next)), text)
	if f.New.Into != "" {
		s.addTerm(f)
	}
}

// addTerm puts a line into a sum.
func (s *setter) addTerm(f trial.Feed) {
	sum := entries(child(s.lines[f.New.Into].node, "sum"))
	if len(sum) == 0 {
		s.diags.Error(f.Pos, noSumToJoin(f.New.Into))
		return
	}
	last := sum[len(sum)-1]
	_, end, ok := s.span(last)
	switch list := child(s.lines[f.New.Into].node, "sum"); {
	case !ok:
		s.fail(last, noSumToJoin(f.New.Into))
	case list.Style&yaml.FlowStyle != 0:
		s.editor.insert(end, ", "+f.Line)
	default:
		s.editor.insert(s.lineEnd(end), "\n"+s.indentOf(last.Line)+"- "+f.Line)
	}
}

func amountFixed(id string, year int) diag.Message {
	return sayAbout("amount-fixed", "beløbet af %s for %d kan ikke skrives ind her; forventede amounts: med et beløb for hvert år", "the amount of %s for %d can't be put in here; expected amounts: with one for each year", quoted(id), year)
}

func noSumToJoin(id string) diag.Message {
	return sayAbout("no-sum", "%s er ingen sum med led; forventede en linje med sum:", "%s is no sum with terms; expected a line that has sum:", quoted(id))
}

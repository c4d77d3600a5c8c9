package source

import (
	"math/big"
	"strings"
	"time"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/figures"
	"github.com/kl-print/kl-print/content/locale"
)

// fact is a figure of figures.yaml.
type fact struct {
	value figures.Value
	year  int // 0: none is said
	bad   bool
	pos   diag.Pos // of its name
	claim *claim   // what it says it equals; nil: nothing
	// source is what bears it out, in the edition's words.
	source string
}

// shelf is what the references of an edition may name.
type shelf struct {
	book   *accounts.Book
	lines  map[string]*accounts.Line // by folded id
	facts  map[string]fact           // by folded name
	names  []string                  // of both, as written
	groups *index[*content.Group]    // people.yaml's
	locale locale.Locale
	year   int // the edition's
	// faulty are the names whose figures could not be read: that has been told.
	faulty map[string]bool
	// waiting are the ids of lines with an amount still to come.
	waiting map[string]bool
	unread  bool // so has that a file could not be read at all
	// noAccounts and noFacts are set where the edition has no such file.
	noAccounts, noFacts bool
	hidden              string // what of the files could not be read, folded
}

// newShelf gathers the accounts' lines and the facts.
func (ed *edition) newShelf(rep *content.Report, x factIndex) *shelf {
	s := &shelf{book: &rep.Accounts, lines: map[string]*accounts.Line{}, facts: x.byName, year: rep.Year, faulty: ed.faulty, waiting: ed.waiting, unread: x.unread || ed.lines.unread, groups: &ed.groups}
	s.noAccounts, s.noFacts = !ed.has(AccountsFile), !ed.has(figuresFile)
	s.hidden = folded(string(x.hidden.text) + string(ed.lines.hidden.text))
	s.locale, _ = locale.For(rep.Language)
	for _, st := range rep.Accounts.Statements {
		for i := range st.Lines {
			if l := &st.Lines[i]; l.ID != "" && s.lines[folded(l.ID)] == nil {
				s.lines[folded(l.ID)] = l
				s.names = append(s.names, l.ID)
			}
		}
	}
	s.names = append(s.names, x.names...)
	return s
}

// find looks a name up: a line of the accounts, else a fact. The letters æ, ø
// and å may be spelt out or not.
func (s *shelf) find(n figures.Name) (figures.Value, figures.Miss) {
	if n.Group {
		return s.seats(n.ID)
	}
	id, year := folded(n.ID), n.Year
	if n.Before {
		year = s.year - 1
	}
	if l := s.lines[id]; l != nil {
		return s.stated(l, year)
	}
	f, has := s.facts[id]
	switch {
	case !has || f.bad:
		return figures.Value{}, figures.NoName
	case year != 0 && year != f.year:
		return figures.Value{}, figures.NoYear
	}
	return f.value, figures.Found
}

// seats is how many sit in a group.
func (s *shelf) seats(id string) (figures.Value, figures.Miss) {
	g := s.groups.byID[id]
	if g == nil {
		return figures.Value{}, figures.NoName
	}
	return figures.Number(big.NewRat(int64(len(g.Members)), 1), figures.Count), figures.Found
}

// isFact reports whether a name is of figures.yaml.
func (s *shelf) isFact(name string) bool {
	_, has := s.facts[folded(name)]
	return has && s.lines[folded(name)] == nil
}

// knowsAll reports whether each of some names is a line's or a fact's.
func (s *shelf) knowsAll(names []string) bool {
	for _, n := range names {
		if _, fact := s.facts[folded(n)]; !fact && s.lines[folded(n)] == nil {
			return false
		}
	}
	return true
}

// stated is a line's amount of a year, the edition's where none is said.
func (s *shelf) stated(l *accounts.Line, year int) (figures.Value, figures.Miss) {
	if year == 0 {
		year = s.year
	}
	for i, y := range s.book.Years {
		if y != year {
			continue
		}
		cell := l.Cell(i)
		if cell.Absent {
			return figures.Value{}, figures.NotStated
		}
		return figures.Amount(cell.Amount), figures.Found
	}
	return figures.Value{}, figures.NoYear
}

// awaits reports a fault that comes of an amount still to come.
func (s *shelf) awaits(f *figures.Fault) bool {
	l := s.lines[folded(f.Word)]
	return f.Problem == figures.Blank && l != nil && s.waiting[l.ID]
}

// silent reports a fault that comes of another, which has been told.
func (s *shelf) silent(f *figures.Fault) bool {
	switch f.Problem {
	case figures.UnknownYear: // the accounts' years are not the edition's
		return s.year == 0 || len(s.book.Years) == 0 || s.book.Years[0] != s.year
	case figures.UnknownName:
		return s.unread || s.facts[folded(f.Word)].bad || strings.Contains(s.hidden, folded(f.Word))
	case figures.UnknownGroup:
		return s.groups.may(f.Word)
	case figures.Blank:
		l := s.lines[folded(f.Word)]
		return l != nil && s.faulty[l.ID]
	}
	return false
}

// factIndex is what figures.yaml holds.
type factIndex struct {
	byName map[string]fact
	names  []string
	claims []claim
	unread bool
	hidden *hidden
}

// named are the facts that could be read, in the file's order.
func (x factIndex) named() []content.NamedFigure {
	var out []content.NamedFigure
	for _, name := range x.names {
		if f := x.byName[folded(name)]; !f.bad {
			one := content.NamedFigure{Pos: f.pos, Name: name, Value: f.value, Year: f.year, Source: f.source}
			if f.claim != nil {
				one.Equals = f.claim.equals.Value
			}
			out = append(out, one)
		}
	}
	return out
}

// figures reads figures.yaml.
func (r *reader) figures() factIndex {
	x := factIndex{byName: map[string]fact{}, hidden: &r.hidden}
	if r.root == nil {
		x.unread = r.diags.HasErrors()
		return x
	}
	m := r.mapping(r.root, r.ed.format.Figures)
	defer m.close()
	v := m.get("figures")
	if v == nil || !r.is(v, yaml.MappingNode, aMapping) {
		x.unread = true
		return x
	}
	for i := 0; i+1 < len(v.Content); i += 2 {
		r.figure(&x, v.Content[i], v.Content[i+1])
	}
	return x
}

// figure reads a fact.
func (r *reader) figure(x *factIndex, k, v *yaml.Node) {
	if k.Kind != yaml.ScalarNode {
		return
	}
	key := folded(k.Value)
	switch _, taken := x.byName[key]; {
	case !factName(k.Value):
		meant := strings.ReplaceAll(slug(k.Value), "-", "_")
		r.fail(k, hint(badFigureName(k.Value), meant))
		x.byName[meant] = fact{bad: true} // so that what refers to it is not told of too
		r.factOf(k.Value, v)
		return
	case taken:
		r.fail(k, figureTwice(k.Value))
		return
	case r.ed.lines.byID[key] != nil || r.ed.lines.byID[k.Value] != nil:
		r.fail(k, figureIsLine(k.Value))
	}
	told := r.diags.Len()
	f := r.factOf(k.Value, v)
	f.pos = r.at(k)
	f.bad = r.diags.Len() > told || r.broken(v)
	x.byName[key] = f
	if c := f.claim; c != nil {
		x.claims = append(x.claims, *c)
	}
	x.names = append(x.names, k.Value)
}

// factOf reads what a fact says.
func (r *reader) factOf(name string, n *yaml.Node) fact {
	m := r.mapping(n, r.ed.format.Fact)
	defer m.close()
	m.stale(name, true, content.StaleFact)
	f := fact{year: m.number("year")}
	f.source = m.text("source")
	equals := m.get("equals")
	unit := m.word("unit")
	v := m.get("value")
	if v == nil {
		return f
	}
	s, ok := r.scalar(v, aFigure)
	if !ok {
		return f
	}
	if f.value, ok = factValue(s, unit); !ok {
		r.fail(v, badFigure(s, unit))
	}
	if equals != nil && unit != "dato" {
		f.claim = &claim{name: name, unit: unit, written: s, value: v, equals: equals}
	}
	return f
}

// factValue makes a value of a text and its unit.
func factValue(s, unit string) (figures.Value, bool) {
	if unit == "dato" {
		_, err := time.Parse(time.DateOnly, s)
		return figures.Date(s), err == nil
	}
	n, ok := danishNumber(s)
	if !ok {
		return figures.Value{}, false
	}
	switch unit {
	case "kr":
		return figures.Number(n, figures.Kroner), true
	case "tkr":
		return figures.Number(n.Mul(n, big.NewRat(1_000, 1)), figures.Kroner), true
	case "mio":
		return figures.Number(n.Mul(n, big.NewRat(1_000_000, 1)), figures.Kroner), true
	case "mia":
		return figures.Number(n.Mul(n, big.NewRat(1_000_000_000, 1)), figures.Kroner), true
	case "pct":
		return figures.Number(n, figures.Percent), true
	case "pctpoint":
		return figures.Number(n, figures.Point), true
	case "år":
		return figures.Number(n, figures.Year), n.IsInt()
	}
	return figures.Number(n, figures.Count), true
}

// danishNumber reads a number as amounts are written, with up to six decimals.
func danishNumber(s string) (*big.Rat, bool) {
	whole, decimals, comma := strings.Cut(s, ",")
	if _, err := accounts.Parse(whole); err != nil || comma && (decimals == "" || len(decimals) > 6 || strings.Trim(decimals, "0123456789") != "") {
		return nil, false
	}
	plain := strings.ReplaceAll(strings.ReplaceAll(whole, ".", ""), "−", "-")
	return new(big.Rat).SetString(plain + "." + decimals + "0")
}

// factName reports whether s can be the name of a fact: letters, digits and
// underscores, beginning with a letter.
func factName(s string) bool {
	for i, c := range s {
		if !unicode.IsLetter(c) && (i == 0 || c != '_' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

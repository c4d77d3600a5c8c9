package compare

import (
	"fmt"
	"strconv"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
)

// Record is a difference in something that has a name: a line of the accounts, a
// person or a seat in a group.
type Record struct {
	How      How
	Name     string   // such as the line's label
	What     Field    // of it; empty where all of it was added or removed
	Of       string   // the year of an amount, or the person of a seat
	Old, New string   // empty: there is none
	A, B     diag.Pos // in the editions
}

// Field is a part of a record.
type Field string

// The fields.
const (
	Label        Field = "label"
	Amount       Field = "amount"
	Rank         Field = "rank"
	Sum          Field = "sum"
	Name         Field = "name"
	Office       Field = "office"
	Party        Field = "party"
	Municipality Field = "municipality"
	Portrait     Field = "portrait"
	Seat         Field = "seat"
)

// Accounts compares the lines of two books by their ids, in the order of the
// second, and then what only the first has.
func Accounts(a, b *accounts.Book) []Record {
	was := lines(a)
	var out []Record
	met := map[string]bool{}
	for _, s := range b.Statements {
		for i := range s.Lines {
			l := &s.Lines[i]
			if l.ID == "" {
				continue
			}
			met[l.ID] = true
			if old := was[l.ID]; old != nil {
				out = append(out, line(a, b, old, l)...)
			} else {
				out = append(out, Record{How: Added, Name: l.Label, New: cells(l), B: l.Pos})
			}
		}
	}
	for _, s := range a.Statements {
		for i := range s.Lines {
			if l := &s.Lines[i]; l.ID != "" && !met[l.ID] {
				out = append(out, Record{How: Removed, Name: l.Label, Old: cells(l), A: l.Pos})
			}
		}
	}
	return out
}

// lines are a book's lines by their ids.
func lines(b *accounts.Book) map[string]*accounts.Line {
	out := map[string]*accounts.Line{}
	for _, s := range b.Statements {
		for i := range s.Lines {
			if id := s.Lines[i].ID; id != "" {
				out[id] = &s.Lines[i]
			}
		}
	}
	return out
}

// cells are a line's amounts.
func cells(l *accounts.Line) string {
	out := ""
	for i, c := range l.Cells {
		if i > 0 {
			out += ", "
		}
		out += fmt.Sprint(c)
	}
	return out
}

// line compares a line: its amounts by their years, so that those of a year are
// held against the same year's in a book that is of another.
func line(a, b *accounts.Book, old, now *accounts.Line) []Record {
	var out []Record
	add := func(f Field, of, was, is string) {
		if was != is {
			out = append(out, Record{How: Changed, Name: now.Label, What: f, Of: of, Old: was, New: is, A: old.Pos, B: now.Pos})
		}
	}
	add(Label, "", old.Label, now.Label)
	add(Rank, "", strconv.Itoa(int(old.Rank)), strconv.Itoa(int(now.Rank)))
	for i, year := range b.Years {
		for k, before := range a.Years {
			if year == before && i < len(now.Cells) && k < len(old.Cells) {
				add(Amount, strconv.Itoa(year), fmt.Sprint(old.Cells[k]), fmt.Sprint(now.Cells[i]))
			}
		}
	}
	add(Sum, "", terms(old.Sum), terms(now.Sum))
	return out
}

// terms are what a sum is of.
func terms(list []accounts.Term) string {
	out := ""
	for i, t := range list {
		if i > 0 {
			out += ", "
		}
		if t.Minus {
			out += "-"
		}
		out += t.Line
	}
	return out
}

// People compares two rosters by the ids of people and groups.
func People(a, b *content.Report) []Record {
	var out []Record
	was := map[string]*content.Person{}
	for _, p := range a.People {
		was[p.ID] = p
	}
	met := map[string]bool{}
	for _, p := range b.People {
		met[p.ID] = true
		if old := was[p.ID]; old != nil {
			out = append(out, person(old, p)...)
		} else {
			out = append(out, Record{How: Added, Name: p.Name, New: described(p), B: p.Pos})
		}
	}
	for _, p := range a.People {
		if !met[p.ID] {
			out = append(out, Record{How: Removed, Name: p.Name, Old: described(p), A: p.Pos})
		}
	}
	return append(out, groups(a, b)...)
}

// described is a person in one line.
func described(p *content.Person) string {
	s := p.Office
	for _, part := range []string{p.Party, p.Municipality} {
		if part != "" && s != "" {
			s += ", "
		}
		s += part
	}
	return s
}

// person compares what is said of a person.
func person(old, now *content.Person) []Record {
	var out []Record
	for _, f := range []struct {
		field   Field
		was, is string
	}{
		{Name, old.Name, now.Name}, {Office, old.Office, now.Office}, {Party, old.Party, now.Party},
		{Municipality, old.Municipality, now.Municipality}, {Portrait, old.Portrait, now.Portrait},
	} {
		if f.was != f.is {
			out = append(out, Record{How: Changed, Name: now.Name, What: f.field, Old: f.was, New: f.is, A: old.Pos, B: now.Pos})
		}
	}
	return out
}

// groups compares who sits where, and as what.
func groups(a, b *content.Report) []Record {
	var out []Record
	was := map[string]*content.Group{}
	for _, g := range a.Groups {
		was[g.ID] = g
	}
	met := map[string]bool{}
	for _, g := range b.Groups {
		met[g.ID] = true
		old := was[g.ID]
		if old == nil {
			out = append(out, Record{How: Added, Name: g.Name, B: g.Pos})
			continue
		}
		if old.Name != g.Name {
			out = append(out, Record{How: Changed, Name: g.Name, What: Name, Old: old.Name, New: g.Name, A: old.Pos, B: g.Pos})
		}
		out = append(out, seats(old, g)...)
	}
	for _, g := range a.Groups {
		if !met[g.ID] {
			out = append(out, Record{How: Removed, Name: g.Name, A: g.Pos})
		}
	}
	return out
}

// seats compares the members of a group.
func seats(old, now *content.Group) []Record {
	var out []Record
	was := map[string]content.Member{}
	for _, m := range old.Members {
		was[m.Person.ID] = m
	}
	met := map[string]bool{}
	for _, m := range now.Members {
		met[m.Person.ID] = true
		before, sat := was[m.Person.ID]
		r := Record{Name: now.Name, What: Seat, Of: m.Person.Name, Old: before.Role, New: m.Role, A: old.Pos, B: now.Pos}
		switch {
		case !sat:
			r.How = Added
		case before.Role != m.Role:
			r.How = Changed
		default:
			continue
		}
		out = append(out, r)
	}
	for _, m := range old.Members {
		if !met[m.Person.ID] {
			out = append(out, Record{How: Removed, Name: now.Name, What: Seat, Of: m.Person.Name, Old: m.Role, A: old.Pos, B: now.Pos})
		}
	}
	return out
}

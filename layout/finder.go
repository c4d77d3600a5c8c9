package layout

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// finder finds the spots of remarks.
type finder struct {
	report *content.Report
	spots  map[string][]spot // by file, in the order of their blocks
	last   Remark            // the one before, of the same words: the next is sought after it
	from   int
}

func newFinder(a *assembler) *finder {
	f := &finder{report: a.report, spots: map[string][]spot{}}
	for _, s := range a.spots {
		f.spots[s.block.File] = append(f.spots[s.block.File], s)
	}
	for _, list := range f.spots {
		slices.SortStableFunc(list, func(a, b spot) int { return comparePos(a.block, b.block) })
	}
	return f
}

func comparePos(a, b diag.Pos) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// spot is where a remark's words stand: the line of its block that has them, else
// where the block begins. It is nil where no page shows the block.
func (f *finder) spot(r Remark) *spot {
	at := f.shown(r.At)
	list := f.spots[at.File]
	end, _ := slices.BinarySearchFunc(list, at, func(s spot, at diag.Pos) int {
		if comparePos(s.block, at) <= 0 {
			return -1
		}
		return 1
	})
	if end == 0 {
		return nil
	}
	begin := end - 1
	for begin > 0 && list[begin-1].block == list[begin].block {
		begin--
	}
	return f.line(r, list[begin:end], list[begin].block)
}

// line is the spot of a block in which a remark's words begin.
func (f *finder) line(r Remark, block []spot, at diag.Pos) *spot {
	found := strings.Join(strings.Fields(r.Found), " ")
	if found == "" {
		return &block[0]
	}
	var text strings.Builder
	starts := make([]int, len(block))
	for i, s := range block {
		starts[i] = text.Len()
		if s.joined {
			text.WriteString(strings.TrimRight(s.text, "-\u00ad"))
		} else {
			text.WriteString(s.text + " ")
		}
	}
	from := 0
	if f.last.Found == r.Found && f.last.At == (diag.Pos{File: at.File, Line: at.Line, Column: at.Column}) {
		from = f.from
	}
	n := strings.Index(text.String()[from:], found)
	if n < 0 {
		return &block[0]
	}
	f.last, f.from = Remark{At: at, Found: r.Found}, from+n+len(found)
	i, exact := slices.BinarySearch(starts, from+n)
	if !exact {
		i--
	}
	return &block[i]
}

// shown is the place of the block that shows what stands at a place: for accounts
// the statement, for people their group. A place in a chapter is its own.
func (f *finder) shown(at diag.Pos) diag.Pos {
	best, out := diag.Pos{}, at
	take := func(pos, block diag.Pos) {
		if pos.File == at.File && comparePos(pos, at) <= 0 && comparePos(pos, best) > 0 {
			best, out = pos, block
		}
	}
	for _, ch := range f.report.Chapters {
		if ch.Pos.File == at.File {
			return at
		}
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Statement:
				take(b.Statement.Pos, b.Pos)
			case content.Portraits:
				takeGroup(b.Group, b.Pos, take)
			case content.Roster:
				for _, g := range b.Groups {
					takeGroup(g, b.Pos, take)
				}
			}
		}
	}
	return out
}

// takeGroup offers the places of a group and its people.
func takeGroup(g *content.Group, block diag.Pos, take func(pos, block diag.Pos)) {
	take(g.Pos, block)
	for _, m := range g.Members {
		if m.Person != nil {
			take(m.Person.Pos, block)
		}
	}
}

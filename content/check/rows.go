package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// namedRow is a row of a table that a sentence names.
type namedRow struct {
	span // in the sentence
	row  int
}

// rows holds what sentences say of the rows of their chapter's tables against them: a figure
// beside a row's name that is another row's, and which has the most or the fewest.
func (c *checker) rows() {
	var grids []grid
	eachTable(c.rep.Chapters[c.at], func(t content.Table, _ string) { grids = append(grids, c.gridOf(t)) })
	if len(grids) == 0 {
		return
	}
	for _, r := range c.runs {
		if r.heading || r.table {
			continue
		}
		for _, s := range r.parts {
			if len(s.figs) == 0 && !s.has(parochial) && !slices.ContainsFunc(s.words, func(w word) bool { return extreme(w.lower) != noWay }) {
				continue
			}
			for i := range grids {
				c.spread(r, s, &grids[i])
				if named := grids[i].namedIn(s); len(named) > 0 {
					c.anothersCell(r, s, &grids[i], named)
					c.placeOfRow(r, s, &grids[i], named)
					c.outermost(r, s, grids, i, named)
				}
			}
		}
	}
}

// spread holds "mellem 15 og 52 klubber" against a column that ends at one of the two.
func (c *checker) spread(r *run, s sentence, g *grid) {
	for i := 0; i+1 < len(s.figs); i++ {
		a, b := s.figs[i], s.figs[i+1]
		if !strings.HasSuffix(s.lower[:a.from], "mellem ") || strings.TrimSpace(s.lower[a.to:b.from]) != "og" || r.isBound(s.from+a.from, s.from+b.to) || b.telling(digits(abs(b.n))) < 2 {
			continue
		}
		if next := wordAfter(s, b.to); b.kind == count && (len(next) < 4 || !strings.Contains(g.titles(), stem(next))) {
			continue // of something else
		}
		for col := 1; col < len(g.cols); col++ {
			low, high, n := g.endsOf(col, b.kind)
			const fewest = 3
			if n < fewest || a.kind != b.kind {
				continue
			}
			is := func(f figure, v int64) bool { return divRound(v, f.unit) == f.n }
			if is(a, low) != is(b, high) && a.value() >= low/2 && b.value() <= high*2 {
				should := numberOf(low) + " og " + numberOf(high)
				c.tell(r, s.from+a.from, s.from+b.to, Warning, "figure-wrong", say("tabellen går fra %s", "the table goes from %s", should), Text{})
				return
			}
		}
	}
}

// endsOf are the least and the greatest figure of a kind in a column, and how many there are.
func (g *grid) endsOf(col int, k kind) (low, high int64, n int) {
	for i, cells := range g.cells {
		if i == g.total || col >= len(cells) || !cells[col].is || cells[col].kind != k {
			continue
		}
		v := cells[col].value()
		if n++; n == 1 || v < low {
			low = v
		}
		high = max(high, v)
	}
	return low, high, n
}

// namedIn are the rows of a table that a sentence names by the whole of their label, but for
// the total.
func (g *grid) namedIn(s sentence) []namedRow {
	const shortest = 4
	var out []namedRow
	for i := range g.cells {
		label := strings.ToLower(spaced(plain(g.table.Rows[i][0])))
		if i == g.total || len(label) < shortest || nextDigit(label, 0) < len(label) {
			continue
		}
		if !strings.Contains(label, " ") {
			for _, w := range s.words {
				if w.lower[0] == label[0] && (w.lower == label || w.lower == label+"s" || formOf(w.lower, label)) {
					out = append(out, namedRow{w.span, i})
				}
			}
			continue
		}
		for at := 0; ; {
			n := strings.Index(s.lower[at:], label)
			if n < 0 {
				break
			}
			from, to := at+n, at+n+len(label)
			if !wordy(s.lower, from-1) && !wordy(s.lower, to) {
				out = append(out, namedRow{span{from, to}, i})
			}
			at = to
		}
	}
	slices.SortFunc(out, func(a, b namedRow) int { return a.from - b.from })
	return out
}

// placeOfRow holds "Mosegården i Rebild Kommune" against the municipality in the row.
func (c *checker) placeOfRow(r *run, s sentence, g *grid, named []namedRow) {
	for _, n := range named {
		rest, is := strings.CutPrefix(s.text[n.to:], " i ")
		home := placeIn(rest)
		if !is || home == "" || !strings.HasPrefix(rest[len(home):], " Kommune") {
			continue
		}
		for _, cell := range g.table.Rows[n.row][1:] {
			if own := strings.TrimSpace(spaced(plain(cell))); c.isParish(own) && sameParish(own) != sameParish(home) {
				from := s.from + n.to + len(" i ")
				c.tell(r, from, from+len(home), Warning, "municipality", say("i tabellen er det %s", "in the table it is %s", own), say("%[1]s", "%[1]s", own))
			}
		}
	}
}

// rowsWith are the rows that have a figure in one of their cells.
func (g *grid) rowsWith(f figure) []int {
	var out []int
	for i, cells := range g.cells {
		if slices.ContainsFunc(cells, func(c cellFigure) bool {
			return c.is && c.kind == f.kind && divRound(abs(c.value()), f.unit) == abs(f.n)
		}) {
			out = append(out, i)
		}
	}
	return out
}

// anothersCell tells of a figure right after a row's name, or with only a few words between,
// that is in the table, but in the row of another that the sentence does not name.
func (c *checker) anothersCell(r *run, s sentence, g *grid, named []namedRow) {
	for _, f := range s.allFigures() {
		k := -1 // the row named last before it
		for i, n := range named {
			if n.to <= f.from {
				k = i
			}
		}
		if k < 0 || f.about || r.isBound(s.from+f.from, s.from+f.to) {
			continue
		}
		n := named[k]
		const widest = 45
		between := s.lower[n.to:f.from]
		if len(between) > widest || nextDigit(between, 0) < len(between) || strings.ContainsAny(between, ";:()") || comparative(strings.Trim(wordAfter(s, f.to), ".,")) != noWay || f.kind == count && !g.countsAfter(s, f) {
			continue
		}
		has := g.rowsWith(f)
		if g.ofAnother(s, n, f) || c.lastYearsCell(r, s, g, n, f) || c.extremeCell(r, s, g, n, f) {
			continue
		}
		certain := f.telling(digits(abs(f.n))) >= 3 || extremeIn(s.lower) != noWay && f.digits >= 2
		if len(has) != 1 || has[0] == g.total || has[0] == n.row || !certain || slices.ContainsFunc(named, func(o namedRow) bool { return o.row == has[0] }) {
			continue
		}
		is := spaced(plain(g.table.Rows[has[0]][0]))
		c.tell(r, s.from+n.from, s.from+n.to, Warning, "figure-wrong",
			say("i tabellen er %s tallet for %s", "in the table %s is the figure of %s", s.text[f.from:f.to], is), say("%[1]s", "%[1]s", is))
	}
}

// ofAnother reports whether a number behind a row's name is of something else than the table counts, as its words say:
// another number stands between, what it counts is in none of its titles, or it is of a whole of its own.
func (g *grid) ofAnother(s sentence, n namedRow, f figure) bool {
	between := s.within(n.to, f.from)
	if slices.ContainsFunc(between, func(w word) bool { return w.said > 1 }) || len(between) > 0 && partsOff(between[len(between)-1].lower) {
		return true
	}
	return f.kind == count && f.scale == "" && !g.countsAfter(s, f) && s.counted(f).lower != ""
}

// extremeCell tells of a whole number beside the name of a row that is said to have the most or
// the fewest, and has, that is in none of its cells.
func (c *checker) extremeCell(r *run, s sentence, g *grid, n namedRow, f figure) bool {
	which := extremeIn(s.lower)
	if which == noWay || f.kind != count || f.unit != 10_000 || len(strings.Fields(s.lower[n.to:f.from])) > 3 || !g.countsAfter(s, f) {
		return false
	}
	if is, best := g.ends(n.row, which); !is || best != n.row || slices.Contains(g.rowsWith(f), n.row) {
		return false
	}
	is, cells := "", 0
	for k, cell := range g.cells[n.row] {
		if cell.is && k > 0 && cell.kind == count && (g.cols[k].year == 0 || g.cols[k].year == c.rep.Year) {
			is, cells = cell.text, cells+1
		}
	}
	if cells != 1 {
		return false
	}
	c.tell(r, s.from+f.from, s.from+f.to, Warning, "figure-wrong", say("i tabellen er det %s", "in the table it is %s", is), say("%[1]s", "%[1]s", is))
	return true
}

// countsAfter reports whether a number is of what a table counts: nothing stands behind it, or
// a word of its titles.
func (g *grid) countsAfter(s sentence, f figure) bool {
	if endsClause(s.text[f.to:]) {
		return true
	}
	next := wordAfter(s, f.to)
	return len(next) > 3 && strings.Contains(g.titles(), stem(next))
}

// titles are those of a table and its columns, in lower case.
func (g *grid) titles() string {
	out := lowered(spaced(g.table.Title))
	for _, col := range g.table.Columns {
		out += " " + lowered(spaced(col.Title))
	}
	return out
}

// lastYearsCell tells of a figure beside a row's name that is the row's of an earlier year only,
// where nothing near it speaks of one.
func (c *checker) lastYearsCell(r *run, s sentence, g *grid, n namedRow, f figure) bool {
	const least = 3 // digits
	if f.telling(digits(abs(f.n))) < least || c.pastSaid(s.lower, c.rep.Year-1) || comparing(s.lower) {
		return false
	}
	now := -1
	past := false
	for k, cell := range g.cells[n.row] {
		switch {
		case !cell.is || cell.kind != f.kind:
		case g.cols[k].year == c.rep.Year && now < 0:
			now = k
		}
		past = past || cell.is && cell.kind == f.kind && g.cols[k].year == c.rep.Year-1 && cell.value() == f.value()
		if cell.is && g.cols[k].year != c.rep.Year-1 && cell.value() == f.value() {
			return false
		}
	}
	if !past || now < 0 {
		return false
	}
	is := g.cells[n.row][now].text
	c.tell(r, s.from+f.from, s.from+f.to, Warning, "figure-wrong",
		say("i tabellen er det %d; %d er %s", "in the table that is of %d; %d is %s", c.rep.Year-1, c.rep.Year, is), say("%[1]s", "%[1]s", is))
	return true
}

// wordAfter is the word right after a place, in lower case; empty where there is none.
func wordAfter(s sentence, at int) string {
	for _, w := range s.words {
		if w.from >= at {
			return w.lower
		}
	}
	return ""
}

// extremeIn is whether a text, in lower case, speaks of what has the most or the fewest of
// something; noWay where it speaks of neither or of both.
func extremeIn(lower string) way {
	most, fewest := noWay, noWay
	words := strings.Fields(lower)
	for i, w := range words {
		if i+1 < len(words) && wholeNumber(words[i+1]) >= 0 {
			continue // mindst 3
		}
		switch extreme(strings.Trim(w, ".,;:()”\"")) {
		case up:
			most = up
		case down:
			fewest = down
		}
	}
	if most != noWay && fewest != noWay {
		return noWay
	}
	return most + fewest
}

// extreme is which end of a row of things a word is for.
func extreme(w string) way {
	switch w {
	case "most", "largest", "highest", "longest", "flest", "størst", "største", "højest", "højeste", "længst", "længste", "dyrest", "dyreste", "mest":
		return up
	case "fewest", "smallest", "lowest", "shortest", "færrest", "mindst", "mindste", "lavest", "laveste", "kortest", "korteste", "billigst", "billigste":
		return down
	}
	return noWay
}

// outermost holds "Størst er L", "Flest X er der i L" against the table's columns, where the
// thing that there is most of is what a column or the table is called.
func (c *checker) outermost(r *run, s sentence, grids []grid, of int, named []namedRow) {
	g := &grids[of]
	for i, w := range s.words {
		which := extreme(w.lower)
		if which == noWay || i+1 < len(s.words) && wholeNumber(s.words[i+1].lower) >= 0 || i > 0 && (s.words[i-1].lower == "blandt" || s.words[i-1].lower == "en" || s.words[i-1].lower == "to" || s.words[i-1].lower == "næst" || s.words[i-1].lower == "hvor") || s.moveNamed(i) {
			continue
		}
		k := slices.IndexFunc(named, func(n namedRow) bool { return n.from >= w.to })
		if k < 0 || !g.ranked(s, w, named[k].from) {
			continue
		}
		n := named[k]
		if i+1 < len(s.words) && n.from == s.words[i+1].from && !upper(s.words[i+1].text) {
			continue // "den største udgift" is what is ranked
		}
		ends, best := false, -1
		for _, other := range grids {
			for _, o := range other.namedIn(s) {
				end, row := other.ends(o.row, which)
				ends = ends || end && o.from == n.from
				if &other.cells[0] == &g.cells[0] && o.from == n.from {
					best = row
				}
			}
		}
		if ends || best < 0 {
			continue
		}
		is := spaced(plain(g.table.Rows[best][0]))
		c.tell(r, s.from+n.from, s.from+n.to, Warning, "figure-wrong",
			say("i tabellen er det %s", "in the table it is %s", is), say("%[1]s", "%[1]s", is))
		return
	}
}

// ranked reports whether what stands between a superlative and the name of a row leaves it
// said of what the table counts.
func (g *grid) ranked(s sentence, w word, at int) bool {
	const widest = 40
	between := s.lower[w.to:at]
	if len(between) > widest || strings.ContainsAny(between, ",;:().") || nextDigit(between, 0) < len(between) {
		return false
	}
	titles := g.titles()
	if ranked, rest, is := strings.Cut(strings.TrimPrefix(between, " "), " "); is && len(ranked) > 3 && (strings.HasPrefix(rest, "har ") || strings.HasPrefix(rest, "findes ")) && strings.Contains(titles, stem(ranked)) {
		return true // "den længste kyst har klubberne i"
	}
	for _, b := range wordsOf(between) {
		if b.text == "den" || b.text == "det" || b.text == "nye" || b.text == "pr" {
			return false // of something else than the table counts
		}
		if len(b.text) < 4 || joins(b.text) || joinsTo(b.text) || b.text == "kommune" || b.text == "region" || b.text == "ligger" || b.text == "findes" || b.text == "især" {
			continue
		}
		if !strings.Contains(titles, stem(b.text)) {
			return false
		}
	}
	return true
}

// ends reports whether a row has the most, or the fewest, in a column, or in two alike, and
// which row has in the first column of figures; −1 where several or none have.
func (g *grid) ends(row int, which way) (is bool, best int) {
	best = -1
	for col := 1; col < len(g.cols); col++ {
		top, rows, read := int64(0), []int(nil), 0
		for i, cells := range g.cells {
			if i == g.total || col >= len(cells) || !cells[col].is {
				continue
			}
			read++
			switch v := cells[col].value(); {
			case rows == nil || which == up && v > top || which == down && v < top:
				top, rows = v, []int{i}
			case v == top:
				rows = append(rows, i)
			}
		}
		const fewest = 3
		if read < fewest {
			continue
		}
		is = is || slices.Contains(rows, row)
		if best < 0 && len(rows) == 1 {
			best = rows[0]
		}
	}
	return is, best
}

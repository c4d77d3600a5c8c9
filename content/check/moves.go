package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// move is what a sentence says a figure is: by how much something changed, what it came
// to, a part of something; and of which year.
type move struct {
	roles role // that it may be
	sure  bool // it can be no other
	year  int  // of the level, or the one compared with; 0: none is said
	then  bool // the year before the edition's is spoken of
	point bool // it is points of a percentage
}

// moveOf reads it.
func (c *checker) moveOf(sc *scene, f figure) move {
	s := sc.s
	m := move{roles: anyRole, point: f.kind == percent && strings.Contains(s.lower[f.from:f.to], "point")}
	lead, rest := clauseBefore(s, f.from), clauseAfter(s, f.to)
	before, after := strings.Fields(lead), strings.Fields(rest)
	last := func(k int) string {
		if len(before) < k {
			return ""
		}
		return strings.Trim(before[len(before)-k], "”\"»(")
	}
	next := func(k int) string {
		if len(after) <= k {
			return ""
		}
		return strings.Trim(after[k], ".,;:)”")
	}
	switch {
	case comparative(next(0)) != noWay && !s.ofTime(f.to+len(next(0))):
		m.roles, m.sure = asDifference|asRatio, true
	case comparative(next(0)) != noWay:
		m.roles, m.sure = asChange|asGrowth|asDifference|asRatio, true
	case comparative(next(1)) != noWay && f.kind == count: // 24 boliger flere
		m.roles = asChange | asGrowth | asDifference | asLevel
	case last(1) == "of" && strings.HasPrefix(last(2), "leap"), (last(1) == "på" || last(1) == "med" || last(1) == "of" || last(1) == "by") && leaning(last(2)) != noWay,
		(last(1) == "på" || last(1) == "med") && leaning(last(3)) != noWay && !strings.ContainsAny(last(2), "0123456789"):
		m.roles, m.sure = asChange|asGrowth|asDifference, true
	case f.kind == percent && (last(1) == "eller" || last(1) == "til" && strings.HasPrefix(last(2), "svare")) && c.afterChange(sc, f),
		leaning(strings.Trim(last(1), ",")) != noWay && len(last(1)) > 5, strings.HasPrefix(strings.Trim(last(1), ","), "forskel"), last(1) == "er" && strings.HasPrefix(last(2), "forskel"):
		m.roles, m.sure = asChange|asGrowth|asDifference, true
	case last(1) == "på" && (strings.HasPrefix(last(2), "regulering") || strings.HasPrefix(last(2), "ændring") || strings.HasPrefix(last(2), "justering")), last(1) == "med" && leansBefore(before):
		m.roles, m.sure = asChange|asGrowth|asDifference, true
	case last(1) == "til" || last(1) == "to", last(1) == "fra", last(1) == "from":
		m.roles = asLevel | asShare | asEach
	case f.kind == percent && (next(0) == "af" || next(0) == "of"):
		m.roles, m.sure = asShare|asRatio|asLevel, true
	case f.kind != percent && (last(1) == "udgør" || last(1) == "udgjorde" || last(1) == "var" || last(1) == "er"):
		m.roles = asLevel | asSum | asEach
	}
	if f.kind == percent && !m.sure && !sc.leans() || f.kind == count && !m.sure && sc.grown() == (ways{}) {
		m.roles &^= asGrowth | asChange
	}
	c.when(&m, sc, f)
	return m
}

// leans reports whether a sentence has a word for a rise or a fall, or the one before, which
// it refers to.
func (sc *scene) leans() bool {
	if !sc.s.leans() {
		return sc.refers
	}
	for i := range sc.s.words {
		if sc.s.lean(i) != noWay {
			return true
		}
	}
	return sc.refers
}

// afterChange reports whether the figure before one in its sentence is a change of a topic.
func (c *checker) afterChange(sc *scene, f figure) bool {
	var before *figure
	for i := range sc.s.figs {
		if sc.s.figs[i].to <= f.from {
			before = &sc.s.figs[i]
		}
	}
	return before != nil && slices.ContainsFunc(c.topics.exactly(*before), func(r reading) bool { return r.role == asChange })
}

// when reads the year a figure is of: the nearest that is said after it, else before.
func (c *checker) when(m *move, sc *scene, f figure) {
	lead := sc.s.lower[:f.from]
	if sc.dated != 0 {
		m.year = sc.dated
		return
	}
	m.then = sc.earlier || comparedWith(lead) || c.earlierClause(sc.s, f) || goneFrom(lead, sc.s.lower[f.to:])
	if y := yearLabel(lead); y != 0 {
		m.year = y
		return
	}
	m.year = c.yearAfter(sc.s.lower[f.to:])
	if m.year == 0 && !comparedWith(lead) {
		var unsure bool
		m.year, unsure = c.yearBefore(lead)
		m.then = m.then || unsure
	}
}

// yearLabel is the year that a text ends in with a colon: "(2023: 58.125)"; 0 where it ends
// otherwise.
func yearLabel(lead string) int {
	lead, is := strings.CutSuffix(strings.TrimRight(lead, " "), ":")
	if n := len(lead) - 4; is && n >= 0 && isYear(lead[n:]) && !wordy(lead, n-1) {
		return int(wholeNumber(lead[n:]))
	}
	return 0
}

// goneFrom reports whether a figure is what something came from: "from an income of F to".
func goneFrom(lead, rest string) bool {
	rest = strings.TrimLeft(rest, " .")
	const ahead = 40
	if rest = " " + rest[:min(len(rest), ahead)]; !strings.Contains(rest, " til ") && !strings.Contains(rest, " to ") && !strings.Contains(rest, " into ") {
		return false
	}
	words := strings.Fields(lead)
	const reach = 5
	return slices.ContainsFunc(words[max(0, len(words)-reach):], func(w string) bool { return w == "fra" || w == "from" })
}

// comparedWith reports whether the words right before a figure say that it is what another is
// compared with, or came of: "mod", "end de".
func comparedWith(lead string) bool {
	words := strings.Fields(lead[max(0, len(lead)-40):])
	n := len(words)
	if n > 1 && slices.Contains([]string{"de", "den", "det", "kun", "blot", "the"}, words[n-1]) {
		n--
	}
	if n == 0 {
		return false
	}
	switch strings.Trim(words[n-1], ",.(”") {
	case "mod", "imod", "fra", "end", "modsat", "than", "from", "against":
		return true
	case "for":
		return n > 1 && words[n-2] == "over"
	}
	return false
}

// earlierClause reports whether the clause of a figure speaks of what was before.
func (c *checker) earlierClause(s sentence, f figure) bool {
	from, to := 0, len(s.lower)
	for _, o := range s.figs {
		if o.to <= f.from {
			from = o.to
		} else if o.from >= f.to && o.from < to {
			to = o.from
		}
	}
	return slices.ContainsFunc(strings.Fields(s.lower[from:to]), func(w string) bool {
		switch strings.Trim(w, ".,;:()") {
		case "tidligere", "hidtil", "begyndte", "forvejen", "foregående", "forrige", "oprindelig", "oprindeligt", "dengang", "fjor", "forinden", "previously", "previous", "earlier", "før", "primo", "indgangen", "førhen", "åbnede", "begyndelsen", "starten", "having", "began", "beginning", "start":
			return true
		}
		return false
	})
}

// yearAfter is the year that a text right after a figure says it is of; 0 where it says
// none.
func (c *checker) yearAfter(rest string) int {
	const reach = 5
	words := strings.Fields(rest[:min(len(rest), 80)])
	for i, w := range words[:min(len(words), reach)] {
		if i > 0 && strings.ContainsAny(words[i-1], ",;:()") || strings.HasPrefix(w, "(") {
			return 0
		}
		next := ""
		if i+1 < len(words) {
			next = strings.Trim(words[i+1], ".,;:)”")
		}
		switch bare := strings.Trim(w, ".,;:)”"); {
		case (bare == "fra" || bare == "from") && isYear(next):
			y, _ := strconv.Atoi(next)
			return y
		case bare == "end" || bare == "mod" || bare == "imod" || bare == "fra" || bare == "til" || bare == "og" || bare == "siden" || bare == "than" || bare == "som" || nextDigit(bare, 0) < len(bare):
			return 0
		case (bare == "i" || bare == "in") && isYear(next):
			y, _ := strconv.Atoi(next)
			return y
		case bare == "i" && next == "år":
			return c.rep.Year
		case bare == "i" && next == "fjor", (bare == "sidste" || bare == "forrige") && next == "år", bare == "året" && (next == "før" || next == "forinden" || next == "forud"), (bare == "last" || bare == "previous") && next == "year", bare == "year" && (next == "before" || next == "earlier" || next == "ago"):
			return c.rep.Year - 1
		}
	}
	return 0
}

// yearBefore is the year that the clause before a figure says: the last one, up to
// another figure. It is unsure where something is only compared with that year.
func (c *checker) yearBefore(lead string) (year int, unsure bool) {
	if i := strings.LastIndexAny(lead, ";:()"); i >= 0 {
		lead = lead[i+1:]
	}
	words := strings.Fields(lead[max(0, len(lead)-120):])
	const close = 8 // words within which a year that is compared with may be meant
	for i := len(words) - 1; i >= 0; i-- {
		w := strings.Trim(words[i], ".,;:)”")
		before, two := "", ""
		if i > 0 {
			before = words[i-1]
		}
		if i > 1 {
			two = words[i-2]
		}
		compared := (two == "end" || two == "som" || two == "siden" || two == "niveauet" || two == "than") && !tellsOfThen(words, i)
		switch {
		case isYear(w):
			y, _ := strconv.Atoi(w)
			if entered(before, two) && w == words[i] {
				return y - 1, false // "gik ind i 2024 med 117 medlemmer"
			}
			if !ofYear(before) || compared || ofFigure(words[:i+1]) || movesOn(words[i:]) {
				return 0, len(words)-i <= close
			}
			return y, false
		case w == "året" && entered(before, two):
			return c.rep.Year - 1, false
		case w == "fjor", (w == "før" || w == "forinden" || w == "forud") && before == "året", w == "år" && (before == "sidste" || before == "forrige"):
			if compared {
				return 0, len(words)-i <= close
			}
			return c.rep.Year - 1, false
		case w == "år" && before == "i":
			return c.rep.Year, false
		case nextDigit(w, 0) < len(w):
			return 0, false
		}
	}
	return 0, false
}

// movesOn reports whether after a year a text goes on to what something came to since: "fra 29 i
// 2023 til", "over niveauet i 2023, og renterne faldt til".
func movesOn(words []string) bool {
	n := len(words) - 1
	if n < 1 || words[n] != "til" && words[n] != "to" {
		return false
	}
	return n == 1 || strings.HasSuffix(words[0], ",") && (leaning(words[n-1]) != noWay || words[n-1] == "op" || words[n-1] == "ned")
}

// entered reports whether the two words before a year, the last first, say that it is begun: "gik
// ind i", "tog hul på", "begyndte".
func entered(before, two string) bool {
	switch before {
	case "i":
		return two == "ind"
	case "på":
		return two == "hul"
	case "begyndte", "indledte", "startede", "åbnede":
		return true
	}
	return false
}

// ofYear reports whether a word before a year says that something is of it.
func ofYear(w string) bool {
	switch w {
	case "i", "in", "af", "of", "ultimo", "primo", "for":
		return true
	}
	return false
}

// beganEarlier reports whether a sentence begins with a year before the edition's, which
// the next may go on with.
func (c *checker) beganEarlier(s sentence) bool {
	const reach = 30
	lead := s.lower[:min(len(s.lower), reach)]
	if strings.Contains(lead, "året før") || strings.Contains(lead, "sidste år") || strings.Contains(lead, "forrige år") || strings.Contains(lead, "i fjor") || strings.Contains(lead, "dengang") {
		return true
	}
	for _, at := range fourDigits(lead) {
		if y, _ := strconv.Atoi(lead[at.from:at.to]); y != c.rep.Year && isYear(lead[at.from:at.to]) {
			return true
		}
	}
	return false
}

// tellsOfThen reports whether after the i-th of some words, a year, the text goes on with what
// was then: "end i 2023, da det var".
func tellsOfThen(words []string, i int) bool {
	if !strings.HasSuffix(words[i], ",") {
		return false
	}
	return i+1 < len(words) && words[i+1] != "og" && words[i+1] != "and" && words[i+1] != "men"
}

// ofFigure reports whether the year that some words end in is that of a figure before it in a
// clause that ends with it: "mod 198 i 2024, og".
func ofFigure(words []string) bool {
	const reach = 4
	n := len(words) - 1
	return n > 1 && strings.HasSuffix(words[n], ",") && slices.ContainsFunc(words[max(0, n-reach):n-1], func(w string) bool {
		w = strings.Trim(w, ",;:()")
		return nextDigit(w, 0) < len(w) && !isYear(w)
	})
}

// clauseBefore is what stands before a place up to a stop that parts clauses, in lower case.
func clauseBefore(s sentence, at int) string {
	lead := s.lower[:at]
	if i := strings.LastIndexAny(lead, ";:()–"); i >= 0 {
		_, size := utf8.DecodeRuneInString(lead[i:])
		lead = lead[i+size:]
	}
	return lead
}

// clauseAfter is what stands after a place up to a stop, in lower case.
func clauseAfter(s sentence, at int) string {
	rest := s.lower[at:]
	if i := strings.IndexAny(rest, ",;:()"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// leansBefore reports whether the last verb or noun of a lead tells of a rise or a fall.
func leansBefore(before []string) bool {
	const reach = 7
	for i := len(before) - 1; i >= max(0, len(before)-reach); i-- {
		if strings.HasSuffix(before[i], ",") {
			return false
		}
		if w := strings.Trim(before[i], "."); leaning(w) != noWay || strings.HasPrefix(w, "overst") {
			return true
		}
	}
	return false
}

// comparative is which way a word says that one is from another.
func comparative(w string) way {
	switch w {
	case "dearer", "mere", "flere", "højere", "større", "dyrere", "længere", "bedre", "langsommere", "hyppigere", "oftere", "more", "higher", "larger", "above", "longer":
		return up
	case "cheaper", "mindre", "færre", "lavere", "billigere", "kortere", "dårligere", "ringere", "hurtigere", "sjældnere", "less", "fewer", "lower", "smaller", "below", "shorter":
		return down
	}
	return noWay
}

// leaning is which way a verb or a noun says that something went.
func leaning(w string) way {
	if way := wayOf(w); way != noWay {
		return way
	}
	switch w[:min(3, len(w))] { // what those below begin with: few words do
	case "sti", "ste", "vok", "væ", "øg", "hæ", "for", "fre", "lø", "udv", "til", "opg", "opj", "ops", "opt", "mer", "ros", "ris", "gro", "gre", "inc", "gai", "cli", "lea",
		"fal", "ned", "red", "dal", "bes", "min", "sæ", "san", "sun", "skr", "svi", "fel", "dro", "dec", "shr":
	default:
		return noWay
	}
	for _, begin := range []string{"stig", "steg", "voks", "vækst", "øge", "øgning", "forøg", "fremgang", "løft", "udvid", "tilvækst", "forhøj", "hæv", "opgang", "forbedr", "rose", "rise", "grew", "grow", "increas", "gain", "climb", "leap", "forlæng", "opjuster", "opskriv", "optrap", "fordobl", "fremskriv", "fremskrev", "merudgift", "merindtægt"} {
		if strings.HasPrefix(w, begin) && !strings.HasPrefix(w, "voksn") {
			return up
		}
	}
	for _, begin := range []string{"fald", "nedgang", "tilbagegang", "reducer", "reduktion", "mindsk", "sænk", "sank", "sunk", "skrump", "nedbrag", "svind", "forringe", "nedsæt", "nedsat", "fell", "fall", "drop", "decreas", "declin", "reduc", "shrank", "forkort", "formindsk", "nedjuster", "nedskriv", "nedskåret", "nedskæring", "nedtrap", "nedbring", "bespar", "mindreudgift", "mindreindtægt", "dalede", "dalet", "daler", "beskåret", "beskær", "halver"} {
		if strings.HasPrefix(w, begin) {
			return down
		}
	}
	return noWay
}

// moveNamed reports whether one of the words right before a word is a rise or a fall, of which something
// is said: "Tilbagegangen er størst for".
func (s sentence) moveNamed(at int) bool {
	const near = 3
	return slices.ContainsFunc(s.words[max(0, at-near):at], func(w word) bool { return leaning(w.lower) != noWay })
}

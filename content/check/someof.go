package check

import (
	"slices"
	"strings"
	"unicode"
)

// ofSome reports whether a small count may be of other things than a figure of figures.yaml
// of the same name: of some of them, or of those of somebody else.
func (sc *scene) ofSome(c *checker, f figure, is reading) bool {
	const small = 3 // digits
	if f.kind != count || is.kind != count || is.topic == nil || is.topic.line != nil || is.topic.row || f.digits > small || sc.anchors(is.topic, f) {
		return false
	}
	lead, rest := sc.s.lower[:f.from], sc.s.lower[f.to:]
	before, after := strings.Fields(lead), strings.Fields(rest)
	if is.role != asLevel && (isDifference(rest) || strings.HasSuffix(lead, " med ") || len(after) > 0 && comparative(strings.Trim(after[0], ".,;:)")) != noWay) {
		return false
	}
	if n := len(before); n > 0 && partsOff(strings.Trim(before[n-1], "(„”\"")) {
		return true
	}
	if f.places > 0 && f.scale == "" && is.value%10_000 == 0 {
		return true // nobody counts whole things in parts
	}
	noun := sc.nounRightAfter(f, is.topic)
	switch {
	case noun > 0 && len(before) > 0 && (takesPart(before[len(before)-1]) || wherein(before[len(before)-1])):
		return is.role != asLevel || !is.swapped(f) // they did it, or it was there
	case noun == 0 && sc.othersRightAfter(f):
		return true
	case noun == 0:
		return !sc.namedInClause(f, is.topic)
	case inverted(lead) && (noun < len(after) || !strings.HasSuffix(lead, "havde ")), noun < len(after) && beginsClause(lead) && !strings.ContainsAny(after[noun-1], ".,;:)") && (len(before) == 0 || after[noun] != "er" && after[noun] != "var"):
		return true // they are what does something, or has it
	case noun > 0 && superlative(after[0]):
		return true
	case noun < len(after) && !strings.ContainsAny(after[noun-1], ".,;:)"):
		return narrows(after[noun]) || noun+1 < len(after) && helping(after[noun]) && doneTo(strings.Trim(after[noun+1], ".,;:)")) || after[noun] == "af" || after[noun] == "hos" || after[noun] == "blandt" || noun+1 < len(after) && after[noun] == "i" && (after[noun+1] == "en" || after[noun+1] == "et")
	}
	return false
}

// beginsClause reports whether a number behind a text, in lower case, begins its clause: what is counted does something.
func beginsClause(lead string) bool {
	switch strings.TrimSpace(lead[clauseFrom(lead):]) {
	case "", "og", "men", "mens":
		return true
	}
	return false
}

// inverted reports whether a clause, in lower case, begins with when or where something is and ends in a verb,
// which what comes next is the subject of: "ved udgangen af året havde".
func inverted(lead string) bool {
	words := strings.Fields(lead[strings.LastIndexAny(lead, ",;:(")+1:])
	const least = 3
	if len(words) < least {
		return false
	}
	switch last := words[len(words)-1]; last {
	case "var", "blev", "bliver", "er":
		return false
	case "har", "får":
	default:
		if !preterite(last) {
			return false
		}
	}
	switch words[0] {
	case "i", "ved", "på", "efter", "hos", "blandt", "siden", "under", "inden", "før":
		return true
	}
	return false
}

// takesPart reports whether a word right before a number is a verb of the past by which those who are
// counted did something, or had it done: "mødtes 268 medlemmer"; not one that says how many there were.
func takesPart(w string) bool {
	switch w {
	case "var", "blev", "havde", "talte", "nåede", "udgjorde", "rummede", "omfattede", "beskæftigede", "repræsenterede", "samlede", "steg", "faldt", "organiserede":
		return false
	}
	return preterite(w)
}

// wherein reports whether a word before a number says that what is counted is where, or for whom, something
// is, and so may be some of them.
func wherein(w string) bool {
	switch w {
	case "i", "hos", "ved", "for", "blandt", "omkring":
		return true
	}
	return false
}

// helping reports whether a word is a verb that a participle goes with.
func helping(w string) bool {
	switch w {
	case "er", "var", "har", "havde", "blev", "bliver":
		return true
	}
	return false
}

// nounRightAfter is how many words after a figure take what it counts, where that is a topic's
// name; 0 where another stands there, or none.
func (sc *scene) nounRightAfter(f figure, t *topic) int {
	for _, n := range sc.own {
		if n.topic != t || n.first < 0 || n.from < f.to {
			continue
		}
		between := strings.Fields(sc.s.lower[f.to:n.from])
		if len(between) <= 1 && !strings.ContainsAny(sc.s.text[f.to:n.from], ",;:.()") {
			return len(between) + len(strings.Fields(sc.s.lower[n.from:n.to]))
		}
	}
	return 0
}

// namedInClause reports whether the clause of a figure, up to it, names a topic.
func (sc *scene) namedInClause(f figure, t *topic) bool {
	from := strings.LastIndexAny(sc.s.lower[:f.from], ",;(") + 1
	for _, n := range sc.own {
		if n.topic == t && n.first >= 0 && n.to > from {
			return true
		}
	}
	return sc.caption
}

// ofPlace reports whether before a figure its clause says of what place it is: "værket i Aarhus
// har".
func (sc *scene) ofPlace(f figure) bool {
	from := strings.LastIndexAny(sc.s.lower[:f.from], ",;(") + 1
	for i, w := range sc.s.words {
		if i == 0 || w.from < from || w.to > f.from || !unicode.IsUpper(firstRune(w.text)) {
			continue
		}
		switch sc.s.words[i-1].lower {
		case "i", "på", "hos":
			return !slices.ContainsFunc(sc.s.within(from, f.from), func(o word) bool { return o.lower == "vi" || o.lower == "vores" })
		}
	}
	return false
}

// othersRightAfter reports whether right after a figure stands a word for what it counts that is
// no topic's name.
func (sc *scene) othersRightAfter(f figure) bool {
	after := strings.Fields(sc.s.lower[f.to:])
	if len(after) == 0 || strings.HasPrefix(sc.s.lower[f.to:], ".") {
		return false
	}
	return measures(strings.Trim(after[0], ".,;:()")) || after[0] == "gange" || sc.foreign(f)
}

// inMonth reports whether the clause of a figure says a month that it is of: before it, or behind it
// without a year.
func (sc *scene) inMonth(f figure) bool {
	from, rest := strings.LastIndexAny(sc.s.lower[:f.from], ",;(")+1, sc.s.lower[f.to:]
	if i := strings.IndexAny(rest, ",;"); i > 0 {
		rest = rest[:i]
	}
	for _, m := range months() {
		if strings.Contains(sc.s.lower[from:f.from], "i "+m+" ") {
			return true
		}
		if _, after, is := strings.Cut(rest, " i "+m); is && !strings.HasPrefix(after, " 20") {
			return true
		}
	}
	return false
}

// partsOff reports whether a word before a number says that it is of some, or of others.
func partsOff(w string) bool {
	switch w {
	case "landets", "andre", "øvrige", "af", "blandt", "disse", "yderligere", "nye", "første", "sidste", "alle", "daværende", "hidtidige", "oprindelige":
		return true
	}
	return strings.HasSuffix(w, "ens") && len(w) > 5
}

// superlative reports whether a word before a noun picks out some: "de 17 mindste".
func superlative(w string) bool {
	return strings.HasSuffix(w, "este") || w == "mindste" || w == "største" || w == "bedste" || w == "fleste"
}

// narrows reports whether a word behind what is counted says that it is only some of them.
func narrows(w string) bool {
	switch w = strings.Trim(w, ".,;:)”"); w {
	case "der", "som", "med", "fra", "uden", "på", "over", "under":
		return true
	case "var", "blev", "havde", "fik", "gav", "holdt":
		return false
	}
	return preterite(w)
}

package check

import (
	"regexp"
	"slices"
	"strings"
)

// portion is a part of a whole, or a multiple, that a text says in words.
type portion struct {
	share
	times bool // it is how many times as much
}

// portionForm finds parts of a whole in words, in lower case.
func portionForm() *regexp.Regexp {
	return regexp.MustCompile(`\b(halvdelen|halvparten|det halve|half|a third|a quarter|two thirds|three quarters|(?:en|to|tre|fire|fem) (?:tredjedele?|fjerdedele?|kvart|femtedele?|sjettedele?|syvendedele?|ottendedele?|tiendedele?)|hvert? (?:anden|andet|tredje|fjerde|femte|sjette|tiende))\b`)
}

// timesForm finds multiples in words, in lower case.
func timesForm() *regexp.Regexp {
	return regexp.MustCompile(`\b(dobbelt|tredobbelt|halvt|en halv gang|halvanden gang|to en halv gange|(?:to|tre|fire|fem|seks|syv|otte|ni|ti) gange|\d+(?:,\d+)? gange) så (?:stor|store|stort|lang|lange|langt|mange|meget|høj|høje|højt|dyr|dyre|dyrt)\b|\b(det (?:dobbelte|tredobbelte|firedobbelte)) af\b`)
}

// portionsIn are those of a text, in lower case.
func (c *checker) portionsIn(s sentence) []portion {
	var out []portion
	if s.has(portioned) || s.has(ordinal) && strings.Contains(s.lower, "hver") {
		for _, m := range c.forms.portion().FindAllStringIndex(s.lower, -1) {
			if strings.HasPrefix(s.lower[m[0]:m[1]], "hver") && ofCalendar(s.lower[m[1]:]) {
				continue
			}
			p := portion{share: share{at: span{m[0], m[1]}, said: portionOf(s.lower[m[0]:m[1]])}}
			p.more, p.less = leanings(s.lower[:m[0]])
			out = append(out, p)
		}
	}
	if s.has(parted) && strings.Contains(s.lower, " ud af ") {
		at, parts := ratiosIn(c.forms.ratio(), s.text, s.lower)
		for i, m := range at {
			p := portion{share: share{at: m, said: divRound(1000*parts[i][0], parts[i][1])}}
			p.more, p.less = leanings(s.lower[:m.from])
			out = append(out, p)
		}
	}
	if s.multiplies() {
		for _, m := range c.forms.times().FindAllStringSubmatchIndex(s.lower, -1) {
			p := portion{share: share{at: span{m[0], m[1]}, said: multipleOf(s.lower[m[0]:m[1]])}, times: true}
			p.more, p.less = leanings(s.lower[:m[0]])
			out = append(out, p)
		}
	}
	return out
}

// ofCalendar reports whether a text begins with a time, so that what stands before it says how often
// something is: "hvert andet år", "hver tredje onsdag".
func ofCalendar(rest string) bool {
	w, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	switch w = strings.Trim(w, ".,;:()”"); w {
	case "år", "måned", "uge", "dag", "døgn", "time", "minut", "kvartal", "halvår", "gang", "sommer", "vinter", "forår", "efterår", "weekend", "nat", "aften", "sæson", "periode":
		return true
	}
	return strings.HasSuffix(w, "dag") && len(w) > len("dag")
}

// multiplies reports whether a sentence may have a multiple in words.
func (s sentence) multiplies() bool {
	return s.has(manyfold) && (strings.Contains(s.lower, "t så ") || strings.Contains(s.lower, "gang så ") || strings.Contains(s.lower, "gange så ") || strings.Contains(s.lower, "obbelte af "))
}

// leanings reports whether the words before a part say that it is more or less.
func leanings(lead string) (more, less bool) {
	lead = strings.TrimRight(lead, " ")
	for _, w := range []string{"mere end", "over", "godt", "more than"} {
		more = more || strings.HasSuffix(lead, w)
	}
	for _, w := range []string{"mindre end", "under", "knap", "næsten", "ikke helt", "less than", "almost"} {
		less = less || strings.HasSuffix(lead, w)
	}
	return more, less
}

// portionOf is a part in thousandths.
func portionOf(w string) int64 {
	switch w {
	case "halvdelen", "halvparten", "det halve", "half":
		return 500
	case "a third":
		return 333
	case "a quarter":
		return 250
	case "two thirds":
		return 667
	case "three quarters":
		return 750
	}
	how, part, _ := strings.Cut(w, " ")
	of := map[string]int64{"anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "tiende": 10, "tredjedel": 3, "fjerdedel": 4, "kvart": 4, "femtedel": 5, "sjettedel": 6, "syvendedel": 7, "ottendedel": 8, "tiendedel": 10}[strings.TrimSuffix(part, "e")]
	if of == 0 {
		of = map[string]int64{"tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "tiende": 10}[part]
	}
	n := int64(1)
	if !strings.HasPrefix(how, "hver") {
		n = numberWord(how)
	}
	return divRound(1000*n, max(1, of))
}

// multipleOf is a multiple in thousandths.
func multipleOf(w string) int64 {
	w, _, _ = strings.Cut(w, " så ")
	switch w {
	case "dobbelt", "det dobbelte af":
		return 2000
	case "tredobbelt", "det tredobbelte af":
		return 3000
	case "det firedobbelte af":
		return 4000
	case "halvt", "en halv gang":
		return 500
	case "halvanden gang":
		return 1500
	case "to en halv gange":
		return 2500
	}
	n, _, _ := strings.Cut(w, " ")
	if whole, part, _ := strings.Cut(n, ","); digitsAt(n, 0) > 0 {
		return wholeNumber((whole + part + "000")[:len(whole)+3])
	}
	return 1000 * numberWord(n)
}

// portions holds parts and multiples in words against what the topics near them give.
func (c *checker) portions(sc *scene) {
	for _, p := range c.portionsIn(sc.s) {
		c.portion(sc, p)
	}
}

// portion judges one.
func (c *checker) portion(sc *scene, p portion) {
	if p.times && (c.otherTimes(sc.s) || p.ofRise(sc.s) || slices.ContainsFunc(sc.s.figs, func(f figure) bool {
		return f.from >= p.at.to && (strings.Contains(sc.s.lower[p.at.to:f.from], "hvor ") || strings.Contains(sc.s.lower[p.at.to:f.from], "da "))
	})) {
		return // "i dag er vi dobbelt så mange som i 1998"; or the text has both figures
	}
	if ofTheirOwn(sc.s) || sc.r.quoted(sc.s) {
		return
	}
	if !p.times && (sc.s.asked(p.at.from) || sc.both() || c.otherTimes(sc.s) || sc.besideFigure(p)) {
		return
	}
	f := figure{span: p.at, kind: percent, n: p.said, unit: 1000, digits: 2}
	growing := grows(strings.Fields(sc.s.lower[:p.at.from]))
	var sure []candidate
	for _, k := range c.candidates(sc, f) {
		is, ok := p.measure(c, sc, k, growing)
		if !ok || growing && k.topic.line == nil && sc.fronted(f, k.topic) {
			continue
		}
		if p.holds(is) {
			return
		}
		if k.doubt <= 0.35 && (p.times || growing || sc.wholeAt(p, k)) && !slices.ContainsFunc(sure, func(o candidate) bool { return o.value == k.value }) {
			sure = append(sure, k)
		}
	}
	const several = 3
	if len(sure) == 0 || len(sure) > several {
		return
	}
	is, _ := p.measure(c, sc, sure[0], growing)
	const whole = 1000
	if !p.times && is > whole {
		return // it is no part of that
	}
	name := sure[0].name()
	c.tell(sc.r, sc.s.from+p.at.from, sc.s.from+p.at.to, Error, "direction",
		say("%[1]q passer ikke: %[2]s er %[3]s pct.", "%[1]q does not fit: %[4]s is %[3]s per cent", sc.s.text[p.at.from:p.at.to], name.Danish, decimalsOf(is, 1), name.English), Text{})
}

// wholeAt reports whether a candidate's whole is named right after a part: "en tredjedel af
// indtægterne"; of a percentage that is a topic of its own, whether that stands right beside.
func (sc *scene) wholeAt(p portion, k candidate) bool {
	if k.role == asLevel {
		return k.doubt <= doubtJoined*2
	}
	const near = 30
	if k.other == nil || !strings.HasPrefix(sc.s.lower[p.at.to:], " af ") && !strings.HasPrefix(sc.s.lower[p.at.to:], " of ") {
		return false
	}
	part := false
	for i := range sc.own {
		n := &sc.own[i]
		part = part || n.topic == k.topic && (n.first < 0 || n.score >= 0.85) && !toldAlone(sc.s.lower[:n.from])
	}
	return part && slices.ContainsFunc(sc.own, func(n naming) bool {
		return n.topic == k.other && n.from >= p.at.to && n.from-p.at.to <= near && n.score >= 0.8
	})
}

// toldAlone reports whether the words before a name say that what follows is told of it alone: "for æbler
// gik en tredjedel tabt".
func toldAlone(lead string) bool {
	lead = strings.TrimRight(lead, " ")
	switch w := lead[strings.LastIndexByte(lead, ' ')+1:]; w {
	case "for", "hos", "blandt", "ved":
		return true
	}
	return false
}

// besideFigure reports whether a part says in words what a figure before it is: that is held
// against the figure.
func (sc *scene) besideFigure(p portion) bool {
	return slices.ContainsFunc(sc.s.figs, func(f figure) bool {
		gap := ""
		if f.to <= p.at.from {
			gap = sc.s.lower[f.to:p.at.from]
		}
		return strings.Contains(gap, "eller ") && len(gap) < len(" eller næsten godt ")
	})
}

// grows reports whether the words before a part say that something rose or fell by it.
func grows(lead []string) bool {
	for n := len(lead); n > 0 && n > len(lead)-3; n-- {
		switch lead[n-1] {
		case "med":
			return leansBefore(lead[:n])
		case "på":
			return n > 1 && leaning(lead[n-2]) != noWay
		}
	}
	return false
}

// measure is what a reading is in thousandths, where it is what the part may be of.
func (p portion) measure(c *checker, sc *scene, k candidate, growing bool) (int64, bool) {
	if k.year != c.rep.Year || k.point {
		return 0, false
	}
	switch {
	case growing:
		return divRound(abs(k.value), 1000), k.role == asGrowth
	case p.times && earlierIn(strings.TrimPrefix(strings.TrimLeft(sc.s.lower[p.at.to:], " ,"), "som ")):
		return divRound(k.value, 1000) + 1000, k.role == asGrowth
	case p.times:
		return divRound(k.value, 1000), k.role == asRatio && p.likens(sc)
	}
	return divRound(k.value, 1000), k.role&(asShare|asRatio) != 0 || k.role == asLevel && k.kind == percent
}

// likens reports whether a multiple is of something that its sentence names after it: "tre gange
// så mange som", "det dobbelte af"; else it is of what there was.
func (p portion) likens(sc *scene) bool {
	return strings.HasSuffix(sc.s.lower[p.at.from:p.at.to], " af") || strings.Contains(sc.s.lower[p.at.to:], " som ")
}

// ofRise reports whether a multiple is of how much something rose or fell: "voksede godt fem gange
// så meget som".
func (p portion) ofRise(s sentence) bool {
	for i := len(s.words) - 1; i >= 0; i-- {
		if w := s.words[i]; w.to <= p.at.from && !softens(w.lower) {
			return s.lean(i) != noWay && comparative(w.lower) == noWay
		}
	}
	return false
}

// softens reports whether a word makes a number after it a rough one.
func softens(w string) bool {
	switch w {
	case "godt", "knap", "næsten", "mere", "over", "end", "omtrent", "omkring", "cirka", "ca", "mindst", "rundt", "regnet":
		return true
	}
	return false
}

// holds reports whether a part, in thousandths, is what the words say.
func (p portion) holds(is int64) bool {
	if !p.times {
		return p.share.holds(is)
	}
	switch {
	case p.more:
		return is*100 >= p.said*97 && is*100 <= p.said*145
	case p.less:
		return is*100 <= p.said*103 && is*100 >= p.said*60
	}
	return abs(is-p.said)*100 <= p.said*20
}

package check

import (
	"math"
	"slices"
	"strings"
)

// verdict is what the topics say of a figure.
type verdict uint8

const (
	unknown verdict = iota
	right
	wrong
)

// most is how likely it may be that a figure told as wrong is right and of something
// that the edition's figures do not know.
const most = 0.02

// judge holds a figure against what the topics near it give. The reading is what the
// figure is, or what it should be; misdated: it is the topic's, of another year than is
// said.
func (c *checker) judge(sc *scene, f figure) (v verdict, is reading, misdated bool) {
	if sc.r.table || c.moved(sc.s, f) {
		return unknown, reading{}, false
	}
	list := c.candidates(sc, f)
	if len(list) == 0 && !f.about {
		v, is = c.astray(f)
		return v, is, false
	}
	m := c.moveOf(sc, f)
	if sc.planned(f) {
		return unknown, reading{}, false
	}
	if c.wholeSaid(sc, f) {
		return right, reading{}, false
	}
	stands, of := c.stands(sc, list, m, f)
	if stands == wrong || stands == right && of.doubt <= doubtWithin || stands == right && f.about {
		return stands, of.reading, stands == wrong && m.year != 0
	}
	if f.about { // a rough figure is off by what it likes, but not turned round
		list = slices.DeleteFunc(list, func(k candidate) bool { return !k.swapped(f) })
	}
	const nearer = 0.3 // doubt that a slip's topic has less of than that of an exact figure
	if v, k := c.slipped(sc, list, m, f); v == wrong && (stands == unknown || k.doubt+nearer < of.doubt && (of.role != asLevel || k.role == asLevel)) {
		return v, k.reading, false
	}
	if stands == right || of.topic != nil || f.about {
		return stands, of.reading, false
	}
	v, is = c.astray(f)
	return v, is, false
}

// wholeSaid reports whether a figure is what the one before it is said to be of, "24,9 af i alt
// 53,6 mio. kr.", and is a level of the edition's year.
func (c *checker) wholeSaid(sc *scene, f figure) bool {
	for _, o := range sc.s.figs {
		if o.to >= f.from || o.kind != f.kind || f.from-o.to > len(" af de i alt ") {
			continue
		}
		between := strings.Fields(sc.s.lower[o.to:f.from])
		if len(between) > 0 && (between[0] == "af" || between[0] == "of") {
			return slices.ContainsFunc(c.topics.exactly(f), func(r reading) bool { return r.role == asLevel && r.year == c.rep.Year })
		}
	}
	return false
}

// exactly are those of some readings that a figure is, or is said to be about.
func exactly(sc *scene, list []candidate, f figure) []candidate {
	how, about := roughly(sc.s.lower[:f.from])
	var out []candidate
	for _, k := range list {
		if about && k.kind == f.kind && how.holds(f, k.value) || !about && k.is(f) {
			out = append(out, k)
		}
	}
	return out
}

// fits reports whether a reading is what the words say the figure is.
func (m move) fits(r reading) bool {
	return r.role&m.roles != 0 && (!m.point || r.kind != percent || r.point || r.role == asChange)
}

// stands judges a figure that is some of the readings near it: it is wrong where all of
// these are of another year than is said, and the topic has a figure of that year.
func (c *checker) stands(sc *scene, list []candidate, m move, f figure) (verdict, candidate) {
	exact := exactly(sc, list, f)
	for _, k := range exact {
		if k.value < 0 && k.topic.result && k.role == asLevel && f.n > 0 && k.doubt <= doubtJoined*2 && !sc.negative() && m.fits(k.reading) {
			return wrong, k // a loss written as a profit
		}
		if farther := k.other != nil && k.doubt > exact[0].doubt+0.3; farther && exact[0].role == asLevel {
			continue // it is that, of another year, and no sum of two by chance
		}
		if m.fits(k.reading) && !(m.sure && k.point && !m.point) && (k.role&(asLevel|asShare|asRatio) == 0 || !c.otherYear(m, k.reading)) {
			return right, k
		}
	}
	if len(exact) == 0 {
		return unknown, candidate{}
	}
	k := exact[0]
	if k.kind == percent && k.point != m.point && m.sure && k.role == asChange && k.doubt <= 0.3 {
		return wrong, k // per cent for points
	}
	if k.role&(asLevel|asShare|asRatio) == 0 || !m.fits(k.reading) {
		return right, k
	}
	anchored := k.doubt <= 0.6 && sc.anchors(k.topic, f)
	certain := k.doubt <= 0.3 || anchored
	year := m.year
	if year == 0 {
		year = c.rep.Year
		certain = k.doubt <= 0.25 || anchored
	}
	if !certain || f.telling(digits(abs(f.n))) < 2 {
		return unknown, k
	}
	for _, o := range list {
		if o.topic == k.topic && o.role == k.role && o.other == k.other && o.year == year {
			return wrong, o
		}
	}
	return right, k
}

// negative reports whether a sentence says that a figure is below nought.
func (sc *scene) negative() bool {
	return slices.ContainsFunc(sc.s.words, func(w word) bool {
		return signOf(w.lower) < 0 || strings.HasPrefix(w.lower, "negativ") || strings.HasPrefix(w.lower, "tab") || strings.HasPrefix(w.lower, "mangl") || strings.HasPrefix(w.lower, "forring") || w.lower == "minus" ||
			strings.HasPrefix(w.lower, "dårlig") || w.lower == "loss" || w.lower == "røde" || w.lower == "hul"
	})
}

// otherYear reports whether a level is of another year than a figure is said to be of; where
// nothing is said, and no earlier year is spoken of, that is the edition's.
func (c *checker) otherYear(m move, r reading) bool {
	if m.year != 0 {
		return r.year != m.year
	}
	return r.year < c.rep.Year && !m.then
}

// slipped judges a figure that is none of them: it is wrong where it looks like a slip
// of one, and that is not likely to be so by chance.
func (c *checker) slipped(sc *scene, list []candidate, m move, f figure) (verdict, candidate) {
	best, at := 1.0, -1
	n := 0
	for i, k := range list {
		if !m.fits(k.reading) || k.taken || m.year != 0 && k.role == asLevel && k.year != m.year || m.year == 0 && !m.then && k.role == asLevel && k.year < c.rep.Year && k.doubt >= doubtLoose {
			continue
		}
		n++
		p := min(k.chance(f), c.another(sc, k, m, f))
		if m.sure {
			p = min(p, k.otherBase(f))
		}
		if p *= float64(n) * float64(k.doubt); m.sure && k.doubt <= 0.5 {
			p *= 0.3
		}
		if p < best && (p < float64(k.doubt)*float64(n)*0.9 || m.sure && k.role != asLevel) {
			best, at = p, i
		}
	}
	if at < 0 || best > most {
		return unknown, candidate{}
	}
	return wrong, list[at]
}

// another is how likely it is that a figure is by chance that of another topic of the
// edition, which is not named here, as one taken from the wrong line is; 1 where it is none.
func (c *checker) another(sc *scene, r candidate, m move, f figure) float64 {
	year := m.year
	if year == 0 {
		year = c.rep.Year
	}
	if r.role != asLevel || r.year != year || r.topic.line == nil || r.doubt > doubtSlight || r.value == 0 || !sc.named(r.topic) {
		return 1
	}
	for _, o := range c.topics.exactly(f) {
		if o.role == asLevel && o.topic != r.topic && o.topic.line != nil && !sc.names(o.topic) {
			d := float64(f.telling(digits(abs(f.n))))
			return min(1, float64(len(c.topics.values[f.kind]))/(9*math.Pow(10, d-1)))
		}
	}
	return 1
}

// astray judges a figure that nothing near it explains: one with so many digits that it is
// not likely to look like another of the edition's by chance, and does.
func (c *checker) astray(f figure) (verdict, reading) {
	const least = 4
	if f.telling(digits(abs(f.n))) < least || len(c.topics.exactly(f)) > 0 {
		return unknown, reading{}
	}
	list := c.topics.values[f.kind]
	for _, r := range list {
		if r.role == asLevel && r.misplaced(f) && r.chance(f)*float64(len(list)) <= most {
			return wrong, r
		}
	}
	return unknown, reading{}
}

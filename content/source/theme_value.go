package source

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/format"
)

// paper reads a paper's name, or its width and height.
func (r *reader) paper(n *yaml.Node) content.Setting[content.Paper] {
	if n.Kind == yaml.ScalarNode {
		s, ok := r.scalar(n, aPaper)
		i := slices.Index(format.Papers(), s)
		if i >= 0 {
			return content.Said([]content.Paper{papered("210 mm", "297 mm"), papered("148 mm", "210 mm"), papered("8.5 in", "11 in")}[i], r.at(n))
		}
		if ok {
			r.fail(n, hint(badPaper(s), r.nearPaper(s)))
		}
		return content.Setting[content.Paper]{}
	}
	m := r.mapping(n, r.ed.format.Paper)
	defer m.close()
	w, h := m.length("width"), m.length("height")
	if !w.Said || !h.Said {
		return content.Setting[content.Paper]{}
	}
	return content.Said(content.Paper{Width: w.Value, Height: h.Value}, r.at(n))
}

// nearPaper is the name of a paper that may have been meant, where it is not the
// number that differs.
func (r *reader) nearPaper(s string) string {
	if near := r.nearest(s, format.Papers()); near == "letter" {
		return near
	}
	return ""
}

// papered is a paper of a size that is right.
func papered(w, h string) content.Paper {
	width, _ := parseLength(w)
	height, _ := parseLength(h)
	return content.Paper{Width: width, Height: height}
}

// length is a length with its unit, within the shape's bounds.
func (m *mapping) length(key string) content.Setting[content.Length] {
	n := m.get(key)
	if n == nil {
		return content.Setting[content.Length]{}
	}
	s, ok := m.r.scalar(n, aLength)
	if !ok {
		return content.Setting[content.Length]{}
	}
	b, _ := m.shape.Key(key).Value.(format.Length)
	lo, _ := parseLength(b.Low)
	hi, _ := parseLength(b.High)
	l, ok := parseLength(s)
	if ok && (l >= lo && l <= hi || b.Zero && l == 0) {
		return content.Said(l, m.r.at(n))
	}
	m.r.fail(n, badLength(s, b))
	return content.Setting[content.Length]{}
}

// parseLength reads a length such as "22 mm", "1,5 cm", "12 pt" or "1 in",
// rounded to the nearest thousandth of a point; 0 needs no unit.
func parseLength(s string) (content.Length, bool) {
	if s == "0" {
		return 0, true
	}
	for _, u := range []struct {
		name     string
		num, den int64 // thousandths of a point in so many thousandths of the unit
	}{{"mm", 72000, 25400}, {"cm", 720000, 25400}, {"in", 72, 1}, {"pt", 1, 1}} {
		number, is := strings.CutSuffix(s, u.name)
		if !is {
			continue
		}
		v, ok := thousandths(strings.TrimSpace(number))
		return content.Length((2*v*u.num + u.den) / (2 * u.den)), ok
	}
	return 0, false
}

// Length is a length as theme.yaml writes it, such as "3 mm"; 0 where it is none.
func Length(s string) content.Length {
	l, _ := parseLength(s)
	return l
}

// thousandths reads a number with a point or a comma and up to three decimals.
func thousandths(s string) (int64, bool) {
	whole, decimals, point := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	digits := func(s string, most int) bool {
		return s != "" && len(s) <= most && !strings.ContainsFunc(s, func(c rune) bool { return c < '0' || c > '9' })
	}
	if !digits(whole, 6) || point && !digits(decimals, 3) {
		return 0, false
	}
	v, err := strconv.ParseInt(whole+(decimals + "000")[:3], 10, 64)
	return v, err == nil
}

// The ratios a type scale can have, in thousandths.
const (
	leastRatio = 1050
	mostRatio  = 1350
)

// typeScale reads the ratio of a type scale.
func (r *reader) typeScale(n *yaml.Node) content.Setting[int] {
	s, ok := r.scalar(n, aScale)
	if !ok {
		return content.Setting[int]{}
	}
	v, ok := thousandths(s)
	if !ok || v < leastRatio || v > mostRatio {
		r.fail(n, badScale(s))
		return content.Setting[int]{}
	}
	return content.Said(int(v), r.at(n))
}

// colour reads a colour such as "#0B5563". Without quotes YAML takes it for a
// comment, which is told by the key that has no value then.
func (r *reader) colour(n *yaml.Node) content.Setting[content.Color] {
	s, ok := r.scalar(n, aColour)
	if !ok {
		return content.Setting[content.Color]{}
	}
	hex, is := strings.CutPrefix(s, "#")
	v, err := strconv.ParseUint(hex, 16, 32)
	if !is || len(hex) != 6 || err != nil {
		r.fail(n, badColour(s))
		return content.Setting[content.Color]{}
	}
	return content.Said(content.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}, r.at(n))
}

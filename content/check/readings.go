package check

import (
	"fmt"
	"strings"
)

// role is what a figure of a topic may be: how much there is of it, by how much it
// changed, its part of something.
type role uint16

const (
	asLevel      role = 1 << iota // of a year
	asChange                      // from one year to another, also in points of a percentage
	asGrowth                      // in per cent
	asShare                       // of a sum, in per cent
	asRatio                       // to another topic, in per cent
	asSum                         // the sum of two
	asDifference                  // the difference of two
	asEach                        // one to every other: kroner a member
	anyRole      = 1<<iota - 1
)

// reading is one figure that a topic gives.
type reading struct {
	topic, other *topic // other: what it is held against, or what it is a part of
	kind         kind
	role         role
	point        bool  // points of a percentage
	value        int64 // in the smallest part of its kind, with its sign
	year, from   int   // from: the year it changed from; 0: none
}

// readings are what a topic alone gives: of a topic with a level in each year.
func (t *topic) readings() []reading {
	var out []reading
	for _, d := range t.series {
		out = append(out, reading{topic: t, kind: t.kind, role: asLevel, value: d.value, year: d.year})
	}
	for i, now := range t.series {
		for _, then := range t.series[i+1:] {
			if now.year > then.year {
				out = append(out, t.changes(now, then)...)
			} else {
				out = append(out, t.changes(then, now)...)
			}
		}
	}
	for _, whole := range t.wholes {
		out = append(out, t.shares(whole, 0)...)
	}
	return out
}

// changes are a topic's from a year to a later one.
func (t *topic) changes(now, then valued) []reading {
	r := reading{topic: t, kind: t.kind, role: asChange, value: now.value - then.value, year: now.year, from: then.year, point: t.kind == percent}
	out := []reading{r}
	if by, ok := perCent(r.value, abs(then.value)); ok {
		r.kind, r.role, r.value, r.point = percent, asGrowth, by, false
		out = append(out, r)
	}
	return out
}

// shares are a topic's of a sum and of those that goes into, in each year, and their
// changes in points.
func (t *topic) shares(whole *topic, depth int) []reading {
	const deepest = 3
	out := t.parting(whole, asShare)
	if depth < deepest {
		for _, up := range whole.wholes {
			out = append(out, t.shares(up, depth+1)...)
		}
	}
	return out
}

// parting is a topic in per cent of another in each year both are known, and by how
// many points that changed.
func (t *topic) parting(whole *topic, as role) []reading {
	var out []reading
	for _, d := range t.series {
		of, is := whole.in(d.year)
		if p, ok := perCent(abs(d.value), abs(of)); is && ok {
			out = append(out, reading{topic: t, other: whole, kind: percent, role: as, value: p, year: d.year})
		}
	}
	if len(out) > 1 {
		r := out[0]
		r.value, r.role, r.from, r.point = r.value-out[1].value, asChange, out[1].year, true
		out = append(out, r)
	}
	return out
}

// with are the readings of two topics together.
func (t *topic) with(o *topic) []reading {
	if t.kind == percent || o.kind == percent {
		return nil
	}
	if t.kind != o.kind {
		return t.eachOf(o)
	}
	if strings.EqualFold(t.name, o.name) {
		return nil // a row of a table and the line it is of
	}
	out := t.parting(o, asRatio)
	if t.kind == count {
		out = append(out, t.eachOf(o)...)
	}
	for _, d := range t.series {
		v, is := o.in(d.year)
		if !is {
			continue
		}
		r := reading{topic: t, other: o, kind: t.kind, year: d.year}
		r.role, r.value = asSum, d.value+v
		out = append(out, r)
		r.role, r.value = asDifference, d.value-v
		out = append(out, r)
	}
	return out
}

// eachOf is how much there is of a topic for each of another.
func (t *topic) eachOf(o *topic) []reading {
	var out []reading
	for _, d := range t.series {
		if v, is := o.in(d.year); is && v > 0 {
			value := float64(d.value) / float64(v) * 10_000
			out = append(out, reading{topic: t, other: o, kind: t.kind, role: asEach, value: int64(value), year: d.year})
		}
	}
	return out
}

// name is what a reading is, to be told.
func (r reading) name() Text {
	switch r.role {
	case asLevel:
		if r.year == 0 {
			return Text{r.topic.name, r.topic.name}
		}
		return Text{fmt.Sprintf("%s %d", r.topic.name, r.year), fmt.Sprintf("%s %d", r.topic.name, r.year)}
	case asChange:
		if r.other != nil {
			return Text{fmt.Sprintf("ændringen i %ss andel af %s %d–%d", r.topic.name, r.other.name, r.from, r.year), fmt.Sprintf("the change in the share of %s in %s %d–%d", r.topic.name, r.other.name, r.from, r.year)}
		}
		return Text{fmt.Sprintf("ændringen i %s %d–%d", r.topic.name, r.from, r.year), fmt.Sprintf("the change in %s %d–%d", r.topic.name, r.from, r.year)}
	case asGrowth:
		return Text{fmt.Sprintf("væksten i %s %d–%d", r.topic.name, r.from, r.year), fmt.Sprintf("the growth in %s %d–%d", r.topic.name, r.from, r.year)}
	case asShare, asRatio:
		return Text{fmt.Sprintf("andelen %s af %s %d", r.topic.name, r.other.name, r.year), fmt.Sprintf("the share of %s in %s %d", r.topic.name, r.other.name, r.year)}
	case asSum:
		return Text{fmt.Sprintf("%s og %s %d", r.topic.name, r.other.name, r.year), fmt.Sprintf("%s and %s %d", r.topic.name, r.other.name, r.year)}
	case asDifference:
		return Text{fmt.Sprintf("forskellen på %s og %s %d", r.topic.name, r.other.name, r.year), fmt.Sprintf("the difference of %s and %s %d", r.topic.name, r.other.name, r.year)}
	}
	return Text{fmt.Sprintf("%s for hver af %s %d", r.topic.name, r.other.name, r.year), fmt.Sprintf("%s for each of %s %d", r.topic.name, r.other.name, r.year)}
}

// is reports whether a figure is a reading, at the figure's rounding.
func (r reading) is(f figure) bool {
	return r.kind == f.kind && divRound(abs(r.value), f.unit) == abs(f.n)
}

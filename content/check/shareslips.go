package check

import "strings"

// shareSlip finds a percentage whose digits are those of a share of two numbers beside it,
// two of them swapped, and which is no share of any two.
func (c *checker) shareSlip(scenes []scene, at int, f figure) {
	sc := &scenes[at]
	written := digits(abs(f.n))
	const telling = 2
	if f.telling(written) < telling || !sharing(sc.s.lower[:f.from], sc.s.lower[f.to:]) {
		return
	}
	if len(c.topics.exactly(f)) > 0 {
		return
	}
	list := c.around(scenes, at, f)
	const several = 8 // numbers of which no two are a share by chance
	if len(list) > several {
		return
	}
	var meant *[2]quantity
	for _, part := range list {
		for _, whole := range list {
			if part.value >= whole.value || part.value <= 0 || whole.value > 1<<42 {
				continue
			}
			v, ok := perCent(part.value, whole.value)
			r := reading{kind: percent, value: v}
			if !ok || r.is(f) {
				return
			}
			if r.swapped(f) {
				meant = &[2]quantity{part, whole}
			}
		}
	}
	if meant == nil {
		return
	}
	v, _ := perCent(meant[0].value, meant[1].value)
	s := sc.s
	is := c.write(entry{kind: percent, value: v}, f)
	c.tell(sc.r, s.from+f.from, s.from+f.to, Error, "figure-wrong",
		say("%s af %s er %s", "%s of %s is %s", meant[0].name, meant[1].name, is), say("%[1]s", "%[1]s", is))
}

// sharing reports whether the words about a percentage say that it is a share.
func sharing(lead, rest string) bool {
	for _, w := range []string{"svarende til ", "svarer til ", "udgør ", "udgør altså ", "udgjorde ", "altså ", "det er ", "eller ", "rundt til ", "tegner sig for ", "stod for "} {
		if strings.HasSuffix(lead, w) {
			return true
		}
	}
	rest = strings.TrimLeft(rest, ". ")
	return strings.HasPrefix(rest, "af ")
}

// around are the numbers of a sentence and the two before it, and the topics that the sentence
// names.
func (c *checker) around(scenes []scene, at int, f figure) []quantity {
	var out []quantity
	add := func(q quantity) {
		for _, o := range out {
			if o.value == q.value {
				return
			}
		}
		out = append(out, q)
	}
	const reach = 2
	for k := at; k >= max(0, at-reach); k-- {
		for _, o := range scenes[k].s.figs {
			if o.kind == count && o.n > 0 && !o.about && (k < at || o.to <= f.from || o.from >= f.to) {
				add(quantity{o.value(), o.plain()})
			}
		}
	}
	sc := &scenes[at]
	for k := range sc.own {
		n := &sc.own[k]
		if value, is := n.topic.in(c.rep.Year); is && n.topic.kind == count && n.score >= 0.85 {
			add(quantity{value, n.topic.name})
		}
	}
	return out
}

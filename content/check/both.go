package check

import "strings"

// bothTurned holds "Begge er faldet" against the two topics of the sentence before it, where
// both went one way.
func (c *checker) bothTurned(scenes []scene, at int) {
	sc := &scenes[at]
	s := sc.s
	if at == 0 || len(s.words) < 2 || s.words[0].lower != "begge" || len(s.figs) > 0 {
		return
	}
	var topics []*topic
	for i := range scenes[at-1].own {
		n := &scenes[at-1].own[i]
		if n.score < 0.85 || !scenes[at-1].alone(n) || len(topics) > 0 && topics[len(topics)-1] == n.topic {
			continue
		}
		topics = append(topics, n.topic)
	}
	if len(topics) != 2 {
		return
	}
	went := [2]way{}
	for i, t := range topics {
		now, is := t.in(c.rep.Year)
		then, was := t.in(c.rep.Year - 1)
		if !is || !was || now == then || now < 0 || then < 0 {
			return
		}
		went[i] = down
		if now > then {
			went[i] = up
		}
	}
	for i := range s.words {
		said := s.lean(i)
		if said == noWay || s.undecided(i) {
			continue
		}
		if went[0] == went[1] && went[0] != said && !strings.Contains(s.lower, " ikke ") {
			w := s.words[i]
			c.tell(sc.r, s.from+w.from, s.from+w.to, Error, "direction",
				say("%q passer ikke: %s og %s gik den anden vej", "%q does not fit: %s and %s went the other way", w.text, topics[0].name, topics[1].name), Text{})
		}
		return
	}
}

// datedFact holds the year in the caption of a fact against its figure, where that is one
// topic's to its last digit, and of another year.
func (c *checker) datedFact(sc *scene, f figure) {
	const least = 4 // digits
	if sc.dated == 0 || f.about || f.telling(digits(abs(f.n))) < least {
		return
	}
	list := c.topics.exactly(f)
	if len(list) == 0 {
		return
	}
	for _, r := range list {
		if r.role != asLevel || r.topic != list[0].topic || r.year == sc.dated {
			return
		}
	}
	if _, has := list[0].topic.in(sc.dated); has {
		name := list[0].name()
		c.tell(sc.r, sc.s.from+f.from, sc.s.from+f.to, Error, "year",
			say("tallet er %s, og teksten til det siger %d", "the figure is %[1]s, and its caption says %[2]d", name.Danish, sc.dated), Text{})
	}
}

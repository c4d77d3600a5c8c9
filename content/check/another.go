package check

import "strings"

// ofAnother reports whether a figure is likely of another thing than its reading is: it is
// what something came from by the reading, as in "vokset med årets resultat fra 6,7 mio.
// kr.", or growth behind a figure that the reading's topic never had, as in "pladserne havde
// 986.400 overnatninger, en stigning på 1,4 pct.".
func ofAnother(s sentence, f figure, is reading) bool {
	lead := strings.TrimRight(s.lower[:f.from], " ")
	if from, is := strings.CutSuffix(lead, " fra"); is {
		n := strings.LastIndex(from, " med ")
		if n >= 0 && nextDigit(from[n:], 0) == len(from[n:]) && len(strings.Fields(from[n:])) <= 5 {
			return true
		}
	}
	if f.kind != percent || is.topic == nil || is.role != asGrowth && is.role != asChange {
		return false
	}
	var level figure
	for _, o := range s.figs {
		if o.to <= f.from && o.kind == is.topic.kind && o.kind != percent && o.digits > 2 && !o.about {
			level = o
		}
	}
	between := s.lower[min(level.to, f.from):f.from]
	if level.unit == 0 || strings.ContainsAny(between, ";:.") || !strings.Contains(between, ", en ") && !strings.Contains(between, ", et ") {
		return false
	}
	for _, v := range is.topic.series {
		if divRound(abs(v.value), level.unit) == abs(level.n) {
			return false
		}
	}
	return !strings.Contains(s.lower[:level.from], " med ")
}

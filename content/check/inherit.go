package check

import "strings"

// withUnits gives figures without a unit that of the one they stand with: "fra 4.610 til 4.950
// t.kr.", "17,4 mio. kr. (2023: 16,1)".
func withUnits(s sentence, figs []figure) []figure {
	for i := range figs {
		f := &figs[i]
		if f.kind != count || f.scale != "" || f.words {
			continue
		}
		if i+1 < len(figs) && figs[i+1].kind != count && !figs[i+1].words {
			switch between := strings.TrimSpace(s.lower[f.to:max(f.to, figs[i+1].from)]); between {
			case "til", "og", "mod", "–", "to", "and":
				f.inherit(figs[i+1])
				continue
			}
		}
		if i > 0 && figs[i-1].kind != count && yearLabel(s.lower[:f.from]) != 0 && strings.HasPrefix(strings.TrimSpace(s.lower[figs[i-1].to:f.from]), "(") {
			f.inherit(figs[i-1])
		}
	}
	return figs
}

// inherit takes another figure's unit.
func (f *figure) inherit(of figure) {
	unit := of.unit
	for range of.places {
		unit *= 10
	}
	for range f.places {
		unit /= 10
	}
	if unit > 0 {
		f.kind, f.unit, f.scale = of.kind, unit, of.scale
	}
}

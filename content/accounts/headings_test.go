package accounts

import (
	"strings"
	"testing"
)

func TestHeadings(t *testing.T) {
	line := func(id string, rank Rank, sum ...string) Line {
		l := Line{ID: id, Label: id, Rank: rank}
		if rank == Caption || rank == Group {
			l.ID = ""
		}
		for _, s := range sum {
			l.Sum = append(l.Sum, Term{Line: s})
		}
		return l
	}
	for name, c := range map[string]struct {
		lines []Line
		want  string
	}{
		"none":     {[]Line{line("a", Plain), line("b", Total, "a")}, "a: | b:"},
		"no lines": {nil, ""},
		"a balance": {[]Line{
			line("AKTIVER", Caption), line("Anlæg", Group), line("jord", Plain), line("fast", Subtotal, "jord"), line("aktier", Plain), line("finans", Subtotal, "aktier"),
			line("anlæg i alt", Subtotal, "fast", "finans"), line("kasse", Subtotal), line("Omsætning", Group), line("varer", Plain), line("aktiver", Total, "anlæg i alt", "kasse", "varer"),
			line("PASSIVER", Caption), line("egen", Subtotal),
		}, "AKTIVER: | Anlæg: AKTIVER | jord: AKTIVER Anlæg | fast: AKTIVER Anlæg | aktier: AKTIVER Anlæg | finans: AKTIVER Anlæg | " +
			"anlæg i alt: AKTIVER Anlæg | kasse: AKTIVER | Omsætning: AKTIVER | varer: AKTIVER Omsætning | aktiver: AKTIVER | PASSIVER: | egen: PASSIVER"},
		"without a sum":  {[]Line{line("G", Group), line("a", Plain), line("b", Plain), line("t", Total, "a", "b")}, "G: | a: G | b: G | t:"},
		"after its sum":  {[]Line{line("G", Group), line("a", Plain), line("s", Subtotal, "a"), line("b", Plain)}, "G: | a: G | s: G | b:"},
		"nothing under":  {[]Line{line("C", Caption), line("G", Group), line("H", Group), line("a", Plain)}, "C: | G: C | H: C | a: C H"},
		"a heading last": {[]Line{line("a", Plain), line("G", Group)}, "a: | G:"},
	} {
		s := Statement{Lines: c.lines}
		var got []string
		for i, over := range s.Headings() {
			text := s.Lines[i].Label + ":"
			for _, h := range over {
				text += " " + s.Lines[h].Label
			}
			got = append(got, text)
		}
		if g := strings.Join(got, " | "); g != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, g, c.want)
		}
	}
}

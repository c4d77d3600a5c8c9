package check

import (
	"github.com/kl-print/kl-print/content"
)

// Unfinished lists what an edition made from last year's still lacks.
func Unfinished(w content.Work) []Finding {
	var out []Finding
	for _, t := range w.Left {
		f := Finding{Pos: t.Pos, Length: len("stale"), Level: Error, Code: "stale", Found: t.What}
		switch t.Kind {
		case content.OpenAmount:
			f.Code, f.Length = "amount-open", len(`"?"`)
			f.What = say("%d: %s", "%d: %s", t.Year, t.What)
		case content.StaleFact:
			f.What = say("tal fra %d: %s", "figure from %d: %s", t.Year, t.What)
		case content.StalePerson:
			f.What = say("skal bekræftes (fra %d): %s", "to be confirmed (from %d): %s", t.Year, t.What)
		case content.StaleFront:
			f.What = say("titel, dato og det øvrige, flyttet fra %d", "title, date and the rest, moved from %d", t.Year)
		default:
			f.What = say("tekst fra %d: %s", "text from %d: %s", t.Year, t.What)
		}
		out = append(out, f)
	}
	return out
}

// Ripe returns the findings that are not about text which is stale: it is to be
// written anew, and checked then.
func Ripe(findings []Finding, w content.Work) []Finding {
	stale := map[string][]content.Todo{}
	for _, t := range w.Left {
		if t.From > 0 {
			stale[t.Pos.File] = append(stale[t.Pos.File], t)
		}
	}
	var out []Finding
	for _, f := range findings {
		if !within(f.Pos.Line, stale[f.Pos.File]) {
			out = append(out, f)
		}
	}
	return out
}

// within reports a line that is stale. The entries of a file are in its order.
func within(line int, entries []content.Todo) bool {
	for _, t := range entries {
		if t.From <= line && line <= t.To {
			return true
		}
	}
	return false
}

// todoRules are the rules of what a new edition lacks.
func todoRules() []Rule {
	return []Rule{
		{"amount-open", Text{"Beløb, der mangler", "Amounts still to come"},
			Text{"Et beløb i accounts.yaml er \"?\", som kl-print new skriver for det nye års. Summer, som det går ind i, regnes efter, når det er skrevet.",
				"An amount in accounts.yaml is \"?\", which kl-print new writes for the new year's. Sums it goes into are checked once it is written."},
			Text{"skriv beløbet, eller hent det med kl-print import accounts; null, hvis intet er opgjort", "write the amount, or get it by kl-print import accounts; null where none is stated"}},
		{"stale", Text{"Det, der endnu er sidste års", "What is still last year's"},
			Text{"En tekst, et tal i figures.yaml, en person eller gruppe i people.yaml eller report.yaml er fra det år, mærket stale: siger. I en mærket tekst meldes der ikke andet, før den er skrevet om.",
				"A text, a figure of figures.yaml, a person or group of people.yaml or report.yaml is from the year that the mark stale: says. Nothing else is told of a marked text until it is written anew."},
			Text{"skriv det om, eller se det efter, og slet linjen stale:", "write it anew, or look it over, and delete stale:"}},
	}
}

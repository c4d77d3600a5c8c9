package source

import "slices"

// calledSo is the first of some words of the format that a word, folded, is another
// name for: the Danish one, or one that other programs use. Such words are spelt too
// unlike to be found by their letters. Empty if there is none.
func calledSo(word string, words []string) string {
	if tag := languageCalled(word); tag != "" && slices.Contains(words, tag) {
		return tag
	}
	names := otherNames()
	for _, w := range words {
		if slices.Contains(names[w], word) {
			return w
		}
	}
	return ""
}

// otherNames are the other names of the format's words, folded.
func otherNames() map[string][]string {
	return map[string][]string{
		// blocks
		"text": {"tekst", "broedtekst", "afsnitstekst", "paragraph"}, "lead": {"indledning", "manchet", "intro"}, "heading": {"overskrift", "mellemrubrik", "header"},
		"section": {"afsnit", "kapitelafsnit"}, "list": {"liste", "punkter", "punktliste"}, "note": {"bemaerkning", "anmaerkning"}, "box": {"boks", "ramme"},
		"fact": {"fakta", "faktum", "faktaboks"}, "quote": {"citat"}, "image": {"billede", "foto", "photo", "picture"}, "letter": {"brev"},
		"portraits": {"portraetter"}, "statement": {"opgoerelse"}, "chart": {"diagram", "graf"}, "table": {"tabel", "skema"},
		"signatures": {"underskrifter"}, "auditor": {"revisor", "revisionspaategning"}, "page-break": {"sideskift", "pagebreak"}, "roster": {"medlemsliste"},
		// keys
		"title": {"titel", "overskrift"}, "subtitle": {"undertitel"}, "headline": {"rubrik"}, "year": {"aar"}, "years": {"aar", "aarene"}, "publisher": {"udgiver"},
		"language": {"sprog"}, "date": {"dato"}, "chapters": {"kapitler"}, "blocks": {"blokke"}, "subject": {"emne"}, "keywords": {"emneord", "noegleord"},
		"caption": {"billedtekst", "tekst"}, "credit": {"fotograf", "kilde", "foto"}, "decorative": {"pynt"}, "file": {"fil", "src", "path", "sti"}, "alt": {"alternativ", "beskrivelse"},
		"crop": {"beskaering"}, "focus": {"fokus"}, "wide": {"bred"}, "place": {"sted", "placering"}, "figure": {"tal"}, "icon": {"ikon"},
		"by": {"af", "forfatter"}, "greeting": {"hilsen"}, "closing": {"afslutning", "slutning"}, "items": {"punkter", "elementer"}, "ordered": {"nummereret"},
		"columns": {"kolonner"}, "rows": {"raekker"}, "align": {"justering"}, "parts": {"dele"}, "line": {"linje"}, "lines": {"linjer"}, "label": {"betegnelse"},
		"name": {"navn"}, "office": {"stilling", "embede", "hverv", "titel"}, "party": {"parti"}, "municipality": {"kommune"}, "portrait": {"portraet", "billede", "foto"},
		"role": {"rolle", "post"}, "members": {"medlemmer"}, "groups": {"grupper"}, "people": {"personer"}, "person": {"navn"},
		"amounts": {"beloeb", "tal"}, "unit": {"enhed"}, "value": {"vaerdi", "tal"}, "source": {"kilde"}, "statements": {"opgoerelser"}, "ties": {"afstemninger"},
		"when": {"periode", "hvornaar"}, "figures": {"tal"}, "colours": {"farver", "colors"}, "margins": {"margener", "marginer"}, "paper": {"papir"}, "faces": {"skrifter", "fonts"},
		// words
		"ring": {"lagkage", "cirkel", "pie", "donut", "doughnut"}, "bars": {"soejler", "soejle", "stolper", "stave", "column", "bar"},
		"left": {"venstre"}, "right": {"hoejre"}, "centre": {"midt", "midten", "midtstillet", "center"},
		"kr": {"kroner", "dkk", "kr."}, "tkr": {"t.kr.", "t.kr", "tusind"}, "mio": {"mio.", "million", "millioner", "mill"}, "mia": {"mia.", "milliard", "milliarder"},
		"pct": {"procent", "%", "pct."}, "pctpoint": {"procentpoint"}, "antal": {"stk", "stk.", "number"}, "total": {"sum", "i alt"}, "subtotal": {"mellemsum"},
		"video": {"film"}, "audio": {"lyd", "podcast"}, "web": {"hjemmeside", "link"}, "bound": {"bundet"}, "free": {"frit"}, "adjust": {"afstem"},
		"justified": {"lige", "justeret"}, "ragged": {"loes"},
	}
}

package check

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// municipalities are the 98 of Denmark since the Local Government Reform of
// 1 January 2007, by Danmarks Statistik's classification of regions, provinces
// and municipalities (Regioner, landsdele og kommuner, v1:2007).
var municipalities = sync.OnceValue(func() []string {
	return slices.Clip(strings.Split("Albertslund,Allerød,Assens,Ballerup,Billund,Bornholm,Brøndby,Brønderslev,Dragør,Egedal,Esbjerg,Fanø,"+
		"Favrskov,Faxe,Fredensborg,Fredericia,Frederiksberg,Frederikshavn,Frederikssund,Furesø,Faaborg-Midtfyn,Gentofte,Gladsaxe,"+
		"Glostrup,Greve,Gribskov,Guldborgsund,Haderslev,Halsnæs,Hedensted,Helsingør,Herlev,Herning,Hillerød,Hjørring,Holbæk,"+
		"Holstebro,Horsens,Hvidovre,Høje-Taastrup,Hørsholm,Ikast-Brande,Ishøj,Jammerbugt,Kalundborg,Kerteminde,Kolding,København,"+
		"Køge,Langeland,Lejre,Lemvig,Lolland,Lyngby-Taarbæk,Læsø,Mariagerfjord,Middelfart,Morsø,Norddjurs,Nordfyns,Nyborg,Næstved,"+
		"Odder,Odense,Odsherred,Randers,Rebild,Ringkøbing-Skjern,Ringsted,Roskilde,Rudersdal,Rødovre,Samsø,Silkeborg,Skanderborg,"+
		"Skive,Slagelse,Solrød,Sorø,Stevns,Struer,Svendborg,Syddjurs,Sønderborg,Thisted,Tønder,Tårnby,Vallensbæk,Varde,Vejen,Vejle,"+
		"Vesthimmerlands,Viborg,Vordingborg,Ærø,Aabenraa,Aalborg,Aarhus", ","))
})

// regions are the five regions, by the same classification.
func regions() []string {
	return []string{"Hovedstaden", "Midtjylland", "Nordjylland", "Sjælland", "Syddanmark"}
}

// regionOf is the region that a municipality is in, by the same classification; empty where it is none.
func regionOf(municipality string) string {
	for _, r := range []struct{ region, in string }{
		{"Hovedstaden", "Albertslund,Allerød,Ballerup,Bornholm,Brøndby,Dragør,Egedal,Fredensborg,Frederiksberg,Frederikssund,Furesø,Gentofte,Gladsaxe,Glostrup,Gribskov,Halsnæs,Helsingør,Herlev,Hillerød,Hvidovre,Høje-Taastrup,Hørsholm,Ishøj,København,Lyngby-Taarbæk,Rudersdal,Rødovre,Tårnby,Vallensbæk"},
		{"Sjælland", "Faxe,Greve,Guldborgsund,Holbæk,Kalundborg,Køge,Lejre,Lolland,Næstved,Odsherred,Ringsted,Roskilde,Slagelse,Solrød,Sorø,Stevns,Vordingborg"},
		{"Syddanmark", "Assens,Billund,Esbjerg,Fanø,Fredericia,Faaborg-Midtfyn,Haderslev,Kerteminde,Kolding,Langeland,Middelfart,Nordfyns,Nyborg,Odense,Svendborg,Sønderborg,Tønder,Varde,Vejen,Vejle,Ærø,Aabenraa"},
		{"Midtjylland", "Favrskov,Hedensted,Herning,Holstebro,Horsens,Ikast-Brande,Lemvig,Norddjurs,Odder,Randers,Ringkøbing-Skjern,Samsø,Silkeborg,Skanderborg,Skive,Struer,Syddjurs,Viborg,Aarhus"},
		{"Nordjylland", "Brønderslev,Frederikshavn,Hjørring,Jammerbugt,Læsø,Mariagerfjord,Morsø,Rebild,Thisted,Vesthimmerlands,Aalborg"},
	} {
		if strings.Contains(","+r.in+",", ","+municipality+",") {
			return r.region
		}
	}
	return ""
}

// parties are the letters of the parties that stood in every part of the country
// at the elections up to 2024 (the Ministry of the Interior's lists of letters).
// Local lists have others.
func parties() string { return "ABCDFIKMOQVÆØÅ" }

// letterOf is the letter of a party by its name, or by its letter written small;
// empty where there is none.
func letterOf(name string) string {
	name = strings.ToLower(strings.Trim(name, " ()."))
	if large := strings.ToUpper(name); utf8.RuneCountInString(large) == 1 && strings.Contains(parties(), large) {
		return large
	}
	return map[string]string{
		"socialdemokratiet": "A", "socialdemokraterne": "A", "socialdemokrat": "A", "radikale venstre": "B", "radikale": "B", "de radikale": "B", "radikal": "B",
		"det konservative folkeparti": "C", "konservative": "C", "de konservative": "C", "konservativ": "C", "nye borgerlige": "D",
		"socialistisk folkeparti": "F", "sf": "F", "liberal alliance": "I", "la": "I", "kristendemokraterne": "K", "moderaterne": "M",
		"dansk folkeparti": "O", "df": "O", "frie grønne": "Q", "venstre": "V", "danmarksdemokraterne": "Æ", "enhedslisten": "Ø", "alternativet": "Å",
	}[name]
}

// withoutKommune takes off a municipality's name what is not of it.
func withoutKommune(name string) string {
	short := strings.TrimSpace(name)
	if n := len(short) - len(" kommune"); n > 0 && strings.EqualFold(short[n:], " kommune") {
		short = short[:n]
	}
	return sameParish(strings.TrimSpace(short))
}

// sameParish are other spellings in use of a municipality's name.
func sameParish(name string) string {
	switch name {
	case "Århus":
		return "Aarhus"
	case "Ålborg":
		return "Aalborg"
	case "Åbenrå":
		return "Aabenraa"
	case "Nordfyn":
		return "Nordfyns"
	case "Vesthimmerland":
		return "Vesthimmerlands"
	}
	return name
}

// townshipCount is how many municipalities there are since 2007.
const townshipCount = 98

// townshipsTold holds "landets 98 kommuner", and a number of which the text says that it is all of
// them and that has the digits of 98 swapped, against how many there are.
func (c *checker) townshipsTold() {
	for i, r := range c.runs {
		text, from := r.lower, len(r.lower)
		if r.fact && i+1 < len(c.runs) && c.runs[i+1].pos == r.pos {
			text += " " + c.runs[i+1].lower
		} else if r.marks&digited == 0 || r.table {
			continue
		}
		if !strings.Contains(text, " kommuner") {
			continue
		}
		for _, f := range c.figuresOf(text) {
			if f.kind == count && f.n == townshipCount && someSaid(text[f.to:]) && f.from < from {
				c.tell(r, f.from, f.to, Warning, "direction", say("%d er alle landets kommuner", "%d is all municipalities of the country", townshipCount), Text{})
				return
			}
			if f.kind != count || f.unit != 10_000 || f.n == townshipCount || f.about || f.from >= from || !strings.HasPrefix(text[f.to:], " kommuner") || c.toldOf(r, f.from) {
				continue
			}
			told := strings.HasSuffix(text[:f.from], "landets ") || strings.HasSuffix(text[:f.from], "danmarks ")
			all := swapped(digits(f.n), digits(townshipCount)) && (strings.Contains(text[f.to:], " dem alle") || strings.HasSuffix(text[:f.from], "alle ") || strings.HasSuffix(text[:f.from], "samtlige "))
			if !told && !all || len(fourDigits(text)) > 0 && told && strings.Contains(text, "200") {
				continue
			}
			c.tell(r, f.from, f.to, Warning, "municipality", say("landet har %[1]d kommuner", "the country has %[1]d municipalities", townshipCount), say("%[1]d", "%[1]d", townshipCount))
		}
	}
}

// firstOfAll tells of a municipality in the genitive where the text before has told of the one other
// that was the first or the only one: "Struer fik som den første kommune …. Holstebros erfaringer".
func (c *checker) firstOfAll() {
	for _, r := range c.runs {
		if r.marks&parochial == 0 {
			continue
		}
		first := ""
		for _, s := range r.parts {
			if first != "" {
				c.notFirst(r, s, first)
			}
			if !s.has(parochial) {
				continue
			}
			for i, w := range s.words {
				if i > 0 && upper(w.text) && c.isParish(w.text) && singled(s.lower[w.to:]) {
					first = w.text
				}
			}
		}
	}
}

// goesOn reports whether a word leads to others than were told of.
func goesOn(w string) bool {
	switch w {
	case "også", "ligesom", "nu", "siden", "senere", "dernæst", "næste", "derefter", "mens", "men":
		return true
	}
	return false
}

// singled reports whether a text begins with words by which what is before it is the first or only
// municipality.
func singled(rest string) bool {
	for _, w := range []string{" som den første kommune", " som den eneste kommune", " blev den første kommune", " var den første kommune", " er den første kommune", " er den eneste kommune", " som landets første kommune", " er landets første kommune", " blev landets første kommune"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// notFirst tells of another municipality's genitive.
func (c *checker) notFirst(r *run, s sentence, first string) {
	for _, w := range s.words {
		if goesOn(w.lower) {
			return
		}
		name, is := strings.CutSuffix(w.text, "s")
		if !upper(w.text) || c.isParish(w.text) {
			is = strings.HasPrefix(s.text[w.to:], "'") || strings.HasPrefix(s.text[w.to:], "’")
			name = w.text
		}
		if is && upper(w.text) && name != first && c.isParish(name) {
			c.tell(r, s.from+w.from, s.from+w.to, Warning, "municipality", say("afsnittet fortæller om %s", "the paragraph tells of %s", first), Text{})
		}
	}
}

// someSaid reports whether a text goes on by saying how many of the municipalities those before it are,
// and that is not all: " kommuner – det er under halvdelen".
func someSaid(rest string) bool {
	rest, is := strings.CutPrefix(rest, " kommuner")
	if !is {
		return false
	}
	for _, lead := range []string{" – det er ", ", det er ", " – ", ", altså "} {
		said, has := strings.CutPrefix(rest, lead)
		if !has {
			continue
		}
		said = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(said, "under "), "over "), "knap "), "godt ")
		for _, part := range []string{"halvdelen", "de fleste", "et flertal", "et mindretal", "en tredjedel", "to tredjedele", "hver anden"} {
			if strings.HasPrefix(said, part) {
				return true
			}
		}
	}
	return false
}

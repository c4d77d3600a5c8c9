package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviation is a part of a text that is read as other words: those of
// text[Start:End].
type Abbreviation struct {
	Start, End int
	Long       string
}

// Abbreviations finds those of the language in a text, in order. Two that a
// no-break space joins are one: "mio. kr." is read as "millioner kroner".
func (l Locale) Abbreviations(text string) []Abbreviation {
	var out []Abbreviation
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		end := at + wordLength(text[at:])
		if a, ok := l.abbreviation(text, at, end); ok {
			if n := len(out); n > 0 && text[out[n-1].End:a.Start] == nbsp {
				out[n-1].End, out[n-1].Long = a.End, out[n-1].Long+" "+a.Long
			} else {
				out = append(out, a)
			}
		}
		at = end
	}
	return out
}

// wordLength is how many bytes there are before the next space.
func wordLength(text string) int {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c == ' ' || c >= '\t' && c <= '\r' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			return i
		}
		i += n
	}
	return len(text)
}

// abbreviation looks the word text[from:to] up, without the marks around it; a
// full stop after it may be the sentence's, and a capital its first letter.
func (l *Locale) abbreviation(text string, from, to int) (Abbreviation, bool) {
	word := text[from:to]
	if marks(word[0]) {
		word = strings.TrimLeft(word, "([«»”“\"–+−")
		from = to - len(word)
	}
	if word != "" && marks(word[len(word)-1]) {
		word = strings.TrimRight(word, ",;:!?)]«»”“\"")
	}
	if len(word) > longestShort {
		return Abbreviation{}, false
	}
	for _, w := range [2]string{word, strings.TrimSuffix(word, ".")} {
		if w == "" || !endsShort(w[len(w)-1]) {
			continue
		}
		if long, ok := l.short[w]; ok {
			return Abbreviation{from, from + len(w), long}, true
		}
		if r, n := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			if long, ok := l.short[string(unicode.ToLower(r))+w[n:]]; ok {
				return Abbreviation{from, from + len(w), capital(long)}, true
			}
		}
	}
	return Abbreviation{}, false
}

// longestShort is the most bytes of an abbreviation of any language, with a full
// stop after it.
const longestShort = 16

// endsShort reports whether an abbreviation of any language ends so. Most words are
// none by this alone.
func endsShort(last byte) bool {
	switch last {
	case '.', 'x', 'r', 'a', 'K':
		return true
	}
	return false
}

// capital begins words with a capital.
func capital(words string) string {
	r, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[n:]
}

func danishShort() map[string]string {
	return map[string]string{
		"kr.": "kroner", "mio.": "millioner", "mia.": "milliarder", "mio.kr.": "millioner kroner", "mia.kr.": "milliarder kroner",
		"t.kr.": "tusinde kroner", "pct.": "procent", "ca.": "cirka", "nr.": "nummer", "CVR-nr.": "CVR-nummer", "EAN-nr.": "EAN-nummer",
		"pr.": "per", "jf.": "jævnfør", "stk.": "stykke", "kl.": "klokken", "tlf.": "telefon", "red.": "redaktion",
		"bl.a.": "blandt andet", "fx": "for eksempel", "f.eks.": "for eksempel", "mv.": "med videre", "m.v.": "med videre",
		"m.m.": "med mere", "mm.": "med mere", "m.fl.": "med flere", "mfl.": "med flere", "osv.": "og så videre", "o.l.": "og lignende",
		"o.lign.": "og lignende", "dvs.": "det vil sige", "d.v.s.": "det vil sige", "hhv.": "henholdsvis", "evt.": "eventuelt",
		"inkl.": "inklusive", "ekskl.": "eksklusive", "vedr.": "vedrørende", "mht.": "med hensyn til", "ift.": "i forhold til",
		"iht.": "i henhold til", "pga.": "på grund af", "ifm.": "i forbindelse med", "ifbm.": "i forbindelse med",
		"pba.": "på baggrund af", "mhp.": "med henblik på", "p.t.": "for tiden", "pt.": "for tiden", "fhv.": "forhenværende",
	}
}

func englishShort() map[string]string {
	return map[string]string{
		"DKK": "Danish kroner", "e.g.": "for example", "i.e.": "that is", "etc.": "and so on", "approx.": "approximately",
		"incl.": "including", "excl.": "excluding", "cf.": "compare", "vs.": "versus",
	}
}

func bokmalShort() map[string]string {
	return map[string]string{
		"kr": "kroner", "mill.": "millioner", "mrd.": "milliarder", "pst.": "prosent", "ca.": "cirka", "nr.": "nummer", "pr.": "per",
		"jf.": "jamfør", "kl.": "klokken", "bl.a.": "blant annet", "f.eks.": "for eksempel", "mv.": "med videre", "m.m.": "med mer",
		"m.fl.": "med flere", "osv.": "og så videre", "dvs.": "det vil si", "inkl.": "inklusive", "ekskl.": "eksklusive", "evt.": "eventuelt",
	}
}

func nynorskShort() map[string]string {
	return map[string]string{
		"kr": "kroner", "mill.": "millionar", "mrd.": "milliardar", "pst.": "prosent", "ca.": "cirka", "nr.": "nummer", "pr.": "per",
		"jf.": "jamfør", "kl.": "klokka", "m.a.": "mellom anna", "t.d.": "til dømes", "mv.": "med vidare", "m.m.": "med meir",
		"m.fl.": "med fleire", "osv.": "og så vidare", "dvs.": "det vil seie", "inkl.": "inklusive", "ekskl.": "eksklusive",
	}
}

func swedishShort() map[string]string {
	return map[string]string{
		"kr": "kronor", "mkr": "miljoner kronor", "tkr": "tusen kronor", "mdkr": "miljarder kronor", "ca": "cirka", "nr": "nummer",
		"kl.": "klockan", "bl.a.": "bland annat", "t.ex.": "till exempel", "m.m.": "med mera", "m.fl.": "med flera",
		"osv.": "och så vidare", "dvs.": "det vill säga", "inkl.": "inklusive", "exkl.": "exklusive", "jfr": "jämför",
	}
}

func germanShort() map[string]string {
	return map[string]string{
		"DKK": "dänische Kronen", "Mio.": "Millionen", "Mrd.": "Milliarden", "ca.": "circa", "Nr.": "Nummer", "z.B.": "zum Beispiel",
		"d.h.": "das heißt", "u.a.": "unter anderem", "usw.": "und so weiter", "bzw.": "beziehungsweise", "vgl.": "vergleiche",
		"ggf.": "gegebenenfalls", "inkl.": "inklusive", "exkl.": "exklusive",
	}
}

func faroeseShort() map[string]string {
	return map[string]string{
		"kr.": "krónur", "mió.": "milliónir", "mia.": "milliardir", "nr.": "nummar", "t.d.": "til dømis",
	}
}

func greenlandicShort() map[string]string {
	return map[string]string{"kr.": "koruunit", "mio.": "millionit", "mia.": "milliardit", "nr.": "normu"}
}

package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is a sentence of a run, read once for all rules.
type sentence struct {
	span        // in the run
	text, lower string
	words       []word   // at places in text
	figs        []figure // likewise
	marks       mark
}

// mark is what a text has that some rules are about: others are not asked.
type mark uint32

const (
	digited    mark = 1 << iota // a digit
	directed                    // a word of direction
	surplus                     // overskud, underskud
	compares                    // "end", "overstiger"
	parted                      // "af"
	timed                       // "år", "året"
	multiplied                  // a word such as fordoblet, halveret
	millions                    // million, milliard
	parochial                   // "kommune", "region"
	chairing                    // formand
	seated                      // "medlemmer"
	pointing                    // "kapitlet", "afsnittet"
	paged                       // "side", "s."
	counting                    // a whole number, in digits or as a word
	portioned                   // a part in words: "halvdelen", "en tredjedel", "hver fjerde"
	leaned                      // a rise or a fall
	likened                     // more, less
	going                       // a form of "gå" or the like
	outward                     // "frem", "ned", which go with one
	ordinal                     // "fjerde", which goes with "hver"
	manyfold                    // "så" or "dobbelte", which may be of a multiple
	founding                    // "stiftet" or the like
	lying                       // "ligger", which goes with "over"
	linked                      // what an address has
	ranked                      // high, low
	risen                       // a word for what rose or fell
	pronounced                  // "dem", "heraf": what was told before, as a whole
	organic                     // a committee
	governing                   // an organ that decides for its house
)

// markOf is what a word, in lower case, makes of its sentence.
func markOf(w string, lean way) mark {
	m := mark(0)
	add := func(is bool, as mark) {
		if is {
			m |= as
		}
	}
	add(nextDigit(w, 0) < len(w), digited)
	add(wayOf(w) != noWay, directed)
	add(signOf(w) != 0, surplus)
	add(w == "end" || w == "overstiger" || w == "oversteg", compares)
	add(w == "af", parted)
	add(rank(w) != noWay, ranked)
	add(rises(w), risen)
	add(w == "dem" || w == "them" || strings.Contains(w, "eraf"), pronounced)
	add(w == "så" || strings.HasSuffix(w, "obbelte"), manyfold)
	add(founds(w), founding)
	add(w == "ligger" || w == "lå" || w == "overgår" || w == "overgik", lying)
	add(w == "www" || w == "dk" || w == "com" || w == "org" || w == "net", linked)
	add(lean != noWay && comparative(w) == noWay, leaned)
	add(comparative(w) != noWay, likened)
	add(goesWith(w), going)
	add(w == "frem" || w == "tilbage" || w == "op" || w == "ned", outward)
	add(w == "tredje" || w == "fjerde" || w == "femte" || w == "sjette" || w == "tiende" || w == "anden" || w == "andet", ordinal)
	add(numberSaid(w) >= 0, counting)
	add(strings.HasSuffix(w, "edel") || strings.HasSuffix(w, "edele") || w == "halve" || w == "half" || w == "third" || w == "thirds" || w == "quarter" || w == "quarters" || w == "halvdelen" || w == "halvparten" || w == "kvart", portioned)
	add(w == "år" || w == "året", timed)
	add(strings.Contains(w, "dobl") || strings.Contains(w, "halver"), multiplied)
	add(strings.Contains(w, "illi"), millions)
	add(w == "kommune" || w == "kommunes" || w == "region", parochial)
	add(strings.Contains(w, "ormand"), chairing)
	add(strings.Contains(w, "udvalg"), organic)
	add(governs(w), governing)
	add(strings.HasPrefix(w, "medlemmer") || w == "sidder", seated)
	add(strings.Contains(w, "kapitlet") || strings.Contains(w, "afsnittet"), pointing)
	add(strings.HasSuffix(w, "side") || strings.HasSuffix(w, "sider") || strings.HasSuffix(w, "s") && !wordy(w, len(w)-2), paged)
	return m
}

// has reports whether a sentence has one of some marks.
func (s sentence) has(m mark) bool { return s.marks&m != 0 }

// lowered is a text in lower case, each letter where it was: one whose small form
// takes another number of bytes stays as it is.
func lowered(text string) string {
	var room [128]byte
	low := appendLowered(room[:0], text)
	if string(low) == text {
		return text
	}
	return string(low)
}

// appendLowered appends a text in lower case.
func appendLowered(out []byte, text string) []byte {
	first := len(out)
	out = append(out, text...)
	low := out[first:]
	for i := 0; i < len(low); i++ {
		c := low[i]
		if c >= 'A' && c <= 'Z' {
			low[i] = c + ('a' - 'A')
		}
		if c < utf8.RuneSelf {
			continue
		}
		r, size := utf8.DecodeRune(low[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == size {
			utf8.EncodeRune(low[i:], l)
		}
		i += size - 1
	}
	return out
}

// reader reads the runs of a chapter, in room that is used again for the next.
type reader struct {
	known   *lexicon
	english bool // figures are written as in English
	lower   []byte
	spans   []span
	words   []word
	parts   []sentence
	figs    []figure
}

// again lets go of what was read: nobody has it any more.
func (k *reader) again() {
	k.words, k.parts, k.figs = k.words[:0], k.parts[:0], k.figs[:0]
}

// read parts a run into sentences, and those into words and figures.
func (k *reader) read(r *run) {
	k.lower = appendLowered(k.lower[:0], r.text)
	r.lower, r.marks = string(k.lower), 0
	first := len(k.parts)
	k.spans = appendSpans(k.spans[:0], r.text)
	for _, s := range k.spans {
		one := k.sentence(s, r.text[s.from:s.to], r.lower[s.from:s.to])
		r.marks |= one.marks
		k.parts = append(k.parts, one)
	}
	r.parts = k.parts[first:len(k.parts):len(k.parts)]
}

// sentence reads the sentence of a place.
func (k *reader) sentence(at span, text, lower string) sentence {
	s := sentence{span: at, text: text, lower: lower}
	first := len(k.words)
	k.words = appendWords(k.words, text, lower)
	s.words = k.words[first:len(k.words):len(k.words)]
	for i := range s.words {
		w := &s.words[i]
		w.id = k.known.id(w.lower)
		f := &k.known.forms[w.id]
		w.lean, w.said = f.lean, f.said
		s.marks |= f.marks
	}
	if s.has(digited) {
		first := len(k.figs)
		if k.english {
			k.figs = appendEnglishFigures(k.figs, text)
		} else {
			k.figs = appendFigures(k.figs, text)
		}
		s.figs = k.figs[first:len(k.figs):len(k.figs)]
	}
	return s
}

// span is bytes [from, to) of a run's text.
type span struct{ from, to int }

// appendSpans appends the sentences of a text: it ends one at a stop before a capital, or a number after a word, unless what stands before
// it is a short form or a day.
func appendSpans(out []span, text string) []span {
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c > '?' || c != '.' && c != '!' && c != '?' || i+2 >= len(text) || text[i+1] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+2:])
		if !unicode.IsUpper(next) && next != '”' && !(next >= '0' && next <= '9' && (endsInWord(text[from:i]) || endsInAmount(text[from:i], text[i+2:]))) || text[i] == '.' && shortForm(text[from:i]) {
			continue
		}
		out = append(out, span{from, i + 1})
		from = i + 2
	}
	return append(out, span{from, len(text)})
}

// endsInWord reports whether a text ends in a whole word of letters or a year, so that a number after its stop
// begins a sentence: "end året før. 12 trak sig", not "inkl. 12".
func endsInWord(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	switch last {
	case "år", "alt", "før", "dem", "nu", "dag", "ny", "nye", "igen":
		return true
	}
	if isYear(last) {
		return true
	}
	const least = 5 // letters: short forms have fewer
	n := 0
	for _, c := range last {
		if !unicode.IsLetter(c) {
			return false
		}
		n++
	}
	return n >= least && last != "ekskl"
}

// endsInAmount reports whether a text ends in a number with its unit, whose dot ends the sentence too where
// another number follows that begins one: "et fald på 9,9 pct. 41 af dem", not "kr. 41" or "12 kr. 50 øre".
func endsInAmount(text, rest string) bool {
	amount, is := strings.CutSuffix(text, " pct")
	if !is {
		amount, is = strings.CutSuffix(text, " kr")
	}
	if !is || len(amount) == 0 {
		return false
	}
	to := digitsAt(rest, 0)
	if _, after, _ := strings.Cut(rest, " "); to == 0 || strings.HasPrefix(after, "øre") || isYear(rest[:to]) {
		return false
	}
	last := amount[len(amount)-1]
	return last >= '0' && last <= '9' || strings.HasSuffix(amount, " mio.") || strings.HasSuffix(amount, " mia.") || strings.HasSuffix(amount, " t.")
}

// shortForm reports whether the text ends in a word that a dot shortens.
func shortForm(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	switch strings.ToLower(last) {
	case "ca", "pr", "nr", "fx", "bl", "mio", "mia", "pkt", "st":
		return true
	}
	return utf8.RuneCountInString(last) == 1 && !unicode.IsDigit(rune(text[len(text)-1]))
}

// word is a word of a text.
type word struct {
	span
	text, lower string
	id          int32 // in the lexicon; 0: it was not looked up
	lean        way   // as the lexicon has it
	said        int8
}

// wordsOf returns the words: letters, digits and hyphens inside.
func wordsOf(text string) []word {
	var room [16]word
	return slices.Clone(appendWords(room[:0], text, lowered(text)))
}

// appendWords appends the words of a text, of which lower is in lower case.
func appendWords(out []word, text, lower string) []word {
	for i := 0; i < len(text); {
		n := letters(text[i:])
		if n == 0 {
			_, size := runeAt(text, i)
			i += size
			continue
		}
		from, to := i, i+n // to: after the last letter
		for i = to; i < len(text); {
			if n := letters(text[i:]); n > 0 {
				i += n
				to = i
			} else if c, size := runeAt(text, i); c == '-' || c == '\'' || c == '’' {
				i += size
			} else {
				break
			}
		}
		out = append(out, word{span: span{from, to}, text: text[from:to], lower: lower[from:to]})
	}
	return out
}

// letters is how many bytes of letters and digits a text begins with.
func letters(text string) int {
	for i := 0; i < len(text); {
		c := text[i]
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			return i
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			return i
		}
		i += size
	}
	return len(text)
}

// runeAt is the character at a place, and its size.
func runeAt(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// inWord reports whether a word has a character.
func inWord(c rune) bool {
	if c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	}
	if c < 0x100 { // Latin-1
		return c >= 0xc0 && c != '×' && c != '÷' || c == 'ª' || c == 'µ' || c == 'º'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c) || c >= '₀' && c <= '₉' // CO₂
}

// words are those of the whole run.
func (r *run) words() []word {
	n := 0
	for _, s := range r.parts {
		n += len(s.words)
	}
	out := make([]word, 0, n)
	for _, s := range r.parts {
		for _, w := range s.words {
			out = append(out, w.in(s))
		}
	}
	return out
}

// in is a word of a sentence at its place in the run.
func (w word) in(s sentence) word {
	w.from, w.to = s.from+w.from, s.from+w.to
	return w
}

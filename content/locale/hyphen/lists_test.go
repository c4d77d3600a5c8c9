package hyphen

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
)

// gold is a word as the lists in testdata have it, letters by number.
type gold struct {
	line, word string
	letters    []rune
	must, may  map[int]bool // joints of compounds, and of prefixes and suffixes
}

// readList reads a list of testdata.
func readList(t testing.TB, name string) []gold {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []gold
	s := bufio.NewScanner(f)
	for s.Scan() {
		if line := s.Text(); line != "" && line[0] != '#' {
			out = append(out, parse(line))
		}
	}
	return out
}

// parse reads one line of a list.
func parse(line string) gold {
	g := gold{line: line, must: map[int]bool{}, may: map[int]bool{}}
	for _, r := range line {
		switch r {
		case '=':
			g.must[len(g.letters)] = true
		case '+':
			g.may[len(g.letters)] = true
		default:
			g.letters = append(g.letters, r)
		}
	}
	g.word = string(g.letters)
	g.letters = []rune(strings.ToLower(g.word))
	return g
}

// faults says what is wrong with breaks (numbers of letters) of the word.
func (g gold) faults(breaks []int) []string {
	var out []string
	for at := range len(g.letters) {
		offered := slices.Contains(breaks, at)
		within := at >= keepBefore && len(g.letters)-at >= carryOver
		switch {
		case offered && !within:
			out = append(out, "too near the edge")
		case offered && !g.must[at] && !g.may[at] && !g.syllable(at):
			out = append(out, "wrong after "+string(g.letters[:at]))
		case !offered && within && g.must[at]:
			out = append(out, "no joint after "+string(g.letters[:at]))
		}
	}
	return out
}

// onsets are the consonants that begin Danish syllables, foreign ones included.
var onsets = strings.Fields(`b c d f g h j k l m n p q r s t v w x z bl br bj dr dj fl fr fj gl gr gn kl kr kn kv kj pl pr pj
	ps sj sk skr skv skj sl sm sn sp spr spl spj st str stj sv sc sch sh ch chr th thr ph phr tr tj tv hv gh rh mj nj`)

// pairs are vowels that are one sound.
var pairs = strings.Fields("au ou oo ai ei oi øj ay ey")

// syllable reports whether the orthography lets the part that at lies in be
// broken there: with a vowel on both sides, at least one consonant carried over
// where there is any, and no more of them than can begin a syllable.
func (g gold) syllable(at int) bool {
	from, to := at, at
	for from > 0 && !g.edge(from) {
		from--
	}
	for to < len(g.letters) && !g.edge(to) {
		to++
	}
	before, after := g.letters[from:at], g.letters[at:to]
	lead := strings.IndexFunc(string(after), vowelRune)
	if lead < 0 || !strings.ContainsFunc(string(before), vowelRune) || len(before) < 2 || len(after) < 2 {
		return false
	}
	onset := string(after)[:lead]
	last := before[len(before)-1]
	if onset == "" {
		return vowelRune(last) && !slices.Contains(pairs, string([]rune{last, after[0]})) && !g.ion(at)
	}
	if onset[0] == 'h' && strings.ContainsRune("cpt", last) && !strings.HasPrefix(string(after), "hed") {
		return false // ch, ph and th are one sound
	}
	return slices.Contains(onsets, onset)
}

// ion reports whether a break would part the "io" of -tion and -sion.
func (g gold) ion(at int) bool {
	return at >= 2 && strings.HasPrefix(string(g.letters[at-1:]), "ion") && strings.ContainsRune("ts", g.letters[at-2])
}

func (g gold) edge(at int) bool { return g.must[at] || g.may[at] }

func vowelRune(r rune) bool { return strings.ContainsRune("aeiouyæøåéäöü", r) }

// letterBreaks turns bytes of a word into numbers of letters.
func letterBreaks(word string, at []int) []int {
	out := []int{}
	for _, i := range at {
		out = append(out, len([]rune(word[:i])))
	}
	return out
}

// patternsOnly is what every other system does: the patterns on the whole word,
// within the same bounds.
func patternsOnly(p *patterns) func(string) []int {
	return func(word string) []int {
		var out []int
		letters, _ := numbers(nil, word)
		piece := append(append([]uint8{0}, letters...), 0)
		levels := make([]uint8, len(piece)+1)
		for i := range piece {
			p.raise(piece[i:], levels[i:])
		}
		for i := keepBefore; i <= len(letters)-carryOver; i++ {
			if levels[i+1]%2 == 1 {
				out = append(out, i)
			}
		}
		return out
	}
}

// right is the share of a list without a fault, in thousandths.
func right(list []gold, breaks func(string) []int, log func(string, ...any)) int {
	good := 0
	for _, g := range list {
		found := breaks(g.word)
		faults := g.faults(found)
		if len(faults) == 0 {
			good++
			continue
		}
		log("%s as %s: %s", g.line, shown(g.word, found), strings.Join(faults, ", "))
	}
	return good * 1000 / len(list)
}

func shown(word string, at []int) string {
	var s strings.Builder
	for i, r := range []rune(word) {
		if slices.Contains(at, i) {
			s.WriteByte('-')
		}
		s.WriteRune(r)
	}
	return s.String()
}

func TestLists(t *testing.T) {
	h := For("da")
	plain := patternsOnly(readPatterns(danish))
	for _, tt := range []struct {
		name  string
		least int // thousandths wholly right
	}{
		{"compounds.txt", 990},
		{"seen.txt", 990},
		{"heldout.txt", 970},
		{"simple.txt", 980},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list := readList(t, tt.name)
			got := right(list, func(w string) []int { return letterBreaks(w, h.Breaks(w)) }, t.Logf)
			before := right(list, plain, func(string, ...any) {})
			t.Logf("%d words: %d ‰ wholly right, %d ‰ with the patterns alone", len(list), got, before)
			if got < tt.least {
				t.Errorf("%d ‰ wholly right, wanted %d", got, tt.least)
			}
		})
	}
}

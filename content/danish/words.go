// Package danish knows how long Danish words are put together, and which are a slip of the
// pen from one that is put together of words it knows: "overenkomsten", "sundhedreform".
package danish

import (
	_ "embed" // the words
	"strings"
)

// list is the words that every edition may use, without their endings.
//
//go:embed words.txt
var list string

// Words are words that others are put together of, as a tree of letters.
type Words struct {
	nodes []node
	first [256]int32 // where words that begin with a letter begin
	last  []byte     // the letters of the word put in last
	path  []int32    // where those lead to
}

// node is the end of a beginning of words.
type node struct {
	child, next int32 // the first that goes on from it, and the next beside it; 0: none
	letter      byte
	known       uint8 // how often the word that ends here is met; sure: it is of the list; 0: none ends here
	runes       uint8 // how many letters it has
	binds       bool  // as the first part of a compound it has an s after it
	last        bool  // it is no first part of a compound
	cut         bool  // it is one only before an ending in e: kapitl
}

// root is the place that all words begin at; the place 0 is none.
const root = 1

// sure is how often a word of the list is taken to be met.
const sure = 255

// New returns the words of the list.
func New() *Words {
	v := &Words{nodes: make([]node, root+1, 1<<14)}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			bare, mark, _ := strings.Cut(w, "/")
			v.put(bare, sure, mark)
			if short := contracted(bare); short != "" {
				v.put(short, sure, "e")
			}
		}
	}
	return v
}

// Add takes up a word in lower case, without its ending, that a text has so many times.
func (v *Words) Add(word string, times int) {
	const shortest = 5 // letters of a word that others are taken to be put together of
	if len(word) >= shortest {
		v.put(word, uint8(min(times, sure-1)), "")
	}
}

// put puts a word into the tree.
func (v *Words) put(word string, known uint8, mark string) {
	var room [64]byte
	letters, ok := lettersOf(word, room[:0])
	if !ok || len(letters) == 0 {
		return
	}
	same := 0 // letters that the word begins with as the last one did: most come in their order
	for same < len(v.last) && same < len(letters) && v.last[same] == letters[same] {
		same++
	}
	at := int32(root)
	if same > 0 {
		at = v.path[same-1]
	}
	v.last, v.path = append(v.last[:same], letters[same:]...), v.path[:same]
	for _, c := range letters[same:] {
		at = v.grow(at, c)
		v.path = append(v.path, at)
	}
	n := &v.nodes[at]
	n.cut = mark == "e" && (n.cut || n.known == 0)
	n.last = mark == "-" || n.cut || n.last && mark == "e"
	n.known, n.runes, n.binds = max(n.known, known), uint8(min(len(letters), 255)), n.binds || mark == "s" || bound(word)
}

// contracted is a word as it is before an ending that takes its e: kapitel, kapitlet; empty
// for others.
func contracted(word string) string {
	const shortest = 5
	for _, end := range []string{"el", "er", "en"} {
		if rest, is := strings.CutSuffix(word, end); is && len(word) >= shortest {
			if n := len(rest); n > 2 && rest[n-1] == rest[n-2] {
				rest = rest[:n-1] // trussel, truslen
			}
			return rest + end[1:]
		}
	}
	return ""
}

// bound reports whether a word has an ending by which it has an s after it as the first part
// of a compound.
func bound(word string) bool {
	const shortest = 6 // bytes: not "ring" or "skab"
	for _, end := range []string{"ning", "hed", "else", "skab", "dom", "tion", "sion", "itet"} {
		if strings.HasSuffix(word, end) && len(word) >= shortest {
			return true
		}
	}
	return false
}

// grow is the place that a letter leads to from another, made where there is none.
func (v *Words) grow(from int32, c byte) int32 {
	if at := v.step(from, c); at != 0 {
		return at
	}
	at := int32(len(v.nodes))
	v.nodes = append(v.nodes, node{letter: c, next: v.nodes[from].child})
	if v.nodes[from].child = at; from == root {
		v.first[c] = at
	}
	return at
}

// step is the place that a letter leads to from another; 0 where there is none.
func (v *Words) step(from int32, c byte) int32 {
	if from == root {
		return v.first[c]
	}
	for at := v.nodes[from].child; at != 0; at = v.nodes[at].next {
		if v.nodes[at].letter == c {
			return at
		}
	}
	return 0
}

// lettersOf are the letters of a word in lower case, a byte each; false where it has others
// than Danish ones.
func lettersOf(word string, room []byte) ([]byte, bool) {
	out := room[:0]
	for _, r := range word {
		switch {
		case r >= 'a' && r <= 'z':
			out = append(out, byte(r))
		case r == 'æ' || r == 'ø' || r == 'å' || r == 'é':
			out = append(out, byte(r)) // as in Latin-1
		default:
			return nil, false
		}
	}
	return out, true
}

// written is letters as a text.
func written(letters []byte) string {
	out := make([]rune, len(letters))
	for i, c := range letters {
		out[i] = rune(c)
	}
	return string(out)
}

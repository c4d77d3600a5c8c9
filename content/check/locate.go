package check

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// locator finds where a run's characters stand in the edition's files. A run has
// the file's characters in the file's order, but for blanks and markup.
type locator struct {
	files  map[string]string
	starts map[string][]int // where each line begins
}

func newLocator(files map[string]string) *locator {
	l := &locator{files: map[string]string{}, starts: map[string][]int{}}
	for name, text := range files {
		text = strings.TrimPrefix(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\ufeff")
		starts := []int{0}
		for i := range len(text) {
			if text[i] == '\n' {
				starts = append(starts, i+1)
			}
		}
		l.files[name], l.starts[name] = text, starts
	}
	return l
}

// at is where the byte at an offset of a run stands. Where it can't be found it
// is where the run's block begins.
func (l *locator) at(r *run, offset int) diag.Pos {
	if l.place(r); len(r.place) <= offset {
		return r.pos
	}
	text, starts, at := l.files[r.pos.File], l.starts[r.pos.File], r.place[offset]
	line := sort.SearchInts(starts, at+1) - 1
	return diag.Pos{File: r.pos.File, Line: line + 1, Column: 1 + utf8.RuneCountInString(text[starts[line]:at])}
}

// place finds a run in its file: after the run before it, else from the
// beginning of the block.
func (l *locator) place(r *run) {
	if r.place != nil {
		return
	}
	r.place = []int{}
	text, ok := l.files[r.pos.File]
	if !ok || r.pos.Line < 1 || r.pos.Line > len(l.starts[r.pos.File]) {
		return
	}
	block := l.starts[r.pos.File][r.pos.Line-1]
	from := block
	if r.after != nil {
		if l.place(r.after); len(r.after.place) > 0 {
			from = r.after.place[len(r.after.place)-1] + 1
		}
	}
	for _, begin := range []int{from, block} {
		if r.place = seek(text, begin, r); len(r.place) > 0 {
			return
		}
	}
}

// reach is how far from its block's beginning a run is sought, in bytes.
const reach = 200_000

// seek aligns a run with the first place in a file that has it all.
func seek(file string, from int, r *run) []int {
	first, _ := utf8.DecodeRuneInString(r.text)
	if len(r.bound) > 0 && r.bound[0].from == 0 {
		first = '{'
	}
	for i := from; i < min(len(file), from+reach); {
		c, size := utf8.DecodeRuneInString(file[i:])
		whole := i == 0 || !wordly(lastRune(file[:i])) || !wordly(first)
		if c == first && whole {
			if at := align(file, i, r); at != nil {
				return at
			}
		}
		i += size
	}
	return nil
}

func wordly(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}

// align walks a run and a file side by side; nil if they part. A figure by
// reference stands where its reference does.
func align(file string, at int, r *run) []int {
	out := make([]int, 0, len(r.text))
	bound := r.bound
	for i, c := range r.text {
		if i < len(out) {
			continue // within a figure by reference
		}
		if len(bound) > 0 && bound[0].from == i {
			begin, end := referenceAt(file, at)
			if begin < 0 {
				return nil
			}
			for range bound[0].to - bound[0].from {
				out = append(out, begin)
			}
			at, bound = end, bound[1:]
			continue
		}
		size := utf8.RuneLen(c)
		if c == ' ' || c == '\n' || c == '\t' {
			out = append(out, at)
			continue
		}
		next := skip(file, at, c)
		if next < 0 {
			return nil
		}
		for range size {
			out = append(out, next)
		}
		at = next + size
	}
	if c, _ := utf8.DecodeRuneInString(file[at:]); at < len(file) && wordly(c) && wordly(lastRune(r.text)) {
		return nil
	}
	return out
}

// referenceAt is where the reference that comes next begins and ends; negative if
// something else does.
func referenceAt(file string, at int) (begin, end int) {
	begin = skip(file, at, '{')
	if begin < 0 || !strings.HasPrefix(file[begin:], "{{") {
		return -1, -1
	}
	n := strings.Index(file[begin:], "}}")
	if n < 0 {
		return -1, -1
	}
	return begin, begin + n + 2
}

// skip goes past blanks and markup to the character wanted; negative if
// something else stands there.
func skip(file string, at int, want rune) int {
	for at < len(file) {
		c, size := utf8.DecodeRuneInString(file[at:])
		switch {
		case c == want:
			return at
		case strings.HasPrefix(file[at:], "]("), strings.HasPrefix(file[at:], "[^"):
			end := strings.IndexAny(file[at+1:], ")]")
			if file[at] == ']' {
				end = strings.IndexByte(file[at+1:], ')')
			}
			if end < 0 {
				return -1
			}
			at += end + 2
		case strings.ContainsRune(" \n\t\u00a0*_[]\\'\"", c):
			at += size
		default:
			return -1
		}
	}
	return -1
}

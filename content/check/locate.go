package check

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// locator finds where a run's characters stand in the edition's files. A run has
// the file's characters in the file's order, but for blanks and markup.
type locator struct {
	raw   map[string]string // the files as they were given
	files map[string]*lined // those asked for
	steps []step            // of the run that is sought
}

// lined is a file's text with plain line ends, and where each line begins.
type lined struct {
	text   string
	starts []int
}

// placing is where a run's bytes stand in its file.
type placing struct {
	sought bool
	bytes  int // of the run, from its first on; none: they were not found
	steps  []step
}

// step is where some bytes of a run stand: each of them one after that before it,
// or, where they are still, all of them at one place.
type step struct {
	run, file int32 // offsets of the first
	still     bool
}

// placeOf is the offset in the file of a byte of the run, for which it has been found.
func (r *run) placeOf(offset int) int {
	for offset > 0 && offset < len(r.text) && !utf8.RuneStart(r.text[offset]) {
		offset--
	}
	i := sort.Search(len(r.place.steps), func(i int) bool { return int(r.place.steps[i].run) > offset }) - 1
	s := r.place.steps[i]
	if s.still {
		return int(s.file)
	}
	return int(s.file) + offset - int(s.run)
}

func newLocator(files map[string]string) *locator {
	return &locator{raw: files, files: map[string]*lined{}}
}

// file returns a file; nil where there is none of the name.
func (l *locator) file(name string) *lined {
	if f, known := l.files[name]; known {
		return f
	}
	text, is := l.raw[name]
	if !is {
		return nil
	}
	f := &lined{text: strings.TrimPrefix(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\ufeff"), starts: []int{0}}
	for at := 0; ; {
		n := strings.IndexByte(f.text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		f.starts = append(f.starts, at)
	}
	l.files[name] = f
	return f
}

// at is where the byte at an offset of a run stands. Where it can't be found it
// is where the run's block begins.
func (l *locator) at(r *run, offset int) diag.Pos {
	if l.place(r); r.place.bytes <= offset {
		return r.pos
	}
	f, at := l.file(r.pos.File), r.placeOf(offset)
	line := sort.SearchInts(f.starts, at+1) - 1
	return diag.Pos{File: r.pos.File, Line: line + 1, Column: 1 + utf8.RuneCountInString(f.text[f.starts[line]:at])}
}

// place finds a run in its file: after the run before it, else from the
// beginning of the block.
func (l *locator) place(r *run) {
	if r.place.sought {
		return
	}
	r.place.sought = true
	f := l.file(r.pos.File)
	if f == nil || r.pos.Line < 1 || r.pos.Line > len(f.starts) {
		return
	}
	block := f.starts[r.pos.Line-1]
	from := block
	if r.after != nil {
		if l.place(r.after); r.after.place.bytes > 0 {
			from = r.after.placeOf(r.after.place.bytes-1) + 1
		}
	}
	for _, begin := range []int{from, block} {
		if l.seek(f.text, begin, r); r.place.bytes > 0 {
			return
		}
	}
}

// reach is how far from its block's beginning a run is sought, in bytes.
const reach = 200_000

// seek aligns a run with the first place in a file that has it all.
func (l *locator) seek(file string, from int, r *run) {
	first, _ := utf8.DecodeRuneInString(r.text)
	if len(r.bound) > 0 && r.bound[0].from == 0 {
		first = '{'
	}
	for i := from; i < min(len(file), from+reach); {
		c, size := utf8.DecodeRuneInString(file[i:])
		whole := i == 0 || !wordly(lastRune(file[:i])) || !wordly(first)
		if c == first && whole && l.align(file, i, r) {
			r.place.bytes, r.place.steps = len(r.text), slices.Clone(l.steps)
			return
		}
		i += size
	}
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

// align walks a run and a file side by side, and reports whether they part nowhere;
// its steps are then those of the run. A figure by reference stands where its
// reference does.
func (l *locator) align(file string, at int, r *run) bool {
	l.steps = l.steps[:0]
	bound := r.bound
	for i := 0; i < len(r.text); {
		if len(bound) > 0 && bound[0].from == i {
			begin, end := referenceAt(file, at)
			if begin < 0 {
				return false
			}
			l.steps = append(l.steps, step{int32(i), int32(begin), true})
			i, bound = bound[0].to, bound[1:]
			at = end + dropped(r.text, i, file[end:])
			continue
		}
		stop := len(r.text)
		if len(bound) > 0 && bound[0].from > i {
			stop = bound[0].from
		}
		if n := verbatim(r.text[i:stop], file[at:]); n > 0 {
			l.step(i, at)
			i, at = i+n, at+n
			continue
		}
		c, size := utf8.DecodeRuneInString(r.text[i:])
		if blank(r.text[i]) {
			l.step(i, at)
		} else {
			begin := skip(file, at, c)
			if begin < 0 {
				return false
			}
			l.step(i, begin)
			at = begin + size
		}
		i += size
	}
	c, _ := utf8.DecodeRuneInString(file[at:])
	return at >= len(file) || !wordly(c) || !wordly(lastRune(r.text))
}

// dropped is how many bytes after a reference the text has not: the full stop that
// is not set again after a figure that ends in one, such as "2,5 pct.".
func dropped(text string, at int, file string) int {
	if strings.HasSuffix(text[:at], ".") && strings.HasPrefix(file, ".") && !strings.HasPrefix(text[at:], ".") {
		return 1
	}
	return 0
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// verbatim is how many bytes a text and what stands in a file begin alike with, up to a
// character that differs or two blanks in a row.
func verbatim(text, file string) int {
	n := 0
	for n < len(text) && n < len(file) && text[n] == file[n] {
		if blank(text[n]) && n+1 < len(text) && blank(text[n+1]) {
			return n
		}
		n++
	}
	for n > 0 && n < len(text) && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// step places a character of a run: it begins a step where it does not stand next to
// that before it.
func (l *locator) step(run, file int) {
	if n := len(l.steps); n > 0 {
		if s := l.steps[n-1]; !s.still && file-int(s.file) == run-int(s.run) {
			return
		}
	}
	l.steps = append(l.steps, step{int32(run), int32(file), false})
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

// Package excerpt shows places of a text file at a terminal: the line a place is
// on, as much of it as there is room for, and where in that the place is. What is
// in the file can do the terminal no harm.
package excerpt

import (
	"strings"
	"unicode/utf8"
)

// File is a text whose places are shown. It is safe for concurrent use, and not
// changed once made; showing a place takes the same time wherever it is.
type File struct {
	lines []string
	marks map[int][]int // by the index of a long line, where every markedth character begins
}

// marked is how many characters lie from one mark to the next, and how many bytes
// a line without marks may have.
const marked = 1024

// New takes a file's text. A byte order mark is no character of it, and lines end
// at \n, \r\n or \r, as they do for who counted the places.
func New(text string) *File {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	f := &File{lines: strings.Split(text, "\n"), marks: map[int][]int{}}
	for i, line := range f.lines {
		if len(line) > marked {
			f.marks[i] = marksOf(line)
		}
	}
	return f
}

// marksOf finds where in a line every markedth character begins.
func marksOf(line string) (out []int) {
	n := 0
	for i := range line {
		if n%marked == 0 {
			out = append(out, i)
		}
		n++
	}
	return out
}

// Excerpt is a part of a line with a place in it. Indent and Width are where the
// place begins and how far it goes, in a terminal's columns.
type Excerpt struct {
	Text          string
	Indent, Width int
}

// At shows a place: line and column count from 1, the column and the length in
// characters. A length of 0 is unknown, and the place is then the word that is
// there. The text is at most as wide as most, in a terminal's columns. There is no
// excerpt, and false, where the line is not there or has nothing on it.
func (f *File) At(line, column, length, most int) (Excerpt, bool) {
	if line < 1 || line > len(f.lines) || column < 1 || strings.TrimSpace(f.lines[line-1]) == "" {
		return Excerpt{}, false
	}
	text := f.lines[line-1]
	at := f.offset(line-1, column-1)
	end := at
	if length == 0 {
		end = wordEnd(text, at)
	}
	for ; length > 0 && end < len(text) && end-at < 4*most; length-- {
		end += size(text[end:])
	}
	return window(text, at, end, max(most, 8)), true
}

// offset is where in a line so many characters are over; its end, where it has
// not so many.
func (f *File) offset(line, characters int) int {
	text, at := f.lines[line], 0
	if marks := f.marks[line]; len(marks) > 0 {
		i := min(characters/marked, len(marks)-1)
		at, characters = marks[i], characters-i*marked
	}
	for ; characters > 0 && at < len(text); characters-- {
		at += size(text[at:])
	}
	return at
}

// size is how many bytes the first character of a text has.
func size(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// wordEnd finds the end of the word, or of what is in quotes, that begins at a
// byte of a line.
func wordEnd(text string, at int) int {
	const longest = 200 // bytes that are looked at
	rest := text[at:min(len(text), at+longest)]
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		if i := strings.IndexByte(rest[1:], rest[0]); i >= 0 {
			return at + i + 2
		}
	}
	if i := strings.IndexAny(rest, " \t,:]}"); i > 0 {
		return at + i
	}
	if len(rest) > 0 && strings.ContainsRune(" \t,:]}", rune(rest[0])) {
		return at + 1
	}
	return at + len(rest)
}

// window cuts a line so that a place in it, from one byte to another, can be seen.
// Blanks the line begins with are left out.
func window(text string, at, end, most int) Excerpt {
	begin := len(text) - len(strings.TrimLeft(text, " "))
	begin = min(begin, at)
	const cut = "…"
	// So much stands before the place as leaves it a third of the room at least.
	from, before := at, 0
	for from > begin {
		_, n := utf8.DecodeLastRuneInString(text[:from])
		_, columns := shown(text[from-n : from])
		if before+columns > most-max(most/3, 4) {
			break
		}
		from, before = from-n, before+columns
	}
	var b strings.Builder
	e := Excerpt{Indent: before}
	if from > begin {
		b.WriteString(cut)
		e.Indent++
	}
	width := e.Indent - before
	for i := from; i < len(text); {
		n := size(text[i:])
		piece, columns := shown(text[i : i+n])
		if width+columns > most-1 && (i+n < len(text) || width+columns > most) {
			b.WriteString(cut)
			break
		}
		b.WriteString(piece)
		width += columns
		if i >= at && i < end {
			e.Width += columns
		}
		i += n
	}
	e.Text, e.Width = strings.TrimRight(b.String(), " "), max(e.Width, 1)
	return e
}

// Package explain tells at length what the codes of problems mean that the loader
// and the layout tell of. What content/check finds is explained by its rules.
package explain

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
)

// The explanations, by what they are about. An entry is
//
//	== code
//	= Danish name
//	Danish text
//	= English name
//	English text
//	@kind of file of the example
//	- what is wrong
//	+ what is right
//
// and the example may be left out, or its right part.
//
//go:embed codes/*.txt
var files embed.FS

// Text is a sentence or more in each language messages are told in.
type Text struct{ Danish, English string }

// In returns the text in the language.
func (t Text) In(l diag.Lang) string {
	if l == diag.Danish {
		return t.Danish
	}
	return t.English
}

// Explanation is what a code means.
type Explanation struct {
	Code string
	Name Text // in a few words
	Long Text // at length
	// Where is the file of the example: blocks (of a chapter), chapter, accounts,
	// figures or theme; empty: there is no example.
	Where string
	Wrong string // a piece of that file that gives the code
	Right string // the same mended; may be empty
}

// All returns every explanation, by what they are about.
func All() (out []Explanation) {
	entries, err := fs.ReadDir(files, "codes")
	if err != nil {
		return nil // it is embedded
	}
	for _, e := range entries {
		text, _ := fs.ReadFile(files, "codes/"+e.Name())
		for _, entry := range strings.Split("\n"+string(text), "\n== ")[1:] {
			out = append(out, read(entry))
		}
	}
	return out
}

// Of returns what a code means, and whether it is known.
func Of(code string) (Explanation, bool) {
	for _, e := range All() {
		if e.Code == code {
			return e, true
		}
	}
	return Explanation{}, false
}

// read takes an entry apart.
func read(entry string) Explanation {
	code, rest, _ := strings.Cut(entry, "\n")
	e := Explanation{Code: code}
	names, longs := []*string{&e.Name.Danish, &e.Name.English}, []*string{&e.Long.Danish, &e.Long.English}
	at := -1
	for line := range strings.SplitSeq(rest, "\n") {
		switch {
		case strings.HasPrefix(line, "= ") && at < 1:
			at++
			*names[at] = line[2:]
		case len(line) > 1 && line[0] == '@' && line[1] >= 'a' && line[1] <= 'z':
			e.Where = line[1:]
		case e.Where != "" && strings.HasPrefix(line, "-"):
			e.Wrong += strings.TrimPrefix(line[1:], " ") + "\n"
		case e.Where != "" && strings.HasPrefix(line, "+"):
			e.Right += strings.TrimPrefix(line[1:], " ") + "\n"
		case line != "" && at >= 0:
			*longs[at] = strings.TrimPrefix(*longs[at]+" "+line, " ")
		}
	}
	return e
}

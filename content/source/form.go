package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// anyForm is a folder in which a name is found in whichever form Unicode has it:
// a Mac may have written å as a with a ring after it, where the edition's text
// has the one letter, and to the eye they are the same.
type anyForm struct{ fs.FS }

// Open opens the file of the name, else the first one whose name reads the same.
func (a anyForm) Open(name string) (fs.File, error) {
	file, err := a.FS.Open(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return file, err
	}
	if real, found := a.alike(name); found {
		return a.FS.Open(real)
	}
	return nil, err
}

// alike finds the name of a file that reads as the name given, folder by folder.
func (a anyForm) alike(name string) (string, bool) {
	if isASCII(name) || !fs.ValidPath(name) {
		return "", false
	}
	real := "."
	for part := range strings.SplitSeq(name, "/") {
		entries, err := fs.ReadDir(a.FS, real)
		if err != nil {
			return "", false
		}
		found := ""
		for _, e := range entries {
			if found == "" && composed(e.Name()) == composed(part) {
				found = e.Name()
			}
		}
		if found == "" {
			return "", false
		}
		real = path.Join(real, found)
	}
	return real, true
}

// composed writes the letters of the Nordic and the larger Western languages
// that are written as two characters as the one they are (Unicode's form NFC).
func composed(s string) string {
	const marks, more = 0xcc, 0xcd // begin the characters from U+0300 to U+037F in UTF-8, and no others
	if strings.IndexByte(s, marks) < 0 && strings.IndexByte(s, more) < 0 {
		return s
	}
	return composer().Replace(s)
}

// composer is made for the first text that has such letters: few have any.
var composer = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		"a\u030a", "å", "A\u030a", "Å",
		"a\u0308", "ä", "o\u0308", "ö", "u\u0308", "ü", "e\u0308", "ë", "i\u0308", "ï",
		"A\u0308", "Ä", "O\u0308", "Ö", "U\u0308", "Ü", "E\u0308", "Ë", "I\u0308", "Ï",
		"a\u0301", "á", "e\u0301", "é", "i\u0301", "í", "o\u0301", "ó", "u\u0301", "ú", "y\u0301", "ý",
		"A\u0301", "Á", "E\u0301", "É", "I\u0301", "Í", "O\u0301", "Ó", "U\u0301", "Ú", "Y\u0301", "Ý",
		"a\u0300", "à", "e\u0300", "è", "a\u0302", "â", "e\u0302", "ê", "o\u0302", "ô",
		"A\u0300", "À", "E\u0300", "È", "A\u0302", "Â", "E\u0302", "Ê", "O\u0302", "Ô",
		"n\u0303", "ñ", "a\u0303", "ã", "o\u0303", "õ", "c\u0327", "ç",
		"N\u0303", "Ñ", "A\u0303", "Ã", "O\u0303", "Õ", "C\u0327", "Ç",
		"æ\u0301", "ǽ", "ø\u0301", "ǿ", "Æ\u0301", "Ǽ", "Ø\u0301", "Ǿ",
	)
})

package main

import (
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
)

// copiesWords is what is said of personal copies, in one language.
type copiesWords struct {
	noFolder, isFile, noList, longList string
	closed                             string // folder, copies, pages, size, seconds
}

// copiesWordsIn returns the words of a language.
func copiesWordsIn(lang diag.Lang) copiesWords {
	if lang == diag.Danish {
		return copiesWords{
			noFolder: "eksemplarerne skal i en mappe; forventede mappens navn efter -o",
			isFile:   "%q er en fil; forventede en mappe til eksemplarerne efter -o",
			noList:   "%q efter --for findes ikke; forventede en liste med navne (CSV)",
			longList: "%q er for lang; forventede højst %d MB",
			closed:   "%s: %d eksemplarer på %d sider, %s, %s s",
		}
	}
	return copiesWords{
		noFolder: "the copies go to a folder; expected its name after -o",
		isFile:   "%q is a file; expected a folder for the copies after -o",
		noList:   "%q after --for does not exist; expected a list of names (CSV)",
		longList: "%q is too long; expected %d MB at most",
		closed:   "%s: %d copies of %d pages, %s, %s s",
	}
}

// noGlyphs says that a name can't be set.
func noGlyphs(name string, missing []rune) diag.Message {
	return diag.Message{Code: "copies-glyph",
		Danish:  fmt.Sprintf("%q kan ikke sættes: skriften har ikke %q; skriv navnet med andre tegn", name, string(missing)),
		English: fmt.Sprintf("%q can't be set: the typeface lacks %q; write the name with other characters", name, string(missing))}
}

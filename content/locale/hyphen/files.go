package hyphen

import (
	"embed"
	"io/fs"
)

//go:embed hyph-da.tex da.lexicon LICENSE-stavekontrolden liang/*.tex
var files embed.FS

// Files is the patterns and word lists as they were embedded, with licences at
// their heads or beside them.
func Files() fs.FS { return files }

package manuscript

import (
	"os"
	"strings"
	"testing"
)

// realVariable names a manuscript of a real report, which is not the project's to
// have.
const realVariable = "KL_PRINT_MANUSCRIPT"

func TestARealManuscriptLosesNoWord(t *testing.T) {
	path := os.Getenv(realVariable)
	if path == "" {
		t.Skipf("%s names no manuscript", realVariable)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m, rep := read(t, path[strings.LastIndex(path, "/")+1:], data)
	words := sourceWords(data, m.Left())
	lost := lacking(words, reportWords(rep))
	if len(lost) > 0 {
		t.Errorf("%d of %d words are not where they were: %q", len(lost), len(words), lost[:min(len(lost), 60)])
	}
	s := m.Summary()
	if s.Chapters < 5 || s.Words < len(words)*9/10 {
		t.Errorf("%+v of %d words", s, len(words))
	}
}

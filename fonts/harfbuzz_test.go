package fonts

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestAsHarfBuzz compares with what the C library makes of the same words: the
// Go port has had mistakes that only such a comparison shows (see listCoverages).
func TestAsHarfBuzz(t *testing.T) {
	file, err := os.Open("testdata/harfbuzz.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	features := map[string]Feature{"-": 0, "tabular": Tabular, "smallcaps": SmallCaps, "noligatures": NoLigatures}
	l := Embedded()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		parts := strings.SplitN(lines.Text(), " ", 4)
		if parts[0] == "#" {
			continue
		}
		word, err := strconv.Unquote(parts[2])
		if err != nil {
			t.Fatal(err)
		}
		run := face(t, l, ID(parts[0])).Shape(word, features[parts[1]])
		if got := spell(run); got != parts[3] {
			t.Errorf("%s %s %q\n got %s\nwant %s", parts[0], parts[1], word, got, parts[3])
		}
	}
}

func spell(run Run) string {
	var glyphs []string
	for _, g := range run.Glyphs {
		glyphs = append(glyphs, fmt.Sprintf("%d:%d:%d:%d", g.ID, g.Advance, g.DX, g.DY))
	}
	return strings.Join(glyphs, " ")
}

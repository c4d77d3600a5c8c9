package pdf

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The tests and files CONFORMANCE.md leans on exist.
func TestLedgerNamesWhatThereIs(t *testing.T) {
	ledger, err := os.ReadFile("CONFORMANCE.md")
	if err != nil {
		t.Fatal(err)
	}
	const top = "../.."
	var tests strings.Builder
	err = filepath.WalkDir(top, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		tests.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range regexp.MustCompile(`\bTest\w+`).FindAllString(string(ledger), -1) {
		if !strings.Contains(tests.String(), "func "+name+"(") {
			t.Errorf("there is no %s", name)
		}
	}
	for _, m := range regexp.MustCompile("`((?:\\.ci|layout)/[^` ]+)`").FindAllStringSubmatch(string(ledger), -1) {
		if _, err := os.Stat(filepath.Join(top, m[1])); err != nil {
			t.Error(err)
		}
	}
}

// Every row of the ledger says what proves it, or that nothing can; and the checks
// of the judge it names are there.
func TestLedgerRowsAreProved(t *testing.T) {
	ledger, err := os.ReadFile("CONFORMANCE.md")
	if err != nil {
		t.Fatal(err)
	}
	proved := regexp.MustCompile("\\bV\\b|\\bW\\b|\\bTest\\w+|`\\.ci/[^`]+`")
	rows, inTable := 0, false
	for _, line := range strings.Split(string(ledger), "\n") {
		cells := strings.Split(strings.Trim(line, "|"), "|")
		last := strings.TrimSpace(cells[len(cells)-1])
		switch {
		case !strings.HasPrefix(line, "|"):
			inTable = false
		case last == "tested by":
			inTable = true
		case inTable && !strings.HasPrefix(line, "|---"):
			rows++
			if !proved.MatchString(last) && last != "–" && last != "not checked" {
				t.Errorf("nothing proves: %s", line)
			}
		}
	}
	if rows < 70 {
		t.Errorf("the ledger has %d rows", rows)
	}
	for _, m := range regexp.MustCompile("((?:`\\w+`(?:, | and )?)+) in `(\\.ci/judging/\\w+\\.py)`").FindAllStringSubmatch(string(ledger), -1) {
		code, err := os.ReadFile(filepath.Join("../..", m[2]))
		if err != nil {
			t.Error(err)
		}
		for _, name := range regexp.MustCompile(`\w+`).FindAllString(strings.ReplaceAll(m[1], " and ", " "), -1) {
			if !strings.Contains(string(code), "\ndef "+name+"(") {
				t.Errorf("%s has no check %s", m[2], name)
			}
		}
	}
}

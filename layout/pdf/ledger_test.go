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

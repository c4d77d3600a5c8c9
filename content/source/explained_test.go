package source

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kl-print/kl-print/content/explain"
)

// exampled puts the example of an explanation into an edition.
func exampled(where, text string) fstest.MapFS {
	files := map[string]string{
		"report.yaml":     "title: T\nyear: 2024\npublisher: P\nlanguage: da\ndate: 2025-02-27\nchapters: [a]\n",
		"chapters/a.yaml": "title: A\nblocks:\n  - text: Hej.\n",
	}
	switch where {
	case "blocks":
		files["chapters/a.yaml"] = "title: A\nblocks:\n  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ") + "\n"
	case "chapter":
		files["chapters/a.yaml"] = text
	default:
		files[where+".yaml"] = text
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// TestExamplesAreExamples loads the examples of all explanations: what is said to
// be wrong gives the code, and what is said to be right gives nothing.
func TestExamplesAreExamples(t *testing.T) {
	tried := 0
	for _, e := range explain.All() {
		if e.Where == "" {
			continue
		}
		tried++
		_, problems := Load(exampled(e.Where, e.Wrong))
		var got []string
		for _, d := range problems.Sorted() {
			got = append(got, d.Message.Code)
		}
		if !slices.Contains(got, e.Code) {
			t.Errorf("the wrong example of %s gives %q\n%s", e.Code, got, e.Wrong)
		}
		if e.Right == "" {
			continue
		}
		if _, problems = Load(exampled(e.Where, e.Right)); problems.Len() > 0 {
			t.Errorf("the right example of %s gives %v\n%s", e.Code, problems.Sorted(), e.Right)
		}
	}
	if tried < 30 {
		t.Errorf("there are %d examples", tried)
	}
}

package explain

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestExplanationsAreWhole holds each to its form: a name and a text in each
// language, once.
func TestExplanationsAreWhole(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	kinds := []string{"", "blocks", "chapter", "accounts", "figures", "theme"}
	seen := map[string]bool{}
	for _, e := range All() {
		if seen[e.Code] || !form.MatchString(e.Code) {
			t.Errorf("the code %q stands twice, or is none", e.Code)
		}
		seen[e.Code] = true
		for _, s := range []Text{e.Name, e.Long} {
			if len(s.Danish) < 5 || len(s.English) < 5 || s.Danish == s.English || strings.Contains(s.Danish+s.English, "\n") {
				t.Errorf("%s: %q and %q", e.Code, s.Danish, s.English)
			}
		}
		if strings.HasSuffix(e.Name.Danish, ".") || !strings.HasSuffix(strings.TrimRight(e.Long.Danish, `")`), ".") || !strings.HasSuffix(strings.TrimRight(e.Long.English, `")`), ".") {
			t.Errorf("%s: a name has no full stop, and a text ends with one", e.Code)
		}
		if !slices.Contains(kinds, e.Where) || (e.Where == "") != (e.Wrong == "") {
			t.Errorf("%s: the example is of %q: %q", e.Code, e.Where, e.Wrong)
		}
	}
	if len(seen) < 150 {
		t.Errorf("there are %d explanations", len(seen))
	}
}

func TestOf(t *testing.T) {
	e, known := Of("one-block")
	if !known || e.Name.English != "Several keys in one block" || e.Where != "blocks" ||
		e.Wrong != "- box:\n    title: Husk\n  text: Det hele.\n" || e.Right != "- box:\n    title: Husk\n    text: Det hele.\n" {
		t.Errorf("got %t %+v", known, e)
	}
	if _, known := Of("no"); known {
		t.Error("there is a code that there is not")
	}
}

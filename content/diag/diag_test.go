package diag

import (
	"slices"
	"testing"
)

func TestPosString(t *testing.T) {
	for want, p := range map[string]Pos{
		"a.yaml":     {File: "a.yaml"},
		"a.yaml:3":   {File: "a.yaml", Line: 3},
		"a.yaml:3:7": {File: "a.yaml", Line: 3, Column: 7},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestListIsSortedAndTellsOnce(t *testing.T) {
	m := Message{Code: "c", Danish: "galt", English: "wrong"}
	other := Message{Code: "d", Danish: "andet", English: "other"}
	var l, more List
	if l.HasErrors() || l.Len() != 0 {
		t.Error("an empty list is not empty")
	}
	l.Warn(Pos{"b", 1, 1}, m)
	if l.HasErrors() {
		t.Error("a warning is an error")
	}
	l.Error(Pos{"a", 10, 1}, m)
	l.Error(Pos{"a", 2, 1}, other)
	l.Error(Pos{"a", 2, 1}, m)
	more.Error(Pos{"a", 10, 1}, m)
	l.Add(&more)
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Text(Danish)+" | "+d.Text(English))
	}
	want := []string{
		"a:2:1: fejl: andet | a:2:1: error: other",
		"a:2:1: fejl: galt | a:2:1: error: wrong",
		"a:10:1: fejl: galt | a:10:1: error: wrong",
		"b:1:1: advarsel: galt | b:1:1: warning: wrong",
	}
	if !slices.Equal(got, want) || !l.HasErrors() || l.Len() != 5 {
		t.Errorf("got %q", got)
	}
}

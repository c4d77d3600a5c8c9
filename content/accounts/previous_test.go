package accounts

import (
	"fmt"
	"strings"
	"testing"
)

func TestComparePrevious(t *testing.T) {
	last := func(text string) *Book {
		b := book(text)
		b.Years = []int{2023, 2022}
		return b
	}
	for _, c := range []struct{ name, now, then, want string }{
		{"the same", "a 10 9\nb 1 ~", "a 9 7\nb ~ 3", ""},
		{"another figure, at both places", "x 1 1\na 10 9", "a 8 7\nx 1 1", "a 2023 f:2:2 9 f:1:1 8 gone=false new=false"},
		{"not stated any more", "a 10 ~", "a 8 7", "a 2023 f:1:2 – f:1:1 8 gone=false new=false"},
		{"a new line", "a 10 9\nb 1 2", "a 9 9", "b 2023 f:2:2 2  0 gone=false new=true"},
		{"a new line of nothing", "a 10 9\nb 1 0\nc 1 ~", "a 9 9", ""},
		{"a line that is gone", "a 10 9", "a 9 9\nb 5 5\nc 0 0", "b 2023  0 f:2:1 5 gone=true new=false"},
	} {
		var got []string
		for _, d := range book(c.now).ComparePrevious(last(c.then)) {
			got = append(got, fmt.Sprintf("%s %d %v %v %v %v gone=%v new=%v", d.Line, d.Year, d.Now.Pos, d.Now, d.Then.Pos, d.Then, d.Gone, d.New))
		}
		if g := strings.Join(got, "\n"); g != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, g, c.want)
		}
	}
	other := book("a 1 1")
	other.Years = []int{2020, 2019}
	if d := book("a 5 5").ComparePrevious(other); len(d) != 0 {
		t.Errorf("books without a year in common differ: %v", d)
	}
}

package manuscript

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestReadGrowth reads texts of one thing over and over, and eight times as much of
// it: that takes some eight times as long, not sixty-four.
func TestReadGrowth(t *testing.T) {
	const n, most = 4_000, 24
	for _, piece := range []string{
		"[", "[]", "[a ", "![", "[a](https://b.dk) ", "[a][b] ", "<a ", "&amp", "`<b>`{=html} ", "*a ", "kom-\nmu", "ord ", ">>>> a\n\n", "::: x\n",
	} {
		took := func(n int) time.Duration {
			data := []byte("[b]: https://b.dk\n\n" + strings.Repeat(piece, n/len(piece)))
			begin := time.Now()
			Read(Source{Name: "x.md", Data: data}).Files()
			return time.Since(begin)
		}
		a, b := took(n), time.Hour
		for range 6 { // other work on the machine makes one reading slow, not every one
			if b = min(b, took(8*n)); b <= most*a+100*time.Millisecond {
				break
			}
		}
		if b > most*a+100*time.Millisecond {
			t.Errorf("%q: %v, and %v for eight times as much", piece, a, b)
		}
	}
}

// TestManyAlike names as many chapters, groups and headings alike as a text can
// have, without going through those before for each.
func TestManyAlike(t *testing.T) {
	var all ids
	seen := map[string]bool{}
	for i := range 100_000 {
		id := all.unused("a", "-")
		if seen[id] || i == 1 && id != "a-2" {
			t.Fatalf("the %dth is %q", i, id)
		}
		seen[id] = true
	}
	if id := all.unused("a-7", "-"); id != "a-7-2" {
		t.Errorf("%q", id)
	}
}

// TestLastHeading is the same whether or not it has been looked for before.
func TestLastHeading(t *testing.T) {
	b := &builder{ch: &chapter{title: "T"}}
	want := "T"
	for i := range 100 {
		if got := b.lastHeading(); i%3 == 0 && got != want {
			t.Fatalf("%d: %q, want %q", i, got, want)
		}
		k := block{kind: blockParagraph}
		if i%7 == 0 {
			want = fmt.Sprint(i)
			k = block{kind: blockSection, title: want}
		}
		b.add(k)
	}
}

package accounts

import "testing"

func TestSum(t *testing.T) {
	b := book("a 10 ?\nb 5 2\ns ~ ~ = a -b\nt 99 99 = s b\nn ~ ~ = m\nm ~ ~\nr 1 1 = r\nx 1 1 = y")
	for id, want := range map[string]string{"s": "5", "t": "10", "n": "", "r": "", "x": "", "y": "", "a": ""} {
		got, ok := b.Sum(id, 0)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%s adds up to %v, %v; want %q", id, got, ok, want)
		}
	}
	if got, ok := b.Sum("s", 1); ok {
		t.Errorf("an open figure adds up to %v", got)
	}
}

func TestClone(t *testing.T) {
	b := book("a 10 9")
	c := b.Clone()
	c.Statements[0].Lines[0].Cells[0].Amount = 1
	c.Statements[0].Lines[0].Label = "x"
	if got := b.Line("a"); got.Cells[0].Amount != 10*Kr || got.Label != "A" {
		t.Errorf("the book has changed with its copy: %+v", got)
	}
}

package copies

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content/diag"
)

// TestRead has lists as programs write them, and what is wrong with others.
func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"commas":       {"number,name\n7,Anne Hansen\nB-2,\"Bo, den ældre\"\n", "7 Anne Hansen|B-2 Bo, den ældre"},
		"semicolons":   {"\ufeffNr.;Navn;Kommune\r\n1;Åse Ærø;Ærø\r\n\r\n;;\r\n2;Bo;Fanø\r\n", "1 Åse Ærø|2 Bo"},
		"no numbers":   {"navn\n  Anne   Hansen \nBo\n", "1 Anne Hansen|2 Bo"},
		"tabs":         {"name\tnumber\nAnne\t10\n", "10 Anne"},
		"no columns":   {"Anne Hansen\nBo\n", "l.csv:1: copies-columns"},
		"empty":        {"", "l.csv:1: copies-columns"},
		"no copies":    {"name,number\n", "l.csv:1: copies-none"},
		"same number":  {"number,name\nx1,A\nX1,B\n", "l.csv:3:1: copies-number"},
		"bad number":   {"number,name\n../1,A\n,B\n", "l.csv:2:1: copies-number|l.csv:3:2: copies-number"},
		"no name":      {"number,name\n1,\n2\n", "l.csv:2:1: copies-name|l.csv:3:1: copies-name"},
		"control":      {"name\nA\u0007B\n" + strings.Repeat("x", 81) + "\n", "l.csv:2:1: copies-name|l.csv:3:1: copies-name"},
		"Latin-1":      {"name\nAnne\nB\xf8rge\n", "l.csv:3: copies-utf8"},
		"UTF-16":       {"n\x00a\x00", "l.csv:1: copies-utf8"},
		"open quote":   {"name\n\"Anne\n", "l.csv:2:7: copies-quotes"},
		"stray quotes": {"name\nAn\"ne\n", "l.csv:2:3: copies-quotes"},
	} {
		t.Run(name, func(t *testing.T) {
			list, problems := Read("l.csv", []byte(c.text))
			var got []string
			for _, d := range problems.Sorted() {
				got = append(got, d.Pos.String()+": "+d.Message.Code)
			}
			for _, c := range list {
				got = append(got, c.Number+" "+c.Name)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %s\nwant %s", s, c.want)
			}
		})
	}
}

// FuzzRead takes anything: what comes out is either all right or told of.
func FuzzRead(f *testing.F) {
	f.Add([]byte("number,name\n7,Anne Hansen\n"))
	f.Add([]byte("navn;nr\n\"a\";\"\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, problems := Read("l.csv", data)
		if (len(list) == 0) != problems.HasErrors() {
			t.Fatalf("%d copies, %v", len(list), problems.Sorted())
		}
		for _, c := range list {
			if !validNumber(c.Number) || c.Name == "" || !utf8.ValidString(c.Name) || c.Pos.Line == 0 {
				t.Fatalf("%+v", c)
			}
		}
		for _, d := range problems.Sorted() {
			if d.Text(diag.Danish) == "" {
				t.Fatal("nothing is said")
			}
		}
	})
}

package check_test

import (
	"strings"
	"testing"
)

// TestFront holds the title's years and the dates against the report's year.
func TestFront(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"title: Prøve", "title: Beretning 2024", ""},
		{"title: Prøve", "title: Beretning 2052", "year report.yaml:1:18 2052"},
		{"title: Prøve", "title: Beretning 2023", "year report.yaml:1:18 2023"},
		{"title: Prøve", "title: Beretning 2023/24", ""},
		{"title: Prøve", "title: Prøve\nsubtitle: Det gik i 2023", "year report.yaml:2:21 2023"},
		{"title: Prøve", "title: Prøve\nsubtitle: På vej mod 2027", ""},
		{"title: Prøve", "title: Prøve\nsubtitle: Verdensmål 2030", ""},
		{"title: Prøve", "title: Prøve\nsubtitle: Fra 2023 til 2024", ""},
		{"2025-02-27", "2024-12-31", ""},
		{"2025-02-27", "2024-12-30", "date report.yaml:5:7 2024-12-30"},
		{"2025-02-27", "2026-12-31", ""},
		{"2025-02-27", "2062-02-27", "date report.yaml:5:7 2062-02-27"},
	} {
		files := edition("  - heading: Ord\n")
		report := string(files["report.yaml"].Data)
		files["report.yaml"].Data = []byte(strings.Replace(report, c.from, c.to, 1))
		got := ""
		for _, f := range found(t, files) {
			got += f.Code + " " + f.Pos.String() + " " + f.Found
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.to, got, c.want)
		}
	}
	for date, want := range map[string]int{"2025-02-27": 0, "2052-02-27": 1, "2024-02-27": 1} {
		n := 0
		for _, f := range found(t, edition("  - signatures: {place: Køge, date: "+date+", parties: [{people: [lars-weiss]}]}\n")) {
			if f.Code == "date" && f.Pos.String() == "chapters/a.yaml:3:37" {
				n++
			}
		}
		if n != want {
			t.Errorf("signed %s: %d findings, want %d", date, n, want)
		}
	}
}

package check_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestWhatIsSaidOfPeople holds the municipality and the office beside a name, and who a
// unit is led by, against the roster and the organisation.
func TestWhatIsSaidOfPeople(t *testing.T) {
	for text, want := range map[string]string{
		"Martin Damm fra Kalundborg talte først.":                    "",
		"Martin Damm fra Odense talte først.":                        "municipality Odense -> Kalundborg",
		"Her sad Martin Damm (V), Kalundborg, og tav.":               "",
		"Her sad Martin Damm (V), Odense, og tav.":                   "municipality Odense -> Kalundborg",
		"Martin Damm fra Odense Kommune talte først.":                "municipality Odense -> Kalundborg",
		"Martin Damm fra Odense Forsyning talte først.":              "",
		"Lars Weiss, Martin Damm og Peter Rahbæk Juel, Odense, kom.": "",
		"Det siger borgmester Martin Damm nu.":                       "",
		"Det siger borgmestr Martin Damm nu.":                        "office borgmestr -> borgmester",
		"Kontoret ledes af Martin Damm til daglig.":                  "",
		"Kontoret har siden 2018 været ledet af Martin Damm.":        "",
		"Kontoret har siden 2018 været ledet af Lars Weiss.":         "office Lars Weiss -> Martin Damm",
		"Kontoret ledes af Lars Weiss til daglig.":                   "office Lars Weiss -> Martin Damm",
		"Tallene står i note 2 og note 14.":                          "reference 14 -> ",
		"Det er en sidenote 9 i bogen.":                              "",
	} {
		files := edition("  - text: " + text + "\n  - section: Note 2. Salg\n  - text: Salget gik fint.\n")
		files["organisation.yaml"] = &fstest.MapFile{Data: []byte("units:\n  kontor: {name: Kontoret, head: martin-damm}\n")}
		var got []string
		for _, f := range found(t, files) {
			got = append(got, f.Code+" "+f.Found+" -> "+f.Should.Danish)
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

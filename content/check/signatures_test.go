package check_test

import (
	"strings"
	"testing"
)

// TestSignatures: who signs for the board is on it and signs in the office held there, who signs for the
// management is not elected, and who is said to have signed the welcome has.
func TestSignatures(t *testing.T) {
	const letter = "  - letter:\n      greeting: Kære alle\n      text: Velkommen.\n      signatures: "
	for _, c := range []struct{ blocks, want string }{
		{letter + "[{person: martin-damm, role: Formand}, lars-weiss]\n", ""},
		{letter + "[martin-damm, peter-rahbaek-juel]\n", ""},
		{letter + "[{person: martin-damm, role: Formand}, peter-rahbaek-juel]\n", "office peter-rahbaek-juel"},
		{letter + "[martin-damm, peter-rahbaek-juel]\n  - text: Lars Weiss har sammen med to andre skrevet under på forordet.\n", "signatory Lars Weiss"},
		{letter + "[martin-damm, peter-rahbaek-juel]\n  - text: Martin Damm har skrevet under på forordet.\n", ""},
		{letter + "[martin-damm, peter-rahbaek-juel]\n  - text: Lars Weiss har ikke skrevet under på forordet.\n", ""},
		{letter + "[martin-damm, peter-rahbaek-juel]\n  - text: Lars Weiss har underskrevet aftalen.\n", ""},
		{letter + "[{person: martin-damm, role: Formand}]\n  - text: Velkomsten har foreningens næstformand underskrevet, og det er en velkomst til alle.\n", "signatory næstformand -> formand"},
		{letter + "[{person: martin-damm, role: Formand}]\n  - text: Foreningens formand har underskrevet denne velkomst.\n", ""},
		{"  - signatures:\n      place: Odense\n      date: 2025-02-27\n      parties: [{title: Direktion, people: [bo-birk]}]\n", "signatory bo-birk"},
		{"  - signatures:\n      place: Odense\n      date: 2025-02-27\n      parties: [{title: Direktion, people: [ida-holm]}]\n", ""},
	} {
		files := edition(c.blocks)
		people := strings.Replace(string(files["people.yaml"].Data), "groups:\n", "  ida-holm: {name: Ida Holm, office: Direktør}\n  bo-birk: {name: Bo Birk, office: Rådmand, party: V, municipality: Vejle}\ngroups:\n", 1)
		files["people.yaml"].Data = []byte(people)
		var got []string
		for _, f := range found(t, files) {
			if f.Code != "roster-unused" {
				got = append(got, strings.TrimSuffix(f.Code+" "+f.Found+" -> "+f.Should.English, " -> "))
			}
		}
		if list := strings.Join(got, "; "); list != c.want {
			t.Errorf("%s: %s, want %s", c.blocks, list, c.want)
		}
	}
}

package check_test

import (
	"testing"
	"testing/fstest"
)

// organEdition is an edition whose roster has committees of several parts and councils of
// regions.
func organEdition(text string) fstest.MapFS {
	ed := edition("  - text: |\n      " + text + "\n  - roster: [teknik, skole, plan, nord, syd, oest, vest]\n")
	ed["people.yaml"] = &fstest.MapFile{Data: []byte(`people:
  ib: {name: Ib Holm, office: Borgmester, party: V, municipality: Kalundborg}
groups:
  bestyrelse: {name: KL's bestyrelse, members: [{person: ib, role: Formand}]}
  teknik: {name: Teknik- og Havneudvalget, members: [{person: ib, role: Formand}]}
  skole: {name: Skole- og Fritidsudvalget, members: [{person: ib, role: Formand}]}
  plan: {name: "Plan-, By- og Landudvalget", members: [{person: ib, role: Formand}]}
  nord: {name: Kredsrådet Nord, members: [{person: ib, role: Formand}]}
  syd: {name: Kredsrådet Syd, members: [{person: ib, role: Formand}]}
  oest: {name: Kredsrådet Øst, members: [{person: ib, role: Formand}]}
  vest: {name: Kredsrådet Vest, members: [{person: ib, role: Formand}]}
`)}
	return ed
}

// TestOrgansOfParts has names of organs and lists of them, and what is told of each.
func TestOrgansOfParts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Sagen lå længe i Teknik- og Vejudvalget.", "name Teknik- og Vejudvalget -> Teknik- og Havneudvalget"},
		{"Det har Skole- og Kulturudvalget ønsket.", "name Skole- og Kulturudvalget -> Skole- og Fritidsudvalget"},
		{"KL's Børne- og Fritidsudvalg glæder sig.", "name Børne- og Fritidsudvalg -> Skole- og Fritidsudvalget"},
		{"Det er Skole- og Fritidudvalgets plan.", "name Skole- og Fritidudvalgets -> Skole- og Fritidsudvalget"},
		{"I Plan-, By- og Boligudvalget er vi enige.", "name Plan-, By- og Boligudvalget -> Plan-, By- og Landudvalget"},
		{"Det har Fritidsudvalget ønsket.", "name Fritidsudvalget -> Skole- og Fritidsudvalget"},
		{"Det har Folketingets Fritidsudvalg ønsket.", ""},
		{"Det har Kulturudvalget ønsket.", ""},
		{"Skole- og Fritidsudvalget mødtes. Det har Fritidsudvalget ønsket.", ""},
		{"Vi har fire kredsråd: Nord, Syd, Midt og Vest.", "name Midt -> Øst"},
		{"Kredsrådene i Nord, Syd, Øst og Øst har svaret.", "name Øst -> Vest"},
		{"Her taler Kredsrådet Nord, Kredsrådet Syd, Kredsrådet Øst og Kredsrådet Midtby.", "name Kredsrådet Midtby -> Kredsrådet Vest"},
		{"Vi hører Kredsrådet Nord, Kredsrådet Syd, Kredsrådet Syd og Kredsrådet Vest.", "name Kredsrådet Syd -> Kredsrådet Øst"},
		{"De fire er: Fyn, Syd, Øst og Vest.", "name Fyn -> Nord"},

		{"Sagen lå længe i Teknik- og Havneudvalget.", ""},
		{"KL's Skole- og Fritidsudvalg glæder sig.", ""},
		{"Det er Skole- og Fritidsudvalgets plan.", ""},
		{"Folketingets Skole- og Kulturudvalg har spurgt.", ""},
		{"Mange har et teknik- og vejudvalg.", ""},
		{"Social- og Sundhedsudvalget er det ikke.", ""},
		{"I Plan-, By- og Landudvalget er vi enige.", ""},
		{"Vi har fire kredsråd: Nord, Syd, Øst og Vest.", ""},
		{"Vinden kom fra Nord, Syd og Øst.", ""},
		{"Møderne holdes i Nord, Syd, Øst, og i år er det Fyn, der er vært.", ""},
		{"Teknik- og Vejudvalget i Aarhus er enig.", ""},
	} {
		if got := toldIn(t, organEdition(c.text)); got != c.want {
			t.Errorf("%s: %q, not %q", c.text, got, c.want)
		}
	}
}

// TestShortened has a committee whose name lacks a part of that of the roster's.
func TestShortened(t *testing.T) {
	for text, want := range map[string]string{
		"Byernes Havudvalg er nyt.":                              "name Byernes Havudvalg -> Byernes Havfiskeudvalg",
		"Byernes Havfiskeudvalg er nyt, siger Havfiskeudvalget.": "",
		"Landets Havudvalg er nyt.":                              "",
	} {
		ed := edition("  - text: |\n      " + text + "\n  - roster: [hav]\n")
		ed["people.yaml"].Data = append(ed["people.yaml"].Data, "  hav:\n    name: Byernes Havfiskeudvalg\n    members: [lars-weiss]\n"...)
		if got := toldIn(t, ed); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

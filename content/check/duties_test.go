package check_test

import "testing"

// TestDuties has what two places say that organs decide.
func TestDuties(t *testing.T) {
	for text, want := range map[string]string{
		"Årsmødet fastsætter takstsatserne.\n\n      Efter reglerne er det bestyrelsen, der fastsætter takstsatserne.":                                                "office bestyrelsen -> Årsmødet",
		"Efter reglerne er det bestyrelsen, der fastsætter takstsatserne.\n\n      Årsmødet fastsætter takstsatserne. Det er årsmødet, der fastsætter takstsatserne.": "office bestyrelsen -> Årsmødet",
		"Årsmødet vælger forperson og godkender årsrapporten.\n\n      Vi indstiller til bestyrelsen, at årsrapporten godkendes.":                                     "office bestyrelsen -> Årsmødet",
		"Årsmødet vælger forperson og godkender årsrapporten.\n\n      Vi indstiller til årsmødet, at årsrapporten godkendes.":                                        "",
		"Årsmødet fastsætter takstsatserne.\n\n      Det er bestyrelsen, der fastsætter lønningerne.":                                                                 "",
		"Årsmødet fastsætter takstsatserne.\n\n      Bestyrelsen har fastsat takstsatserne til årsmødet.":                                                             "",
		"Årsmødet fastsætter takstsatserne.\n\n      Bestyrelsen indstiller takstsatserne, og repræsentantskabet vælger formanden.":                                   "",
	} {
		if got := toldIn(t, edition("  - text: |\n      "+text+"\n")); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

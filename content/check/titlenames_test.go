package check_test

import "testing"

// TestTitleNames has what a title or a caption names, and the text beside it.
func TestTitleNames(t *testing.T) {
	for _, c := range []struct{ blocks, want string }{
		{"  - box: {title: Kort om Havnekredsen, text: \"Bag Havnefonden står to byer. Den lever.\"}\n", "name Havnekredsen -> Havnefonden"},
		{"  - box: {title: Kort om Havnefonden, text: \"Bag Havnefonden står to byer. Den lever.\"}\n", ""},
		{"  - text: Vi mødte Havnekredsen i går.\n  - box: {title: Kort om Havnekredsen, text: \"Bag Havnefonden står to byer.\"}\n", ""},
		{"  - box: {title: Kort om Havnekredsen, text: \"Bag Havnefonden og Havneklubben står to byer.\"}\n", ""},
		{"  - box: {title: Kort om Havnekredsen, text: \"Bag Strandfonden står to byer.\"}\n", ""},
		{"  - fact: {icon: moede, caption: I Fælles om Fisken er vi med}\n  - text: Vi sidder i netværket Samlet om Fisken.\n", "name Fælles om Fisken -> Samlet om Fisken"},
		{"  - fact: {icon: moede, caption: I Samlet om Fisken er vi med}\n  - text: Vi sidder i netværket Samlet om Fisken.\n", ""},
		{"  - fact: {icon: moede, caption: I Fælles om Fisken er vi med}\n  - text: Vi sidder i netværket Samlet om Fuglen.\n", ""},
	} {
		if got := toldIn(t, edition(c.blocks)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.blocks, got, c.want)
		}
	}
}

package check

import "testing"

// TestRegionOf has every municipality in a region.
func TestRegionOf(t *testing.T) {
	count := map[string]int{}
	for _, m := range municipalities() {
		count[regionOf(m)]++
	}
	for region, want := range map[string]int{"Hovedstaden": 29, "Sjælland": 17, "Syddanmark": 22, "Midtjylland": 19, "Nordjylland": 11} {
		if count[region] != want {
			t.Errorf("%s has %d municipalities, not %d", region, count[region], want)
		}
	}
}

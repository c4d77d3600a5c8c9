package check

import "testing"

// TestAYearThatIsTheFigure has a head of a column such as "2024 kr.", which is a year
// and an amount at once.
func TestAYearThatIsTheFigure(t *testing.T) {
	s := sentence{text: "2024 kr.", lower: "2024 kr."}
	if s.together(span{from: 0, to: 8}, span{from: 0, to: 4}) {
		t.Error("a year stands beside itself")
	}
}

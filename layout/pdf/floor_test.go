package pdf

import (
	"bytes"
	"slices"
	"testing"
)

// TestFloorIsAllThatIsPacked unpacks a file and packs it again: the bytes come to
// those of its packed streams.
func TestFloorIsAllThatIsPacked(t *testing.T) {
	file := write(t, book(t, 20), Options{})
	f, err := NewFloor(file)
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := f.Write(&again); err != nil {
		t.Fatal(err)
	}
	if again.Len() < len(file)*8/10 || again.Len() > len(file) {
		t.Errorf("%d streams of %d bytes packed, of a file of %d", len(f.streams), again.Len(), len(file))
	}
	if !slices.ContainsFunc(f.streams, func(s []byte) bool { return bytes.Contains(s, []byte(" Tf\n")) }) {
		t.Error("no stream is a page's")
	}
	if _, err := NewFloor([]byte("<</Length 9>>\nstream\nx")); err == nil {
		t.Error("a stream that is cut off is taken")
	}
}

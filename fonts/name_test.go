package fonts

import (
	"os"
	"testing"
)

func TestNameOf(t *testing.T) {
	for _, id := range IDs() {
		data, err := os.ReadFile("source/" + string(id) + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := NameOf(data); got != id || err != nil {
			t.Errorf("the name of %s is %q, %v", id, got, err)
		}
	}
	if got, err := NameOf([]byte("no font")); got != "" || err == nil {
		t.Errorf("no font has the name %q", got)
	}
}

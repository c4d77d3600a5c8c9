package page

import "testing"

func TestContrast(t *testing.T) {
	white, black := Color{R: 255, G: 255, B: 255}, Color{}
	grey := Color{R: 0x77, G: 0x77, B: 0x77} // 4.48 on white, a well known near miss of 4.5
	for _, c := range []struct {
		a, b Color
		want int64
	}{{white, black, 21000}, {black, white, 21000}, {white, white, 1000}, {grey, white, 4478}} {
		if got := Contrast(c.a, c.b); got != c.want {
			t.Errorf("the contrast of %v and %v is %d, not %d", c.a, c.b, got, c.want)
		}
	}
}

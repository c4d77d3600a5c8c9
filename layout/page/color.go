package page

import "math"

// Luminance returns the colour's relative luminance in millionths, rounded to
// the nearest (WCAG 2.2, "relative luminance").
func Luminance(c Color) int64 {
	return int64(math.Round(1e6 * (0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B))))
}

// linear undoes the transfer curve of sRGB.
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// Contrast returns the contrast of two colours in thousandths, from 1000 (the
// same grey) to 21000 (black on white), rounded down (WCAG 2.2, "contrast
// ratio").
func Contrast(a, b Color) int64 {
	light, dark := Luminance(a), Luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 50000) * 1000 / (dark + 50000)
}

package svg

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/layout/page"
)

// paint is what a fill or stroke is painted with.
type paint struct {
	kind  paintKind
	color page.Color // black where kind is current
}

type paintKind uint8

const (
	none paintKind = iota
	solid
	current // the colour the drawing is given
)

// parsePaint reads a paint: none, currentColor, #rgb, #rrggbb, rgb() with
// whole numbers, or one of the sixteen colours HTML 4 names.
func parsePaint(s string) (paint, error) {
	switch lower := strings.ToLower(s); {
	case lower == "none" || lower == "transparent":
		return paint{}, nil
	case lower == "currentcolor":
		return paint{kind: current}, nil
	case strings.HasPrefix(s, "#"):
		return hexPaint(s[1:])
	case strings.HasPrefix(lower, "rgb(") && strings.HasSuffix(lower, ")"):
		return channels(lower[len("rgb(") : len(lower)-1])
	default:
		return namedPaint(lower)
	}
}

// hexPaint reads three or six hexadecimal digits.
func hexPaint(digits string) (paint, error) {
	if len(digits) == 3 {
		d := digits
		digits = string([]byte{d[0], d[0], d[1], d[1], d[2], d[2]})
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return paint{}, fmt.Errorf("the colour #%.20s is not 3 or 6 hexadecimal digits", digits)
	}
	return rgb(uint32(v)), nil
}

// channels reads the three numbers of rgb().
func channels(inside string) (paint, error) {
	parts := strings.Split(inside, ",")
	var v uint32
	for _, part := range parts {
		n, err := strconv.ParseUint(strings.TrimSpace(part), 10, 8)
		if err != nil || len(parts) != 3 {
			return paint{}, fmt.Errorf("the colour rgb(%.40s) is not three numbers up to 255", inside)
		}
		v = v<<8 | uint32(n)
	}
	return rgb(v), nil
}

func namedPaint(name string) (paint, error) {
	colours := map[string]uint32{
		"black": 0x000000, "silver": 0xC0C0C0, "gray": 0x808080, "white": 0xFFFFFF,
		"maroon": 0x800000, "red": 0xFF0000, "purple": 0x800080, "fuchsia": 0xFF00FF,
		"green": 0x008000, "lime": 0x00FF00, "olive": 0x808000, "yellow": 0xFFFF00,
		"navy": 0x000080, "blue": 0x0000FF, "teal": 0x008080, "aqua": 0x00FFFF,
	}
	v, ok := colours[name]
	if !ok {
		return paint{}, fmt.Errorf("the paint %.40q is not supported", name)
	}
	return rgb(v), nil
}

// rgb is the solid paint 0xRRGGBB.
func rgb(v uint32) paint {
	return paint{kind: solid, color: page.Color{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}}
}

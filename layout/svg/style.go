package svg

import (
	"errors"
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// style is the properties that are inherited (SVG 1.1, chapter 11).
type style struct {
	fill, stroke paint
	width        float64 // of the stroke, in user units
	cap, join    string
	evenOdd      bool
}

// initial is the style of a drawing that says nothing.
func initial() style {
	return style{fill: paint{kind: solid}, width: 1, cap: "butt", join: "miter"}
}

// set gives a property its value. It is not known where the property is not
// one of those this package reads.
func (s *style) set(property, value string) (known bool, err error) {
	value = strings.TrimSpace(value)
	switch property {
	case "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule":
	case "opacity", "fill-opacity", "stroke-opacity":
		return true, only(property, value, "1")
	case "stroke-dasharray":
		return true, only(property, value, "none")
	case "display":
		return true, only(property, value, "inline", "block")
	case "visibility":
		return true, only(property, value, "visible")
	case "stroke-miterlimit", "stroke-dashoffset", "clip-rule", "enable-background", "overflow", "isolation",
		"shape-rendering", "color-rendering", "color-interpolation", "image-rendering", "text-rendering":
		return true, nil // of no consequence for what is drawn here
	default:
		return false, nil
	}
	if value == "inherit" {
		return true, nil
	}
	return true, s.change(property, value)
}

// change sets one of the inherited properties.
func (s *style) change(property, value string) (err error) {
	switch property {
	case "fill":
		s.fill, err = parsePaint(value)
	case "stroke":
		s.stroke, err = parsePaint(value)
	case "stroke-width":
		s.width, err = measure(value)
		if err == nil && s.width < 0 {
			err = fmt.Errorf("%q is negative", value)
		}
	case "stroke-linecap":
		s.cap, err = value, only("it", value, "butt", "round", "square")
	case "stroke-linejoin":
		s.join, err = value, only("it", value, "miter", "round", "bevel")
	case "fill-rule":
		s.evenOdd, err = value == "evenodd", only("it", value, "nonzero", "evenodd")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", property, err)
	}
	return nil
}

// only is an error where value is none of the allowed.
func only(property, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return fmt.Errorf("%s %.40q is not supported, only %s", property, value, strings.Join(allowed, ", "))
}

// declarations sets the properties of a style attribute.
func (s *style) declarations(text string) (wrong []error) {
	for one := range strings.SplitSeq(text, ";") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		property, value, ok := strings.Cut(one, ":")
		if !ok {
			wrong = append(wrong, fmt.Errorf("style %.40q is not a property and a value", one))
			continue
		}
		property = strings.TrimSpace(property)
		known, err := s.set(property, value)
		if err == nil && !known && !foreign(property) {
			err = unsupported("style property", property)
		}
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	return wrong
}

// foreign reports a property that is another program's own, or of text, which
// there is none of.
func foreign(property string) bool {
	for _, prefix := range []string{"-", "font-", "text-", "inkscape-"} {
		if strings.HasPrefix(property, prefix) {
			return true
		}
	}
	return property == "line-height" || property == "letter-spacing"
}

// ink is a shape with the style's paints, its path already placed by m.
func (s style) ink(path geom.Path, o *outline, m matrix) (shape, error) {
	sh := shape{Shape: page.Shape{Path: path}}
	if s.fill.kind != none {
		sh.Fill, sh.EvenOdd = &s.fill.color, s.evenOdd
		sh.currentFill = s.fill.kind == current
	}
	if s.stroke.kind == none {
		return sh, nil
	}
	stroke, err := s.pen(o, m)
	if err != nil || stroke.Width == 0 {
		return sh, err
	}
	sh.Stroke, sh.currentStroke = &stroke, s.stroke.kind == current
	return sh, nil
}

// pen is the style's stroke as the page model can draw it: of one width in
// every direction, its caps and joins either both round or both plain. Caps
// and joins that the outline doesn't show don't count.
func (s style) pen(o *outline, m matrix) (page.Stroke, error) {
	k, even := m.scale()
	if !even {
		return page.Stroke{}, errors.New("a stroke under a transform that is not even in all directions is not supported")
	}
	width, err := length(s.width * k)
	if err != nil {
		return page.Stroke{}, err
	}
	plain := (s.cap == "butt" || !o.ends()) && (s.join == "miter" || !o.corners())
	round := (s.cap == "round" || !o.ends()) && (s.join == "round" || !o.corners())
	if !plain && !round {
		return page.Stroke{}, fmt.Errorf("stroke-linecap %s with stroke-linejoin %s is not supported, only butt with miter and round with round", s.cap, s.join)
	}
	return page.Stroke{Color: s.stroke.color, Width: width, Round: !plain}, nil
}

package svg

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// maxNumber bounds every number in a drawing, in user units. It keeps the
// arithmetic far from overflow; a page is 14,400 points at the most.
const maxNumber = 1e6

// scanner reads the small languages inside attributes: path data, lists of
// points, transforms (SVG 1.1, 8.3.9 and 7.6).
type scanner struct {
	s string
	i int
}

func (c *scanner) done() bool { return c.i >= len(c.s) }

// peek returns the next byte, 0 at the end.
func (c *scanner) peek() byte {
	if c.done() {
		return 0
	}
	return c.s[c.i]
}

// space skips white space.
func (c *scanner) space() {
	for !c.done() && strings.IndexByte(" \t\r\n\f", c.s[c.i]) >= 0 {
		c.i++
	}
}

// separator skips white space with at most one comma in it and reports whether
// there was a comma.
func (c *scanner) separator() bool {
	c.space()
	if c.peek() != ',' {
		return false
	}
	c.i++
	c.space()
	return true
}

// digits skips digits and returns how many there were.
func (c *scanner) digits() int {
	from := c.i
	for c.peek() >= '0' && c.peek() <= '9' {
		c.i++
	}
	return c.i - from
}

// sign skips a sign.
func (c *scanner) sign() {
	if c.peek() == '+' || c.peek() == '-' {
		c.i++
	}
}

// number reads a number in the compact syntax, where it ends at the first byte
// that can't belong to it: "1.5.5-2" is 1.5, .5 and -2.
func (c *scanner) number() (float64, error) {
	from := c.i
	c.sign()
	n := c.digits()
	if c.peek() == '.' {
		c.i++
		n += c.digits()
	}
	if n == 0 {
		c.i = from
		return 0, fmt.Errorf("a number is expected at %s", c.here())
	}
	c.exponent()
	v, err := strconv.ParseFloat(c.s[from:c.i], 64)
	if err != nil || math.Abs(v) > maxNumber {
		return 0, fmt.Errorf("the number %.40s is too large", c.s[from:c.i])
	}
	return v, nil
}

// exponent skips an exponent if there is a whole one.
func (c *scanner) exponent() {
	from := c.i
	if c.peek() != 'e' && c.peek() != 'E' {
		return
	}
	c.i++
	c.sign()
	if c.digits() == 0 {
		c.i = from
	}
}

// flag reads an arc's flag, a single digit that may stand right before the
// next number.
func (c *scanner) flag() (float64, error) {
	b := c.peek()
	if b != '0' && b != '1' {
		return 0, fmt.Errorf("0 or 1 is expected at %s", c.here())
	}
	c.i++
	return float64(b - '0'), nil
}

// here quotes what comes next, for messages.
func (c *scanner) here() string {
	if c.done() {
		return "the end"
	}
	return fmt.Sprintf("%.12q", c.s[c.i:])
}

// numbers reads a list of numbers, separated by white space, commas or
// nothing, that fills s.
func numbers(s string) ([]float64, error) {
	c := scanner{s: s}
	var list []float64
	c.space()
	for !c.done() {
		v, err := c.number()
		if err != nil {
			return nil, err
		}
		list = append(list, v)
		if c.separator() && c.done() {
			return nil, errors.New("a number is expected after the last comma")
		}
	}
	return list, nil
}

// measure reads a length in user units: a number alone or with px after it.
func measure(s string) (float64, error) {
	list, err := numbers(strings.TrimSuffix(strings.TrimSpace(s), "px"))
	if err == nil && len(list) != 1 {
		err = errors.New("one number is expected")
	}
	if err != nil {
		return 0, fmt.Errorf("%.40q: %w", s, err)
	}
	return list[0], nil
}

package svg

import "fmt"

// arity is how many numbers each path command takes (SVG 1.1, 8.3), by its
// upper-case letter; -1 is no command.
func arity(cmd byte) int {
	switch cmd {
	case 'Z':
		return 0
	case 'H', 'V':
		return 1
	case 'M', 'L', 'T':
		return 2
	case 'S', 'Q':
		return 4
	case 'C':
		return 6
	case 'A':
		return 7
	}
	return -1
}

// pathReader draws path data.
type pathReader struct {
	scan scanner
	outline
	last  byte // the command before, in upper case
	pull  vec  // the control point nearest the pen, if last was a curve
	coord [7]float64
}

// pathData reads the d attribute of a path. Unlike a browser, which draws what
// comes before a mistake, it refuses the whole.
func pathData(d string) (*outline, error) {
	p := &pathReader{scan: scanner{s: d}}
	p.scan.space()
	for !p.scan.done() {
		if err := p.command(); err != nil {
			return nil, fmt.Errorf("path data: %w", err)
		}
		p.scan.space()
	}
	return &p.outline, nil
}

// command reads a letter and all the sets of numbers that follow it.
func (p *pathReader) command() error {
	letter := p.scan.peek()
	cmd := letter &^ 0x20
	n := arity(cmd)
	if n < 0 {
		return fmt.Errorf("a command is expected at %s", p.scan.here())
	}
	if p.last == 0 && cmd != 'M' {
		return fmt.Errorf("it begins with %c, not with M", letter)
	}
	p.scan.i++
	if n == 0 {
		p.close()
		p.last = cmd
		return nil
	}
	relative := letter != cmd
	for {
		p.scan.space()
		if err := p.numbers(cmd, n); err != nil {
			return err
		}
		p.apply(cmd, relative)
		if cmd == 'M' {
			cmd = 'L' // further pairs of a move are lines
		}
		if !p.more() {
			return nil
		}
	}
}

// more reports whether another set of numbers follows; after a comma there
// must be one, and reading it tells.
func (p *pathReader) more() bool {
	if p.scan.separator() {
		return true
	}
	b := p.scan.peek()
	return b == '+' || b == '-' || b == '.' || b >= '0' && b <= '9'
}

// numbers reads the n numbers of a command into coord.
func (p *pathReader) numbers(cmd byte, n int) (err error) {
	for i := range n {
		if i > 0 {
			p.scan.separator()
		}
		if cmd == 'A' && (i == 3 || i == 4) {
			p.coord[i], err = p.scan.flag()
		} else {
			p.coord[i], err = p.scan.number()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// apply draws one command with its numbers.
func (p *pathReader) apply(cmd byte, relative bool) {
	var origin vec
	if relative {
		origin = p.cur
	}
	c := p.coord
	at := func(i int) vec { return origin.add(vec{c[i], c[i+1]}) }
	switch cmd {
	case 'M':
		p.move(at(0))
	case 'L':
		p.line(at(0))
	case 'H':
		p.line(vec{origin.x + c[0], p.cur.y})
	case 'V':
		p.line(vec{p.cur.x, origin.y + c[0]})
	case 'C':
		p.curve(at(0), at(2), at(4))
	case 'S':
		p.curve(p.smooth('C', 'S'), at(0), at(2))
	case 'Q':
		p.bend(at(0), at(2))
	case 'T':
		p.bend(p.smooth('Q', 'T'), at(0))
	case 'A':
		p.arc(arc{rx: c[0], ry: c[1], degrees: c[2], large: c[3] == 1, sweep: c[4] == 1}, at(5))
	}
	p.last = cmd
}

func (p *pathReader) curve(a, b, to vec) {
	p.cubic(a, b, to)
	p.pull = b
}

func (p *pathReader) bend(c, to vec) {
	p.quad(c, to)
	p.pull = c
}

// smooth returns the control point that goes on straight from the curve
// before, if that was one of the two commands.
func (p *pathReader) smooth(a, b byte) vec {
	if p.last != a && p.last != b {
		return p.cur
	}
	return p.pull.mirror(p.cur)
}

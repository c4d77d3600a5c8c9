package pdf

import (
	"bytes"
	"strconv"
)

// scanner reads PDF values from b, beginning at at.
type scanner struct {
	b  []byte
	at int
}

// deepest is how far values may lie inside each other; fpdf's lie three deep.
const deepest = 16

// skip passes white space.
func (s *scanner) skip() {
	for s.at < len(s.b) && (s.b[s.at] == ' ' || s.b[s.at] == '\n') {
		s.at++
	}
}

// word passes white space and then w, and reports whether it was there.
func (s *scanner) word(w string) bool {
	s.skip()
	if !bytes.HasPrefix(s.b[s.at:], []byte(w)) {
		return false
	}
	s.at += len(w)
	return true
}

// regulars reads the regular characters from here on.
func (s *scanner) regulars() string {
	from := s.at
	for s.at < len(s.b) && regular(s.b[s.at]) {
		s.at++
	}
	return string(s.b[from:s.at])
}

func (s *scanner) integer() (int, bool) {
	s.skip()
	n, err := strconv.Atoi(s.regulars())
	return n, err == nil
}

// value reads a value; nil is something unknown or the end.
func (s *scanner) value() any { return s.valueAt(0) }

func (s *scanner) valueAt(depth int) any {
	switch {
	case depth > deepest:
		return nil
	case s.word("<<"):
		return s.dict(depth)
	case s.word("["):
		return s.array(depth)
	case s.word("/"):
		return name(s.regulars())
	}
	return s.numberOrRef()
}

func (s *scanner) dict(depth int) any {
	d := dict{}
	for !s.word(">>") {
		key, ok := s.valueAt(deepest).(name)
		if !ok {
			return nil
		}
		v := s.valueAt(depth + 1)
		if v == nil {
			return nil
		}
		d[string(key)] = v
	}
	return d
}

func (s *scanner) array(depth int) any {
	a := array{}
	for !s.word("]") {
		v := s.valueAt(depth + 1)
		if v == nil {
			return nil
		}
		a = append(a, v)
	}
	return a
}

// numberOrRef reads a number, or a reference where " 0 R" follows one.
func (s *scanner) numberOrRef() any {
	text := s.regulars()
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return nil
	}
	if n, err := strconv.Atoi(text); err == nil && bytes.HasPrefix(s.b[s.at:], []byte(" 0 R")) {
		s.at += len(" 0 R")
		return indirect(n)
	}
	return number(text)
}

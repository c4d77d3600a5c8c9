package manuscript

import (
	"regexp"
	"sync"
)

// expr is a regular expression that is compiled when it is first asked for: to
// compile them all takes longer than the program to start.
type expr struct {
	text string
	once sync.Once
	re   *regexp.Regexp
}

// lazily returns the expression; one that is none is found by the tests.
func lazily(text string) *expr { return &expr{text: text} }

func (e *expr) get() *regexp.Regexp {
	e.once.Do(func() { e.re = regexp.MustCompile(e.text) })
	return e.re
}

// The methods are those of regexp.Regexp.

func (e *expr) String() string                         { return e.text }
func (e *expr) MatchString(s string) bool              { return e.get().MatchString(s) }
func (e *expr) FindString(s string) string             { return e.get().FindString(s) }
func (e *expr) FindStringSubmatch(s string) []string   { return e.get().FindStringSubmatch(s) }
func (e *expr) FindAllString(s string, n int) []string { return e.get().FindAllString(s, n) }
func (e *expr) ReplaceAllString(s, with string) string { return e.get().ReplaceAllString(s, with) }
func (e *expr) Split(s string, n int) []string         { return e.get().Split(s, n) }
func (e *expr) FindAllStringSubmatch(s string, n int) [][]string {
	return e.get().FindAllStringSubmatch(s, n)
}
func (e *expr) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return e.get().FindAllStringSubmatchIndex(s, n)
}

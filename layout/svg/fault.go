package svg

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxProblems is how many problems of a drawing are told of at once.
const maxProblems = 20

// Error is what is wrong with a drawing, or not supported in it.
type Error struct {
	Line    int // of the element, from 1
	Problem string
}

// Error writes the line and the problem.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Problem) }

// Errors are all problems of a drawing, in its order, or the first of very many.
type Errors []*Error

// Error writes them one after the other.
func (e Errors) Error() string {
	all := make([]string, len(e))
	for i, one := range e {
		all[i] = one.Error()
	}
	return strings.Join(all, "; ")
}

// Unwrap returns each.
func (e Errors) Unwrap() []error {
	all := make([]error, len(e))
	for i, one := range e {
		all[i] = one
	}
	return all
}

// unsupported says that a feature of SVG is not one this package draws.
func unsupported(what, name string) error {
	return fmt.Errorf("unsupported SVG feature: the %s %.40q", what, name)
}

// located makes an Error of err. The XML reader knows its line better.
func located(err error, line int) *Error {
	if errors.Is(err, io.EOF) {
		return &Error{Line: line, Problem: "there is no svg element"}
	}
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		return &Error{Line: syntax.Line, Problem: syntax.Msg}
	}
	return &Error{Line: line, Problem: err.Error()}
}

package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// What a drawing may hold, so that a hostile one costs little.
const (
	maxBytes    = 1 << 20
	maxElements = 10_000
	maxDepth    = 32
)

const namespace = "http://www.w3.org/2000/svg"

// Error is what is wrong with a drawing, or not supported in it.
type Error struct {
	Line    int // of the element, from 1
	Problem string
}

// Error writes the line and the problem.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Problem) }

// Parse reads a drawing. It refuses what it can't draw truly; the error is an
// *Error and names the element or attribute and its line.
func Parse(data []byte) (*Drawing, error) {
	if len(data) > maxBytes {
		return nil, &Error{Line: 1, Problem: fmt.Sprintf("the file is over %d bytes", maxBytes)}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	r := &reader{dec: xml.NewDecoder(bytes.NewReader(data)), drawing: &Drawing{}}
	for {
		line, _ := r.dec.InputPos()
		tok, err := r.dec.Token()
		if errors.Is(err, io.EOF) && r.elements > 0 {
			break
		}
		if err == nil {
			err = r.token(tok)
		}
		if err != nil {
			return nil, located(err, line)
		}
	}
	r.drawing.Items = r.drawing.Recolour(page.Color{})
	return r.drawing, nil
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

// reader builds a drawing from XML tokens.
type reader struct {
	dec      *xml.Decoder
	drawing  *Drawing
	open     []element // the elements around
	elements int
}

// token takes one token of the file.
func (r *reader) token(tok xml.Token) error {
	switch t := tok.(type) {
	case xml.StartElement:
		return r.begin(t)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
	case xml.CharData:
		if len(bytes.TrimSpace(t)) > 0 && !(len(r.open) > 0 && describes(r.inner().name)) {
			return errors.New("text is not supported")
		}
	case xml.Directive:
		return errors.New("a document type is not supported")
	case xml.ProcInst:
		if t.Target != "xml" {
			return fmt.Errorf("the instruction %.20q is not supported", t.Target)
		}
	}
	return nil
}

// inner is the innermost open element.
func (r *reader) inner() *element { return &r.open[len(r.open)-1] }

// describes reports whether an element only tells of the one it is in.
func describes(name string) bool { return name == "title" || name == "desc" }

// begin takes the start of an element.
func (r *reader) begin(t xml.StartElement) error {
	name := t.Name.Local
	if err := r.admit(t.Name); err != nil {
		return err
	}
	e := element{name: name, geometry: map[string]string{}, style: initial(), matrix: identity()}
	if len(r.open) > 0 {
		e.style, e.matrix = r.inner().style, r.inner().matrix
	}
	if err := e.read(t.Attr); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var err error
	if _, graphic := geometryOf(name); graphic {
		err = r.drawing.draw(e)
	} else if name == "svg" {
		err = r.drawing.view(&e)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	r.open = append(r.open, e)
	return nil
}

// admit checks that an element may stand where it does.
func (r *reader) admit(name xml.Name) error {
	r.elements++
	if r.elements > maxElements || len(r.open) >= maxDepth {
		return fmt.Errorf("there are over %d elements, or over %d in each other", maxElements, maxDepth)
	}
	if name.Space != namespace {
		return fmt.Errorf("the element %.40q is not in the namespace %s", name.Local, namespace)
	}
	_, graphic := geometryOf(name.Local)
	ok := name.Local == "svg" && r.elements == 1
	if len(r.open) > 0 {
		in := r.inner().name
		container := in == "svg" || in == "g"
		ok = container && (graphic || name.Local == "g") || describes(name.Local) && !describes(in)
	}
	if !ok {
		return fmt.Errorf("the element %.40q is not supported here", name.Local)
	}
	return nil
}

// read takes an element's attributes. A style attribute wins over the
// presentation attributes, whatever their order.
func (e *element) read(attrs []xml.Attr) error {
	var declarations string
	seen := map[xml.Name]bool{}
	for _, a := range attrs {
		if seen[a.Name] {
			return fmt.Errorf("the attribute %.40q is there twice", a.Name.Local)
		}
		seen[a.Name] = true
		if a.Name.Space == "" && a.Name.Local == "style" {
			declarations = a.Value
			continue
		}
		if err := e.attribute(a); err != nil {
			return err
		}
	}
	return e.style.declarations(declarations)
}

// attribute takes one attribute.
func (e *element) attribute(a xml.Attr) error {
	if a.Name.Space == "" && a.Name.Local == "transform" && e.name != "svg" {
		m, err := transform(a.Value)
		e.matrix = e.matrix.then(m)
		return err
	}
	if a.Name.Space == "" && e.places(a.Name.Local) {
		e.geometry[a.Name.Local] = a.Value
		return nil
	}
	if harmless(a.Name) {
		return nil
	}
	known, err := false, error(nil)
	if a.Name.Space == "" {
		known, err = e.style.set(a.Name.Local, a.Value)
	}
	if err == nil && !known {
		return fmt.Errorf("the attribute %.40q is not supported", a.Name.Local)
	}
	return err
}

// places reports whether the attribute says where the element is. Of the
// outermost element only the viewBox does: the size it asks to be shown at is
// for its user to say.
func (e *element) places(attr string) bool {
	if e.name == "svg" {
		return attr == "viewBox" || attr == "width" || attr == "height"
	}
	attrs, _ := geometryOf(e.name)
	for one := range strings.FieldsSeq(attrs) {
		if one == attr {
			return true
		}
	}
	return false
}

// harmless reports whether an attribute has no say in how a drawing looks. A
// class has none without a style sheet, and those are refused.
func harmless(name xml.Name) bool {
	if name.Space == "xmlns" || name.Space == "" && strings.HasPrefix(name.Local, "aria-") {
		return true
	}
	switch name {
	case xml.Name{Local: "xmlns"}, xml.Name{Local: "version"}, xml.Name{Local: "id"}, xml.Name{Local: "class"},
		xml.Name{Local: "role"}, xml.Name{Local: "focusable"}:
		return true
	}
	return false
}

// view gives the drawing the size of the outermost element's viewBox.
func (d *Drawing) view(e *element) error {
	v, err := numbers(e.geometry["viewBox"])
	if err != nil {
		return fmt.Errorf("viewBox: %w", err)
	}
	if len(v) != 4 {
		return errors.New("a viewBox of four numbers is needed")
	}
	e.matrix = translation(vec{-v[0], -v[1]})
	w, errW := length(v[2])
	h, errH := length(v[3])
	if err := errors.Join(errW, errH); err != nil || w <= 0 || h <= 0 {
		return fmt.Errorf("the viewBox is %g × %g", v[2], v[3])
	}
	d.Size = geom.Size{W: w, H: h}
	return nil
}

// draw adds a graphics element, if there is any ink in it.
func (d *Drawing) draw(e element) error {
	o, err := e.outline()
	if err != nil {
		return err
	}
	path, err := o.path(e.matrix)
	if err != nil || len(path) == 0 {
		return err
	}
	if e.name == "line" {
		e.style.fill.kind = none // there is no inside
	}
	s, err := e.style.ink(path, o, e.matrix)
	if err == nil && (s.Fill != nil || s.Stroke != nil) {
		d.shapes = append(d.shapes, s)
	}
	return err
}

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

// Parse reads a drawing. It refuses what it can't draw truly; the error is
// Errors, and names each element or attribute and its line.
func Parse(data []byte) (*Drawing, error) {
	if len(data) > maxBytes {
		return nil, Errors{{Line: 1, Problem: fmt.Sprintf("the file is over %d bytes", maxBytes)}}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	r := &reader{dec: xml.NewDecoder(bytes.NewReader(data)), drawing: &Drawing{}}
	r.sheet, r.found = styleSheet(data)
	for len(r.found) < maxProblems {
		line, _ := r.dec.InputPos()
		tok, err := r.dec.Token()
		if errors.Is(err, io.EOF) && r.elements > 0 {
			break
		}
		if err != nil {
			r.found = append(r.found, located(err, line))
			break
		}
		if err := r.token(tok, line); err != nil {
			r.found = append(r.found, located(err, line))
			if r.elements <= 1 || r.elements > maxElements || len(r.open) >= maxDepth {
				break // it is no drawing
			}
		}
	}
	if len(r.found) > 0 {
		return nil, r.found
	}
	r.drawing.Items = r.drawing.Recolour(page.Color{})
	return r.drawing, nil
}

// reader builds a drawing from XML tokens.
type reader struct {
	dec      *xml.Decoder
	drawing  *Drawing
	sheet    sheet
	open     []element // the elements around
	unseen   int       // how many of the open elements are in one that is not shown
	elements int
	found    Errors
}

// token takes one token of the file, which begins on a line.
func (r *reader) token(tok xml.Token, line int) error {
	switch t := tok.(type) {
	case xml.StartElement:
		return r.begin(t, line)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
		r.unseen = max(0, r.unseen-1)
	case xml.CharData:
		if r.unseen == 0 && len(bytes.TrimSpace(t)) > 0 && !(len(r.open) > 0 && describes(r.inner().name)) {
			return errors.New("text is not supported; convert it to outlines")
		}
	case xml.Directive:
		if bytes.Contains(t, []byte("[")) {
			return errors.New("a document type with declarations is not supported")
		}
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

// begin takes the start of an element. All that is wrong with its attributes is
// kept; it is open all the same, for what is in it.
func (r *reader) begin(t xml.StartElement, line int) error {
	name := t.Name.Local
	e := element{name: name, geometry: map[string]string{}, style: initial(), matrix: identity()}
	if len(r.open) > 0 {
		e.style, e.matrix = r.inner().style, r.inner().matrix
	}
	if r.unseen > 0 || len(r.open) > 0 && hidden(t) {
		r.unseen++
		r.elements++
		return r.push(e, nil)
	}
	if err := r.admit(t.Name); err != nil {
		r.unseen++ // what is in it has been told of by its name
		return r.push(e, err)
	}
	wrong := e.read(t.Attr, r.sheet)
	for _, err := range wrong {
		r.found = append(r.found, located(fmt.Errorf("%s: %w", name, err), line))
	}
	var err error
	if _, graphic := geometryOf(name); graphic && len(wrong) == 0 {
		err = r.drawing.draw(e)
	} else if name == "svg" && len(wrong) == 0 {
		err = r.drawing.view(&e)
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return r.push(e, err)
}

// push opens an element, and passes on what is wrong with it.
func (r *reader) push(e element, err error) error {
	r.open = append(r.open, e)
	if r.elements > maxElements || len(r.open) > maxDepth {
		return r.tooMuch()
	}
	return err
}

func (r *reader) tooMuch() error {
	return fmt.Errorf("there are over %d elements, or over %d in each other", maxElements, maxDepth)
}

// hidden reports an element that is not shown where it stands: definitions, of
// which nothing here can make use, what other programs keep for themselves, and
// what is turned off.
func hidden(t xml.StartElement) bool {
	if t.Name.Space != namespace {
		return true
	}
	switch t.Name.Local {
	case "defs", "metadata", "style", "symbol", "clipPath", "mask", "linearGradient", "radialGradient", "pattern", "filter", "marker":
		return true
	}
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local == "display" && strings.TrimSpace(a.Value) == "none" {
			return true
		}
	}
	return false
}

// admit checks that an element may stand where it does.
func (r *reader) admit(name xml.Name) error {
	r.elements++
	if r.elements > maxElements || len(r.open) >= maxDepth {
		return r.tooMuch()
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
		return unsupported("element", name.Local)
	}
	return nil
}

// read takes an element's attributes. The rules of its classes win over the
// presentation attributes, and a style attribute over these, whatever their
// order.
func (e *element) read(attrs []xml.Attr, sheet sheet) (wrong []error) {
	var declarations, classes string
	seen := map[xml.Name]bool{}
	for _, a := range attrs {
		if seen[a.Name] {
			wrong = append(wrong, fmt.Errorf("the attribute %.40q is there twice", a.Name.Local))
			continue
		}
		seen[a.Name] = true
		var err error
		switch a.Name {
		case xml.Name{Local: "style"}:
			declarations = a.Value
		case xml.Name{Local: "class"}:
			classes = a.Value
		default:
			err = e.attribute(a)
		}
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	for _, text := range []string{sheet.of(classes), declarations} {
		wrong = append(wrong, e.style.declarations(text)...)
	}
	return wrong
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
		return unsupported("attribute", a.Name.Local)
	}
	return err
}

// places reports whether the attribute says where the element is. Of the
// outermost element only the viewBox does: the place and size it asks to be shown
// at are for its user to say.
func (e *element) places(attr string) bool {
	if e.name == "svg" {
		return attr == "viewBox" || attr == "width" || attr == "height" || attr == "x" || attr == "y"
	}
	attrs, _ := geometryOf(e.name)
	for one := range strings.FieldsSeq(attrs) {
		if one == attr {
			return true
		}
	}
	return false
}

// harmless reports whether an attribute has no say in how a drawing looks: one of
// another namespace, but for links, or one for other programs.
func harmless(name xml.Name) bool {
	if name.Space != "" {
		return name.Local != "href"
	}
	switch name.Local {
	case "xmlns", "version", "id", "role", "focusable", "baseProfile", "preserveAspectRatio", "tabindex", "lang", "contentScriptType", "contentStyleType", "zoomAndPan":
		return true
	}
	return strings.HasPrefix(name.Local, "aria-") || strings.HasPrefix(name.Local, "data-")
}

// view gives the drawing the size of the outermost element's viewBox, else of its
// width and height.
func (d *Drawing) view(e *element) error {
	box := e.geometry["viewBox"]
	if _, said := e.geometry["viewBox"]; !said {
		box = "0 0 " + strings.TrimSuffix(e.geometry["width"], "px") + " " + strings.TrimSuffix(e.geometry["height"], "px")
	}
	v, err := numbers(box)
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

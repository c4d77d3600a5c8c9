package page

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/layout/geom"
)

// elem writes an element and, indented, what it holds.
func (o *dumper) elem(depth int, e *Elem) {
	if depth > deepest {
		o.line(depth, "…")
		return
	}
	o.line(depth, "%s%s", e.Role, attrText(e.Attr))
	for _, k := range e.Kids {
		switch k := k.(type) {
		case *Elem:
			if k == nil {
				o.line(depth+1, "nothing")
				continue
			}
			o.elem(depth+1, k)
		case Mark:
			o.line(depth+1, "mark %d %q", o.mark(MarkID(k)), o.reads(MarkID(k)))
		case LinkRef:
			o.line(depth+1, "link %d", o.linkNumber(LinkID(k)))
		default:
			o.line(depth+1, "unknown %T", k)
		}
	}
}

// deepest is where a dump of a tree ends, which may hold itself by mistake.
const deepest = 100

// reads returns the text a mark stands for.
func (o *dumper) reads(m MarkID) string {
	if b := o.texts[m]; b != nil {
		return b.String()
	}
	return ""
}

// attrText writes the attributes that are there, in the order of the fields.
func attrText(a Attr) string {
	var b strings.Builder
	text := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, " %s=%q", name, value)
		}
	}
	number := func(name string, value int) {
		if value != 0 {
			fmt.Fprintf(&b, " %s=%d", name, value)
		}
	}
	text("id", a.ID)
	text("title", a.Title)
	text("lang", a.Lang)
	text("alt", a.Alt)
	text("actual", a.Actual)
	text("expansion", a.Expansion)
	text("scope", a.Scope)
	if len(a.Headers) > 0 {
		fmt.Fprintf(&b, " headers=%q", a.Headers)
	}
	number("colspan", a.ColSpan)
	number("rowspan", a.RowSpan)
	text("numbering", a.Numbering)
	text("placement", a.Placement)
	if a.BBox != (geom.Rect{}) {
		fmt.Fprintf(&b, " bbox=%s page %d", rect(a.BBox), a.BBoxOnPage)
	}
	return b.String()
}

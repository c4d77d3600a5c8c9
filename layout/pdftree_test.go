package layout_test

import (
	"fmt"
	"slices"
	"strings"
)

// tagged is a finished file as a reader of its tags has it.
type tagged struct {
	*pdfFile
	catalog   pdfDict
	pages     []pdfRef
	labels    []string // of pages
	root      *tag
	byObject  map[pdfRef]*tag
	marks     map[markKey]*shown
	artifacts []artifact
	wrong     []string // what keeps the file from being read as it should
}

// tag is a structure element.
type tag struct {
	object pdfRef
	dict   pdfDict
	role   string // a standard one, by the role map
	parent *tag
	kids   []any // *tag, markKey or annotation
}

// markKey names marked content.
type markKey struct{ page, mcid int }

// shown is what a piece of marked content shows.
type shown struct {
	text string
	held int // by how many tags
}

// annotation is an annotation that a tag holds.
type annotation struct{ object pdfRef }

// artifact is content outside the tags.
type artifact struct {
	page          int
	kind, subtype string
	text          string
}

// readTagged reads a file's tags and the text they hold. What is not as it should
// be is in wrong.
func readTagged(f *pdfFile) *tagged {
	t := &tagged{pdfFile: f, catalog: f.dict(f.trailer["Root"]), byObject: map[pdfRef]*tag{}, marks: map[markKey]*shown{}}
	t.pageTree(t.catalog["Pages"], nil)
	t.pageLabels()
	for i := range t.pages {
		t.readPage(i)
	}
	top := f.dict(t.catalog["StructTreeRoot"])
	if kids := f.list(top["K"]); len(kids) == 1 {
		t.root, _ = t.tag(kids[0], nil, f.dict(top["RoleMap"])).(*tag)
	}
	if t.root == nil {
		t.say("the tree has no root")
		t.root = &tag{role: "Document"}
	}
	for _, key := range t.markKeys() {
		if n := t.marks[key].held; n != 1 {
			t.say("page %d: content %d, %q, is held by %d tags", key.page+1, key.mcid, t.marks[key].text, n)
		}
	}
	return t
}

func (t *tagged) say(format string, args ...any) {
	t.wrong = append(t.wrong, fmt.Sprintf(format, args...))
}

// markKeys are the marks in the order of the pages.
func (t *tagged) markKeys() []markKey {
	keys := make([]markKey, 0, len(t.marks))
	for k := range t.marks {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b markKey) int { return (a.page-b.page)<<16 + a.mcid - b.mcid })
	return keys
}

// pageTree lists the pages; resources are inherited.
func (t *tagged) pageTree(node, resources any) {
	d := t.dict(node)
	if own := d["Resources"]; own != nil {
		resources = own
	}
	if d["Kids"] == nil {
		d["Resources"] = resources
		t.pages = append(t.pages, node.(pdfRef))
		return
	}
	for _, k := range t.list(d["Kids"]) {
		t.pageTree(k, resources)
	}
}

// pageLabels reads what viewers call the pages (ISO 32000-1, 12.4.2).
func (t *tagged) pageLabels() {
	t.labels = make([]string, len(t.pages))
	nums := t.list(t.dict(t.catalog["PageLabels"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		d := t.dict(nums[i+1])
		start := 1
		if s, is := d["St"].(float64); is {
			start = int(s)
		}
		for n := int(nums[i].(float64)); n < len(t.pages); n++ {
			t.labels[n] = textOf(d["P"])
			if d["S"] == pdfName("D") {
				t.labels[n] += fmt.Sprint(start + n - int(nums[i].(float64)))
			}
		}
	}
}

// tag reads a child: an element, content or an annotation; nil if it is none.
func (t *tagged) tag(v any, parent *tag, roles pdfDict) any {
	d := t.dict(v)
	if d == nil || d["Type"] == pdfName("MCR") || d["Type"] == pdfName("OBJR") {
		return t.leaf(v, d, parent)
	}
	e := &tag{dict: d, parent: parent}
	e.object, _ = v.(pdfRef)
	t.byObject[e.object] = e
	role, _ := d["S"].(pdfName)
	if to, mapped := roles[role].(pdfName); mapped && role != "Aside" {
		role = to
	}
	e.role = string(role)
	for _, k := range t.list(d["K"]) {
		if kid := t.tag(k, e, roles); kid != nil {
			e.kids = append(e.kids, kid)
		}
		if kid := t.dict(k); kid != nil && kid["P"] != nil && t.dict(kid["P"])["S"] != d["S"] {
			t.say("a %v says its parent is another than the %v it is in", kid["S"], d["S"])
		}
	}
	return e
}

// leaf reads a child that is no element.
func (t *tagged) leaf(v any, d pdfDict, parent *tag) any {
	page := parent.dict["Pg"]
	if d["Pg"] != nil {
		page = d["Pg"]
	}
	if d["Type"] == pdfName("OBJR") {
		to, _ := d["Obj"].(pdfRef)
		return annotation{to}
	}
	number := v
	if d != nil {
		number = d["MCID"]
	}
	mcid, is := number.(float64)
	key := markKey{slices.Index(t.pages, asRef(page)), int(mcid)}
	if !is || t.marks[key] == nil {
		t.say("a %s holds content that is not there: %v on page %d", parent.role, number, key.page+1)
		return nil
	}
	t.marks[key].held++
	return key
}

func asRef(v any) pdfRef {
	r, _ := v.(pdfRef)
	return r
}

// attr returns an attribute of an owner (14.7.6).
func (t *tagged) attr(e *tag, owner, key pdfName) any {
	for _, a := range t.list(e.dict["A"]) {
		if d := t.dict(a); d["O"] == owner && d[key] != nil {
			return t.get(d[key])
		}
	}
	return nil
}

// text is an entry of an element that is a text.
func (t *tagged) text(e *tag, key pdfName) string { return textOf(t.get(e.dict[key])) }

// elements are the elements an element holds.
func (e *tag) elements() []*tag {
	var out []*tag
	for _, k := range e.kids {
		if kid, is := k.(*tag); is {
			out = append(out, kid)
		}
	}
	return out
}

// walk visits an element and all within it, in reading order.
func (e *tag) walk(visit func(*tag)) {
	visit(e)
	for _, k := range e.elements() {
		k.walk(visit)
	}
}

// all are the elements of a role, in reading order.
func (t *tagged) all(roles ...string) []*tag {
	var out []*tag
	t.root.walk(func(e *tag) {
		if slices.Contains(roles, e.role) {
			out = append(out, e)
		}
	})
	return out
}

// raw is the text of an element and all within it, as it stands.
func (t *tagged) raw(e *tag) string {
	var b strings.Builder
	for _, k := range e.kids {
		switch k := k.(type) {
		case *tag:
			b.WriteString(t.raw(k))
		case markKey:
			b.WriteString(t.marks[k].text)
		}
	}
	return b.String()
}

// own is the text of an element, without that of blocks within it and the marks of
// footnotes, its spaces evened.
func (t *tagged) own(e *tag) string {
	var b strings.Builder
	for _, k := range e.kids {
		switch k := k.(type) {
		case markKey:
			b.WriteString(t.marks[k].text)
		case *tag:
			if k.role == "Span" || k.role == "Link" {
				b.WriteString(t.raw(k))
			}
		}
	}
	return plain(b.String())
}

// annotations are those an element and what is in it hold.
func (t *tagged) annotations(e *tag) []pdfDict {
	var out []pdfDict
	e.walk(func(e *tag) {
		for _, k := range e.kids {
			if a, is := k.(annotation); is {
				out = append(out, t.dict(a.object))
			}
		}
	})
	return out
}

// target is where a link leads: the page, and the element where it is to one; −1
// where it leads nowhere in the document.
func (t *tagged) target(link pdfDict) (page int, to *tag) {
	dest := link["Dest"]
	if action := t.dict(link["A"]); action != nil && action["S"] == pdfName("GoTo") {
		dest = action["D"]
		if sd := action["SD"]; sd != nil {
			dest = sd
		}
	}
	if named, is := t.get(dest).(string); is {
		dest = t.named(t.dict(t.catalog["Names"])["Dests"], named)
	}
	if d := t.dict(dest); d != nil {
		dest = d["D"]
		if d["SD"] != nil {
			dest = d["SD"]
		}
	}
	list := t.list(dest)
	if len(list) < 2 {
		return -1, nil
	}
	if e := t.byObject[asRef(list[0])]; e != nil {
		return t.pageOf(e), e
	}
	return slices.Index(t.pages, asRef(list[0])), nil
}

// named looks a name up in a name tree (7.9.6).
func (t *tagged) named(node any, name string) any {
	d := t.dict(node)
	names := t.list(d["Names"])
	for i := 0; i+1 < len(names); i += 2 {
		if t.get(names[i]) == name {
			return names[i+1]
		}
	}
	for _, k := range t.list(d["Kids"]) {
		if v := t.named(k, name); v != nil {
			return v
		}
	}
	return nil
}

// pageOf is the page an element begins on; −1: it shows nothing.
func (t *tagged) pageOf(e *tag) int {
	page := -1
	e.walk(func(e *tag) {
		for _, k := range e.kids {
			if m, is := k.(markKey); is && page < 0 {
				page = m.page
			}
		}
	})
	return page
}

// withID is the element of an id, by the tree of ids.
func (t *tagged) withID(id string) *tag {
	r := t.named(t.dict(t.catalog["StructTreeRoot"])["IDTree"], id)
	return t.byObject[asRef(r)]
}

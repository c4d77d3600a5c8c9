package layout_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
)

func (p *proofs) figures() {
	for _, e := range p.all("Figure") {
		box, _ := p.attr(e, "Layout", "BBox").([]any)
		if strings.TrimSpace(p.text(e, "Alt")) == "" || len(box) != 4 {
			p.miss("a figure on page %d has the alternative text %q and the box %v", p.pageOf(e)+1, p.text(e, "Alt"), box)
		}
	}
	for _, ch := range p.rep.Chapters {
		for _, b := range ch.Blocks {
			if i, is := b.(content.Image); is && !i.Decorative && !p.shows(i.Alt) {
				p.miss("no figure shows %q", i.Alt)
			}
			if o, is := b.(content.Organisation); is && o.Alt != "" && !p.shows(o.Alt) {
				p.miss("no figure shows %q", o.Alt)
			}
		}
	}
}

// shows tells whether some figure's alternative text has a text in it.
func (p *proofs) shows(text string) bool {
	return slices.ContainsFunc(p.all("Figure"), func(e *tag) bool { return strings.Contains(plain(p.text(e, "Alt")), plain(text)) })
}

// charts finds each chart as a figure whose alternative text says every part, and
// right after it a table of the same.
func (p *proofs) charts() {
	for _, ch := range p.rep.Chapters {
		for _, b := range ch.Blocks {
			chart, is := b.(content.Chart)
			if !is {
				continue
			}
			table := p.after("Figure", "Table", func(e *tag) bool { return strings.Contains(plain(p.text(e, "Alt")), plain(chart.Title)+":") })
			if table == nil {
				p.miss("the chart %q is no figure with a table after it", chart.Title)
				continue
			}
			alt := plain(p.text(p.before(table), "Alt"))
			_, rows := rowsOf(table)
			if p.text(table, "T") != chart.Title || len(rows) != len(chart.Parts)+1 {
				p.miss("the table of %q is called %q and has %d rows", chart.Title, p.text(table, "T"), len(rows))
				continue
			}
			for i, part := range chart.Parts {
				cells := rows[i].elements()
				label, value := plain(part.Label), plain(p.loc.Brief(part.Amount))
				if len(cells) != 3 || cells[0].role != "TH" || plain(p.raw(cells[0])) != label || plain(p.raw(cells[1])) != value || !strings.Contains(alt, label+" "+value) {
					p.miss("the chart %q has no row and no words for %s %s", chart.Title, label, value)
				}
			}
			if last := rows[len(rows)-1].elements(); plain(p.raw(last[0])) != plain(chart.Total) || !strings.Contains(alt, plain(chart.Total)) {
				p.miss("the chart %q does not say its total", chart.Title)
			}
		}
	}
}

// after is the element of a role that comes right after one that is meant, beside
// it; nil: there is none.
func (p *proofs) after(role, next string, meant func(*tag) bool) *tag {
	for _, e := range p.all(role) {
		if !meant(e) {
			continue
		}
		if i := slices.Index(e.parent.elements(), e) + 1; i < len(e.parent.elements()) && e.parent.elements()[i].role == next {
			return e.parent.elements()[i]
		}
	}
	return nil
}

// before is the element before another, beside it.
func (p *proofs) before(e *tag) *tag {
	return e.parent.elements()[slices.Index(e.parent.elements(), e)-1]
}

// facts finds as many asides as the report has facts, in their order, each with its
// figure and its caption.
func (p *proofs) facts() {
	var want []string
	for _, ch := range p.rep.Chapters {
		for _, b := range ch.Blocks {
			if f, is := b.(content.Fact); is {
				want = append(want, strings.TrimSpace(plain(f.Figure)+" "+plain(f.Caption.Plain())))
			}
		}
	}
	var got []string
	for _, e := range p.all("Aside") {
		var texts []string
		e.walk(func(e *tag) {
			if t := p.own(e); e.role == "P" && t != "" {
				texts = append(texts, t)
			}
		})
		got = append(got, strings.Join(texts, " "))
	}
	if !slices.Equal(got, want) {
		p.miss("the asides are %q, not %q", got, want)
	}
}

// notes follows each footnote's mark to the note and the note's number back to the
// page of the mark; in PDF 2.0 by the elements themselves too.
func (p *proofs) notes() {
	marks := map[string]*tag{} // by number
	for _, e := range p.all("Reference") {
		if e.parent.role == "TOCI" {
			continue
		}
		marks[plain(p.raw(e))+fmt.Sprint(p.pageOf(e))] = e
	}
	notes := p.all("Note")
	wanted := 0
	for _, n := range notes {
		if len(n.elements()) == 0 || n.elements()[0].role != "Lbl" {
			p.miss("a note has no label: %q", plain(p.raw(n)))
			continue
		}
		label := n.elements()[0]
		mark := marks[plain(p.raw(label))+fmt.Sprint(p.pageOf(n))]
		id, _ := p.get(n.dict["ID"]).(string)
		if mark == nil || id == "" || p.withID(id) != n {
			p.miss("note %s has the id %q, and no mark on its page: %v", plain(p.raw(label)), id, mark == nil)
			continue
		}
		wanted++
		p.jump(mark, n, "the mark of note "+plain(p.raw(label)))
		p.jump(label, mark, "the label of note "+plain(p.raw(label)))
		if p.isTwo() && (!p.refers(mark, n) || !p.refers(n, mark)) {
			p.miss("note %s and its mark do not refer to each other", plain(p.raw(label)))
		}
	}
	if len(marks) != wanted {
		p.miss("there are %d marks and %d notes", len(marks), wanted)
	}
}

// isTwo tells whether the file is PDF 2.0.
func (p *proofs) isTwo() bool { return p.dict(p.catalog["StructTreeRoot"])["Namespaces"] != nil }

// jump sees that the one link in an element leads to the page of another, and to
// the element where it leads to one.
func (p *proofs) jump(from, to *tag, name string) {
	links := p.annotations(from)
	if len(links) != 1 {
		p.miss("%s has %d links", name, len(links))
		return
	}
	page, e := p.target(links[0])
	near := e == nil
	for up := to; up != nil && !near; up = up.parent {
		near = up == e
	}
	if page != p.pageOf(to) || !near {
		said := "that page"
		if e != nil {
			said = e.role + " " + plain(p.raw(e))
		}
		p.miss("%s leads to page %d, %.40q, not to %d, %q", name, page+1, said, p.pageOf(to)+1, plain(p.raw(to)))
	}
}

// refers tells whether an element, or one within it or around it, refers to another.
func (p *proofs) refers(from, to *tag) bool {
	found := false
	look := func(e *tag) {
		for _, r := range p.list(e.dict["Ref"]) {
			t := p.byObject[asRef(r)]
			for up := t; up != nil && !found; up = up.parent {
				found = up == to
			}
			for up := to; up != nil && !found; up = up.parent {
				found = up == t
			}
		}
	}
	from.walk(look)
	return found
}

// kinds finds on each page between the covers its number as a footer, alone there,
// and running heads as headers that say a chapter's or the report's title; nothing
// else outside the tags is text but dots and what is layout.
func (p *proofs) kinds() {
	folios := make([]string, len(p.pages))
	titles := []string{plain(p.rep.Title)}
	for _, ch := range p.rep.Chapters {
		titles = append(titles, plain(ch.Title))
		for _, b := range ch.Blocks {
			if s, is := b.(content.Section); is {
				titles = append(titles, plain(s.Title))
			}
		}
	}
	heads := 0
	for _, a := range p.artifacts {
		text := plain(a.text)
		switch {
		case a.kind == "Pagination" && a.subtype == "Footer":
			folios[a.page] += text
		case a.kind == "Pagination" && a.subtype == "Header":
			heads++
			if !slices.Contains(titles, text) {
				p.miss("page %d has the running head %q", a.page+1, text)
			}
		case a.kind != "Layout" && a.kind != "Background":
			p.miss("page %d: an artifact is of the kind %q, %q", a.page+1, a.kind, a.subtype)
		case strings.ContainsFunc(text, unicode.IsLetter):
			if a.page > 0 && a.page < len(p.pages)-1 && !p.repeated(a) {
				p.miss("page %d: %q is outside the tags", a.page+1, text)
			}
		}
	}
	for i := 1; i < len(p.pages)-1; i++ {
		if folios[i] != p.labels[i] {
			p.miss("page %s has the folio %q", p.labels[i], folios[i])
		}
	}
	if heads == 0 {
		p.miss("there are no running heads")
	}
}

// repeated tells whether an artifact is the head of a table that goes on: what it
// says is in the tags of an earlier page.
func (p *proofs) repeated(a artifact) bool {
	for key, m := range p.marks {
		if key.page < a.page && strings.Contains(plain(a.text), plain(m.text)) && plain(m.text) != "" {
			return true
		}
	}
	return false
}

// linked finds every annotation of the pages as a link with words, held by one Link
// that its number leads to; and every Link with text and an annotation.
func (p *proofs) linked() {
	holders := map[pdfRef]*tag{}
	for _, e := range p.all("Link") {
		n := 0
		for _, k := range e.kids {
			if a, is := k.(annotation); is {
				holders[a.object] = e
				n++
			}
		}
		if n == 0 || plain(p.raw(e)) == "" {
			p.miss("a link has the text %q and %d annotations", plain(p.raw(e)), n)
		}
	}
	for i, page := range p.pages {
		for _, r := range p.list(p.dict(page)["Annots"]) {
			a := p.dict(r)
			key, has := a["StructParent"].(float64)
			owner := p.byObject[asRef(p.numbered(p.dict(p.catalog["StructTreeRoot"])["ParentTree"], int(key)))]
			at, _ := p.target(a)
			uri, _ := p.dict(a["A"])["URI"].(string)
			if textOf(p.get(a["Contents"])) == "" || !has || owner == nil || holders[asRef(r)] != owner || at < 0 == (uri == "") {
				p.miss("page %d: an annotation says %q, leads to %q or page %d, and its tag is there: %v", i+1, textOf(p.get(a["Contents"])), uri, at+1, owner != nil)
			}
		}
	}
}

// numbered looks a number up in a number tree (7.9.7).
func (p *proofs) numbered(node any, n int) any {
	d := p.dict(node)
	nums := p.list(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if p.get(nums[i]) == float64(n) {
			return nums[i+1]
		}
	}
	for _, k := range p.list(d["Kids"]) {
		if v := p.numbered(k, n); v != nil {
			return v
		}
	}
	return nil
}

// languages finds the report's language at the file, and every word of another
// language in a Span that says so, in order; and no others.
func (p *proofs) languages() {
	if got := textOf(p.get(p.catalog["Lang"])); got != p.loc.Tag() {
		p.miss("the file's language is %q", got)
	}
	var want, got []string
	eachForeign(reflect.ValueOf(p.rep.Chapters), func(f content.Foreign) {
		want = append(want, f.Lang+": "+plain(f.Body.Plain()))
	})
	p.root.walk(func(e *tag) {
		if lang := p.text(e, "Lang"); lang != "" {
			got = append(got, lang+": "+plain(p.raw(e)))
			if e.role != "Span" {
				p.miss("a %s is in %s", e.role, lang)
			}
		}
	})
	if !slices.Equal(got, want) || len(want) == 0 {
		p.miss("words of other languages are %q, not %q", got, want)
	}
}

// eachForeign finds the foreign words in anything.
func eachForeign(v reflect.Value, visit func(content.Foreign)) {
	if f, is := v.Interface().(content.Foreign); is && v.Kind() == reflect.Struct {
		visit(f)
	}
	each(v, func(k reflect.Value) { eachForeign(k, visit) })
}

// each visits what is in a value.
func each(v reflect.Value, visit func(reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			visit(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			visit(v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			visit(v.MapIndex(k))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				visit(v.Field(i))
			}
		}
	}
}

// expansions finds no abbreviation outside an element that says what it is read as
// in the language it is in, and none that says another.
func (p *proofs) expansions() {
	n := 0
	var look func(e *tag, lang string)
	look = func(e *tag, lang string) {
		if own := p.text(e, "Lang"); own != "" {
			lang = own
		}
		loc, _ := locale.For(lang)
		if e.role == "Figure" { // its alternative text is read
			return
		}
		if long := p.text(e, "E"); long != "" {
			n++
			if got := loc.Abbreviations(strings.ReplaceAll(p.raw(e), " ", "\u00a0")); e.role != "Span" || len(got) != 1 || strings.TrimSuffix(long, ".") != strings.TrimSuffix(got[0].Long, ".") {
				p.miss("%q is a %s and read as %q", p.raw(e), e.role, long)
			}
			return
		}
		for _, k := range e.kids {
			switch k := k.(type) {
			case *tag:
				look(k, lang)
			case markKey:
				if short := loc.Abbreviations(p.marks[k].text); len(short) > 0 {
					p.miss("page %d: a %s says %q, which is read as it stands", k.page+1, e.role, p.marks[k].text)
				}
			}
		}
	}
	look(p.root, p.rep.Language)
	if n == 0 {
		p.miss("nothing is expanded")
	}
}

// said lists what an element says, block by block; paragraphs in an aside are the
// aside's.
func (p *proofs) said(e *tag, in string) []written {
	role := e.role
	if in == "Aside" {
		role = in
	}
	var out []written
	if text := p.own(e); text != "" {
		out = append(out, written{roleOf(role), text})
	}
	for _, k := range e.elements() {
		if k.role != "Span" && k.role != "Link" && k.role != "Reference" {
			out = append(out, p.said(k, role)...)
		}
	}
	return out
}

// reading finds each chapter's headings, paragraphs, entries and facts in the tags,
// whole and in the order of the YAML.
func (p *proofs) reading() {
	sects := p.root.elements()
	if len(sects) < len(p.rep.Chapters)+2 { // the cover and the contents are before
		p.miss("there are %d parts for %d chapters", len(sects), len(p.rep.Chapters))
		return
	}
	for i, ch := range p.rep.Chapters {
		said := p.said(sects[i+2], "")
		if len(said) == 0 || said[0] != (written{roleOf("H2"), plain(ch.Title)}) {
			p.miss("chapter %s begins with %v", ch.ID, said[:min(1, len(said))])
		}
		for _, w := range order(ch.Blocks) {
			at := slices.IndexFunc(said, func(s written) bool {
				return s.text == w.text && (s.role == w.role || w.role == "" && s.role != "Aside")
			})
			if at < 0 {
				p.miss("chapter %s does not say, after what is before it in the YAML: %s %q", ch.ID, w.role, w.text)
				continue
			}
			said = said[at+1:]
		}
	}
}

// words finds no word in the tags that the report or the language does not have: a
// hyphen from a line's end, a word broken in two and two words run together are
// such.
func (p *proofs) words() {
	known := map[string]bool{}
	learn := func(text string) {
		for _, w := range strings.Fields(plain(text)) {
			known[bare(w)] = true
		}
	}
	var read func(v reflect.Value)
	read = func(v reflect.Value) {
		if v.Kind() == reflect.String {
			learn(v.String())
			learn(strings.TrimPrefix(v.String(), "https://")) // as an address is shown
		}
		if in, is := v.Interface().(content.Inlines); is {
			learn(in.Plain()) // words that emphasis or a reference parts
		}
		each(v, read)
	}
	read(reflect.ValueOf(p.rep.Chapters))
	read(reflect.ValueOf(p.rep.Accounts))
	read(reflect.ValueOf(p.loc.Words))
	for _, text := range []string{p.rep.Title, p.rep.Subtitle, p.rep.Edition, p.rep.Publisher, p.loc.Date(p.rep.Date), p.loc.Share(1, 2), p.loc.Brief(1e9)} {
		learn(text)
	}
	number := regexp.MustCompile(`^[\d.,/–-]*$`)
	p.root.walk(func(e *tag) {
		if e.role == "Span" || e.role == "Link" || e.role == "Figure" { // with what is around it; by its alternative text
			return
		}
		for _, w := range strings.Fields(p.own(e)) {
			if b := bare(w); !known[b] && !number.MatchString(b) {
				p.miss("a %s on page %d has the word %q, which nobody wrote: %.60q", e.role, p.pageOf(e)+1, w, p.own(e))
			}
		}
	})
}

// bare is a word without the signs around it.
func bare(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

package manuscript

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"image/png"
	"net/url"
	"path"
	"strings"
)

// images adds the pictures of a paragraph below it.
func (b *builder) images(n int, list []*image) {
	for _, i := range list {
		p, ok := b.r.picture(i)
		if !ok {
			b.r.leave(max(n, i.line), LeftImage, strings.TrimSpace(i.file+" "+i.alt+" "+i.title))
			continue
		}
		if p.alt == "" {
			p.alt = b.lastHeading()
			b.r.leave(n, WantAlt, p.file)
		}
		if p.caption == "" && len(list) == 1 {
			p.caption = b.captionBelow(p.alt)
		}
		b.add(block{kind: blockImage, line: n, image: &p})
	}
}

// figureNo is how a caption begins.
var figureNo = lazily(`^(?i)(?:figur|figure|fig\.|foto|photo|billede)\b`)

// captionBelow takes the paragraph below a picture that is its caption: it says
// the same as the picture's alt, or that it is one.
func (b *builder) captionBelow(alt string) string {
	const longest = 250
	at := b.at
	if at < len(b.r.nodes) && b.r.nodes[at].kind == nodeParagraph && len(b.r.text(b.r.nodes[at])) > 0 && b.r.text(b.r.nodes[at])[0].image != nil {
		at++ // the node the picture stands in
	}
	if at >= len(b.r.nodes) || b.r.nodes[at].kind != nodeParagraph {
		return ""
	}
	t := b.r.text(b.r.nodes[at])
	rest, images, marks := t.split()
	words := oneLine(plain(rest))
	if len(images)+len(marks) > 0 || len(words) > longest || !visible(words) || words != alt && !figureNo.MatchString(words) {
		return ""
	}
	b.skip = at
	return words
}

// picture gets a picture from beside the manuscript and gives it a place in the
// edition.
func (r *reading) picture(i *image) (picture, bool) {
	name := i.file
	if got, err := url.PathUnescape(name); err == nil {
		name = got
	}
	name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if r.source.Image == nil || name == "." || path.IsAbs(name) || name == ".." || strings.HasPrefix(name, "../") || strings.ContainsAny(name, ":\x00") {
		return picture{}, false
	}
	data, err := r.source.Image(name)
	if err != nil {
		return picture{}, false
	}
	ext := imageExt(data)
	if ext == "" {
		return picture{}, false
	}
	base := slug(strings.TrimSuffix(path.Base(name), path.Ext(name)), "-", "billede")
	for n := 1; ; n++ {
		place := "images/" + base + ext
		if n > 1 {
			place = fmt.Sprintf("images/%s-%d%s", base, n, ext)
		}
		old, taken := r.out.images[place]
		if taken && !bytes.Equal(old, data) {
			continue
		}
		r.out.images[place] = data
		return picture{file: place, alt: i.alt, caption: i.title}, true
	}
}

// imageExt is the ending of a picture that can be printed; empty where it can't.
func imageExt(data []byte) string {
	if _, err := png.DecodeConfig(bytes.NewReader(data)); err == nil {
		return ".png"
	}
	if _, err := jpeg.DecodeConfig(bytes.NewReader(data)); err == nil {
		return ".jpg"
	}
	return ""
}

// list adds a list, and the pictures in it below it.
func (b *builder) list(n node) {
	l, images := b.r.makeList(n.list)
	b.placed(block{kind: blockList, line: n.line, list: l})
	b.images(n.line, images)
}

// makeList makes a list of a manuscript's.
func (r *reading) makeList(l *rawList) (*list, []*image) {
	out := &list{ordered: l.ordered, start: l.start}
	var images []*image
	for _, i := range l.items {
		item, more := r.makeItem(i)
		images = append(images, more...)
		if len(i.sub) > 0 {
			sub := &list{ordered: i.sub[0].number > 0, start: i.sub[0].number}
			for _, s := range i.sub {
				below, more := r.makeItem(s)
				images = append(images, more...)
				if len(below.text) > 0 {
					sub.items = append(sub.items, below)
				}
			}
			if len(sub.items) > 0 {
				item.sub = sub
			}
		}
		switch {
		case len(item.text) > 0:
			out.items = append(out.items, item)
		case item.sub != nil:
			out.items = append(out.items, item.sub.items...)
		}
	}
	return out, images
}

// makeItem makes an entry.
func (r *reading) makeItem(i rawItem) (listItem, []*image) {
	t := r.inlineAt(i.lines[0].n, joined(r.words, i.lines))
	_, images, _ := t.split()
	return listItem{text: withoutImages(t)}, images
}

// table adds a table; one with a single row or column is text.
func (b *builder) table(n node) {
	const widest = 9
	t := n.table
	if len(t.rows) < 2 || len(t.rows[0]) < 2 || len(t.rows[0]) > widest {
		b.rowsAsText(n)
		return
	}
	var out table
	heads := max(1, min(t.heads, len(t.rows)-1))
	var marks []string
	var images []*image
	cell := func(i int, s string) text {
		rest, more, m := b.r.inlineAt(t.lines[i], s).split()
		images, marks = append(images, more...), append(marks, m...)
		return rest
	}
	for c := range t.rows[0] {
		var words []string
		for i := range heads {
			words = append(words, plain(cell(i, t.rows[i][c])))
		}
		out.columns = append(out.columns, column{title: oneLine(strings.Join(words, " ")), right: figures(t.rows[heads:], c)})
	}
	for i, row := range t.rows[heads:] {
		var cells []text
		for _, s := range row {
			cells = append(cells, cell(heads+i, s))
		}
		out.rows = append(out.rows, cells)
	}
	title := oneLine(plain(b.r.inlineAt(n.line, t.title)))
	titled := false
	for _, c := range out.columns {
		titled = titled || visible(c.title)
	}
	if !titled {
		b.rowsAsText(n)
		return
	}
	b.add(block{kind: blockTable, line: n.line, title: title, table: &out})
	b.images(n.line, images)
	b.loose(n.line, marks)
}

// figures reports a column of figures.
func figures(rows [][]string, c int) bool {
	n := 0
	for _, row := range rows {
		if isFigure(row[c]) {
			n++
		}
	}
	return n*2 > len(rows)
}

// rowsAsText adds a table as text, a line a row.
func (b *builder) rowsAsText(n node) {
	t := n.table
	add := func(line int, s string) {
		if all := b.r.inlineAt(line, s); len(all) > 0 {
			_, images, _ := all.split()
			b.placed(block{kind: blockParagraph, line: line, text: withoutImages(all)})
			b.images(line, images)
		}
	}
	add(n.line, t.title)
	for i, row := range t.rows {
		var cells []string
		for _, c := range row {
			if !isBlank(c) {
				cells = append(cells, c)
			}
		}
		add(t.lines[i], strings.Join(cells, " – "))
	}
}

package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path/filepath"

	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/layout/looks"
	"github.com/kl-print/kl-print/layout/raster"
)

//go:embed diff.gohtml
var diffPage string

//go:embed diff.css
var diffStyle string

// htmlTop is what the page says before the pictures.
type htmlTop struct {
	Lang, Title, Intro, Policy string
	Style                      template.CSS
	Words                      htmlWords
	Texts                      []htmlText
	Records                    []htmlRecords
	Pages                      bool // there are pages that look different
}

// htmlWords are the page's headings.
type htmlWords struct{ Texts, Pages, Where, What string }

// htmlText is a difference between texts.
type htmlText struct {
	Where, How string
	Words      []compare.Word
}

// htmlRecords is a table of differences.
type htmlRecords struct {
	Head string
	Rows [][2]string
}

// htmlPair is two pages side by side.
type htmlPair struct{ Sides [2]htmlSide }

// htmlSide is a page with its differences marked.
type htmlSide struct {
	Head, Alt     string
	Width, Height int
	Image         template.URL // a data URL; empty: there is no such page
	Marks         []looks.Rect
}

// writeHTML writes the page with everything, whole or not at all. One pair of pages
// is in memory at a time.
func (d *differing) writeHTML(ctx context.Context, found *differences) error {
	t, err := template.New("diff").Parse(diffPage)
	if err != nil {
		return err
	}
	b := &build{app: d.app, output: d.output}
	out, err := b.open()
	if err != nil {
		return err
	}
	defer out.discard()
	w := bufio.NewWriterSize(&counter{ctx: ctx, w: out}, 1<<16)
	if err := t.ExecuteTemplate(w, "top", d.top(found)); err != nil {
		return err
	}
	for _, p := range found.pages {
		if !p.shown() {
			continue
		}
		if err := d.writePair(ctx, w, t, p); err != nil {
			return err
		}
	}
	if err := t.ExecuteTemplate(w, "end", nil); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return out.commit()
}

// top is what the page says before the pictures.
func (d *differing) top(found *differences) htmlTop {
	a, b := filepath.Base(d.names[0]), filepath.Base(d.names[1])
	if a == b {
		a, b = d.names[0], d.names[1]
	}
	sum := sha256.Sum256([]byte(diffStyle))
	shown := 0
	for _, p := range found.pages {
		if p.shown() {
			shown++
		}
	}
	top := htmlTop{
		Lang: d.words.lang, Title: fmt.Sprintf(d.words.title, a, b), Words: htmlWords{d.words.texts, d.words.pages, d.words.where, d.words.what}, Style: template.CSS(diffStyle), Pages: shown > 0,
		Intro:  fmt.Sprintf(d.words.intro, len(found.texts), len(found.accounts), len(found.people), shown),
		Policy: "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'",
	}
	for _, x := range found.texts {
		t := htmlText{Where: d.whereText(x), How: d.howText(x), Words: x.Words}
		switch {
		case len(t.Words) > 0:
		case x.How == compare.Removed:
			t.Words = []compare.Word{{How: compare.Removed, Text: x.A.Text}}
		case x.How == compare.Added:
			t.Words = []compare.Word{{How: compare.Added, Text: x.B.Text}}
		default:
			t.Words = []compare.Word{{Text: x.B.Text}}
		}
		top.Texts = append(top.Texts, t)
	}
	for _, r := range []struct {
		head string
		list []compare.Record
	}{{d.words.accounts, found.accounts}, {d.words.people, found.people}} {
		if len(r.list) == 0 {
			continue
		}
		table := htmlRecords{Head: r.head}
		for _, record := range r.list {
			table.Rows = append(table.Rows, [2]string{recordPos(record).String(), d.record(record)})
		}
		top.Records = append(top.Records, table)
	}
	return top
}

// writePair writes two pages side by side, the places marked that look different.
func (d *differing) writePair(ctx context.Context, w io.Writer, t *template.Template, p pagePair) error {
	var pictures [2]*raster.Image
	for i, at := range []int{p.A, p.B} {
		if at < 0 {
			continue
		}
		img, err := d.sides[i].picture(ctx, at)
		if err != nil {
			return err
		}
		pictures[i] = looks.Shrink(img, d.sides[i].shrink)
	}
	var marks []looks.Rect
	if pictures[0] != nil && pictures[1] != nil {
		marks = looks.Differences(pictures[0], pictures[1])
	}
	var pair htmlPair
	for i, at := range []int{p.A, p.B} {
		side, err := d.side([]string{d.words.before, d.words.after}[i], at, pictures[i], marks)
		if err != nil {
			return err
		}
		pair.Sides[i] = side
	}
	return t.ExecuteTemplate(w, "pair", pair)
}

// side is one page of a pair.
func (d *differing) side(when string, at int, img *raster.Image, marks []looks.Rect) (htmlSide, error) {
	if img == nil {
		return htmlSide{Head: when + ": " + d.words.noPage}, nil
	}
	data, err := looks.PNG(img)
	if err != nil {
		return htmlSide{}, err
	}
	s := htmlSide{
		Head: when + ": " + fmt.Sprintf(d.words.pageOf, at+1), Width: img.Width, Height: img.Height, Marks: marks,
		Image: template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(data)),
	}
	s.Alt = s.Head
	switch n := len(marks); n {
	case 0:
	case 1:
		s.Alt += ". " + d.words.onePlace
	default:
		s.Alt += ". " + fmt.Sprintf(d.words.places, n)
	}
	return s, nil
}

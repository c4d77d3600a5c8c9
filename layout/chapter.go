package layout

import (
	"errors"
	"fmt"
	"slices"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
)

// chapter is a chapter on its pages.
type chapter struct {
	title  string
	dest   page.DestID
	accent page.Color
	set    *standingSet
	galley galley.Galley // the set's
	inMain []diag.Pos    // facts that stand in the main column for want of room in the other
	pages  []paginate.Page
	verso  bool // the pages are for a chapter that begins on the left one of a spread
	tall   bool // one of its blocks is higher than a page, so it has no pages
}

// compose composes a chapter with some of its facts in the main column, or all of them
// where there is no other, and with the numbers of pages its text tells, unless that
// stands already. What is wrong with it goes to the list.
func (b *book) compose(i int, inMain []diag.Pos, numbers map[page.DestID]int, problems *diag.List) (chapter, error) {
	ch := &b.report.Chapters[i]
	out := chapter{title: ch.Title, dest: compose.ChapterDest(ch.ID), accent: b.theme.Accent(i), inMain: inMain}
	out.set = b.standing[i].with(inMain, numbers)
	if out.set == nil {
		set := &standingSet{inMain: inMain, numbers: map[page.DestID]int{}}
		kit := *b.kit
		kit.Report, kit.Numbers = &set.problems, numbers
		var err error
		set.galley, err = compose.Chapter(&kit, ch, compose.Options{Accent: out.accent, Inline: b.theme.Side == 0, InMain: inMain})
		if err != nil {
			return out, err
		}
		for _, d := range set.galley.Pages {
			set.numbers[d] = numbers[d]
		}
		b.standing[i].keep(set)
		out.set = set
	}
	out.galley = out.set.galley
	problems.Add(&out.set.problems)
	return out, nil
}

// layChapters breaks the chapters into pages, the first of which comes after so
// many.
func (b *book) layChapters(before int) error {
	for i := range b.chapters {
		if err := b.layChapter(i, isVerso(before+1)); err != nil {
			return err
		}
		before += len(b.chapters[i].pages)
	}
	return nil
}

// isVerso reports whether a page is the left one of a spread.
func isVerso(number int) bool { return number%2 == 0 }

// layChapter breaks a chapter into pages unless it already is. A fact for which
// the side column has no room up to the end of the chapter is set in the main
// column instead.
func (b *book) layChapter(i int, verso bool) error {
	ch := &b.chapters[i]
	if ch.tall || ch.pages != nil && ch.verso == verso {
		return nil
	}
	pages, err := b.broken(ch.set, verso)
	if crowded, ok := errors.AsType[*paginate.SideError](err); ok {
		fact := ch.galley.Strips[crowded.Strip].Side[crowded.Box].Pos
		if *ch, err = b.compose(i, append(slices.Clone(ch.inMain), fact), b.kit.Numbers, b.kit.Report); err != nil {
			return err
		}
		return b.layChapter(i, verso)
	}
	if tall, ok := errors.AsType[*paginate.TallError](err); ok {
		b.kit.Report.Error(ch.galley.Strips[tall.Strip].Pos, tooTall(tall))
		ch.tall = true
		return nil
	}
	ch.pages, ch.verso = pages, verso
	return err
}

// broken breaks a chapter's setting into pages, unless it has been.
func (b *book) broken(s *standingSet, verso bool) ([]paginate.Page, error) {
	n := 0
	if verso {
		n = 1
	}
	if s.pages[n] == nil {
		pages, err := b.paginate(s.galley, verso)
		s.pages[n] = &broken{pages, err}
	}
	return s.pages[n].pages, s.pages[n].err
}

// paginate breaks a galley into pages.
func (b *book) paginate(g galley.Galley, verso bool) ([]paginate.Page, error) {
	strips := b.strips[:0]
	for i := range g.Strips {
		s := &g.Strips[i]
		strip := paginate.Strip{
			Height: s.Height, Above: s.Above, Break: s.Break, Wide: s.Wide, Hyphen: s.Hyphen, Head: s.Head.Height,
			Columns: s.Columns, Apart: s.Apart, Row: s.Row, Float: s.Float, Below: s.Below, Heading: s.Heading, Barrier: s.Barrier,
		}
		for _, box := range s.Side {
			strip.Side = append(strip.Side, box.Height)
		}
		for _, n := range s.Ink.Notes {
			strip.Notes = append(strip.Notes, n.Height)
		}
		strips = append(strips, strip)
	}
	b.strips = strips
	return b.breaker.Break(strips, paginate.Room{
		Height: b.theme.Height(), Grid: b.theme.Grid, Gap: b.theme.Grid + b.theme.Grid/2, Notes: b.kit.NoteRoom(), Verso: verso,
	})
}

// tooTall says that a block is higher than a page.
func tooTall(e *paginate.TallError) diag.Message {
	return diag.Message{
		Code:    "too-tall",
		Danish:  fmt.Sprintf("blokken er %d mm høj, og en side har plads til %d mm: del den i flere", millimetres(e.Height), millimetres(e.Room)),
		English: fmt.Sprintf("the block is %d mm high, and a page has room for %d mm: part it into several", millimetres(e.Height), millimetres(e.Room)),
	}
}

// millimetres is a length in whole millimetres.
func millimetres(l geom.Length) int64 { return geom.DivRound(int64(l)*254, 720*1000) }

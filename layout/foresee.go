package layout

import (
	"errors"
	"fmt"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/paginate"
)

// foreseen is how many pages the contents will take. Titles that no page has room for
// are told of, and stop the report; the contents then count as one page.
func (b *book) foreseen() (int, error) {
	chapters := make([]chapter, len(b.report.Chapters))
	var written []diag.Pos // of each title
	for i := range b.report.Chapters {
		ch := &b.report.Chapters[i]
		chapters[i] = chapter{title: ch.Title, dest: compose.ChapterDest(ch.ID), accent: b.theme.Accent(i)}
		written = append(written, ch.Pos)
		for _, block := range ch.Blocks {
			if s, ok := block.(content.Section); ok {
				chapters[i].galley.Marks = append(chapters[i].galley.Marks, galley.Bookmark{Title: s.Title, Dest: compose.SectionDest(s.ID)})
				written = append(written, s.Pos)
			}
		}
	}
	kit := *b.kit
	kit.Report = &diag.List{} // what is wrong is told of the contents themselves
	draft := *b
	draft.kit, draft.chapters = &kit, chapters
	g, pages, err := draft.setContents(nil)
	if tall, ok := errors.AsType[*paginate.TallError](err); ok {
		for i, pos := range written {
			if s := g.Strips[compose.ContentsHead+i]; s.Above+s.Height > tall.Room {
				b.kit.Report.Error(pos, tooLong(s.Above+s.Height, tall.Room))
			}
		}
		if !b.kit.Report.HasErrors() {
			return 0, err
		}
		return 1, nil
	}
	return len(pages), err
}

// tooLong says that the contents have no page that has room for a title.
func tooLong(height, room geom.Length) diag.Message {
	return diag.Message{
		Code:    "too-tall",
		Danish:  fmt.Sprintf("titlen er %d mm høj i indholdsfortegnelsen, og en side har plads til %d mm: gør den kortere", millimetres(height), millimetres(room)),
		English: fmt.Sprintf("the title is %d mm high in the contents, and a page has room for %d mm: make it shorter", millimetres(height), millimetres(room)),
	}
}

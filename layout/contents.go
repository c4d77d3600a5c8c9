package layout

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
)

// maxRounds is how often the contents are laid out anew before giving up.
const maxRounds = 5

// coverPages is the pages before the contents.
const coverPages = 1

// lay breaks the chapters into pages and lays the contents out, until the
// numbers printed in it are those of the pages its entries are on. How a chapter
// breaks depends on whether it begins on the left or the right page of a spread,
// and so on how long the contents are. It ends early where something stops the report.
func (b *book) lay() error {
	var numbers map[page.DestID]int
	guess, err := b.foreseen()
	if err != nil {
		return err
	}
	for range maxRounds {
		if err := b.layChapters(coverPages + guess); err != nil {
			return err
		}
		if b.kit.Report.HasErrors() {
			return nil
		}
		next := b.numbers(coverPages + guess)
		if numbers != nil && sameNumbers(numbers, next) {
			return nil
		}
		numbers = next
		if err := b.composeContents(numbers); err != nil {
			return err
		}
		guess = len(b.contents)
	}
	return fmt.Errorf("the page numbers in the contents do not stand still after %d rounds: %s", maxRounds, b.restless(numbers, b.numbers(coverPages+guess)))
}

// layAll lays the book out until the numbers in its text, too, are those of the pages
// they are of: a chapter with such numbers is composed anew where they were others.
func (b *book) layAll() error {
	for range maxRounds {
		if err := b.lay(); err != nil {
			return err
		}
		if b.kit.Report.HasErrors() {
			return nil
		}
		numbers := b.numbers(coverPages + len(b.contents))
		again := false
		for i := range b.chapters {
			ch := &b.chapters[i]
			if b.told(ch.galley.Pages, numbers) {
				continue
			}
			again = true
			fresh, err := b.compose(i, ch.inMain, numbers, b.kit.Report)
			if err != nil {
				return err
			}
			*ch = fresh
		}
		b.kit.Numbers = numbers
		if !again {
			return nil
		}
	}
	return fmt.Errorf("the page numbers in the text do not stand still after %d rounds", maxRounds)
}

// told reports whether the numbers a chapter was composed with are these.
func (b *book) told(pages []page.DestID, numbers map[page.DestID]int) bool {
	for _, d := range pages {
		if b.kit.Numbers[d] != numbers[d] {
			return false
		}
	}
	return true
}

// numbers returns the page number of every destination, and the numbers of the
// footnotes that are referred to, when the first chapter
// comes after so many pages.
func (b *book) numbers(before int) map[page.DestID]int {
	out := map[page.DestID]int{}
	n := before
	for _, ch := range b.chapters {
		for _, p := range ch.pages {
			n++
			for _, s := range p.Strips {
				strip := &ch.galley.Strips[s.Strip]
				for _, d := range strip.Dests {
					out[d] = n
				}
				for _, note := range strip.Ink.Notes {
					if note.Name != "" {
						out[note.Name], out[note.Numbered] = n, note.Number
					}
				}
			}
		}
	}
	return out
}

func sameNumbers(a, b map[page.DestID]int) bool {
	for d, n := range a {
		if b[d] != n {
			return false
		}
	}
	return len(a) == len(b)
}

// restless names the first destination whose number changed.
func (b *book) restless(before, after map[page.DestID]int) string {
	var ids []string
	for d, n := range before {
		if after[d] != n {
			ids = append(ids, fmt.Sprintf("%s (%d, then %d)", d, n, after[d]))
		}
	}
	slices.Sort(ids)
	if len(ids) == 0 {
		return "none"
	}
	return ids[0]
}

// composeContents composes the contents with the numbers and breaks it into
// pages.
func (b *book) composeContents(numbers map[page.DestID]int) (err error) {
	b.toc, b.contents, err = b.setContents(numbers)
	return err
}

// setContents returns the contents with the numbers, and its pages.
func (b *book) setContents(numbers map[page.DestID]int) (galley.Galley, []paginate.Page, error) {
	var entries []compose.Entry
	for _, ch := range b.chapters {
		e := compose.Entry{Title: ch.title, Dest: ch.dest, Accent: ch.accent, Number: strconv.Itoa(numbers[ch.dest])}
		for _, s := range ch.galley.Marks {
			e.Kids = append(e.Kids, compose.Entry{Title: s.Title, Dest: s.Dest, Number: strconv.Itoa(numbers[s.Dest])})
		}
		entries = append(entries, e)
	}
	g, err := compose.Contents(b.kit, entries, b.theme.Accent(0))
	if err != nil {
		return g, nil, err
	}
	pages, err := b.paginate(g, isVerso(coverPages+1))
	if err != nil {
		err = fmt.Errorf("the contents: %w", err)
	}
	return g, pages, err
}

// outline is the reader's navigation tree.
func (b *book) outline() []page.Bookmark {
	var out []page.Bookmark
	for _, ch := range b.chapters {
		m := page.Bookmark{Title: ch.title, Dest: ch.dest}
		for _, s := range ch.galley.Marks {
			m.Kids = append(m.Kids, page.Bookmark{Title: s.Title, Dest: s.Dest})
		}
		out = append(out, m)
	}
	return out
}

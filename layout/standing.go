package layout

import (
	"reflect"
	"slices"
	"sync"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/compose"
	"github.com/kl-print/kl-print/layout/galley"
	"github.com/kl-print/kl-print/layout/icon"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/paginate"
	"github.com/kl-print/kl-print/layout/para"
	"github.com/kl-print/kl-print/layout/style"
)

// standing is what a report is set with, and what has been set: as printers keep
// standing type, a part of it that the next report has too is used again. Of
// what is kept nothing changes, so that two documents can share it.
type standing struct {
	report   *content.Report
	files    *ledger // what was read of the edition's files
	theme    *style.Theme
	lib      *fonts.Library
	problems *diag.List // of the look
	locale   locale.Locale
	setter   *para.Setter
	images   *compose.Images
	marks    *galley.Marks
	logo     *logo
	chapters map[string]*standingChapter // by id
}

// standingChapter is a chapter of a report, and how it has been set.
type standingChapter struct {
	chapter *content.Chapter
	accent  page.Color
	mu      sync.Mutex
	sets    []*standingSet
}

// standingSet is a chapter set with some of its facts in the main column, and with
// the numbers of pages that its text tells.
type standingSet struct {
	inMain   []diag.Pos
	numbers  map[page.DestID]int
	galley   galley.Galley
	problems diag.List
	pages    [2]*broken // by whether it begins on a verso: 1 where it does
	bound    *boundSet  // as it was in the last document; nil: in none
}

// broken is a galley broken into pages, or why it can't be.
type broken struct {
	pages []paginate.Page
	err   error
}

// manyImages is how many more bitmaps than the document has pictures may be kept
// of what the report has been on the way: then all are dropped.
const manyImages = 32

// set returns what a report is set with, in a look, and nothing set yet.
func set(rep *content.Report, th *style.Theme, lib *fonts.Library, stock *Stock, problems *diag.List) *standing {
	loc, _ := locale.For(rep.Language)
	return &standing{
		report: rep, theme: th, lib: lib, problems: problems, locale: loc, setter: stock.setter(rep, lib, loc),
		images: &compose.Images{}, marks: &galley.Marks{}, chapters: map[string]*standingChapter{},
	}
}

// next returns what to set a report with, after s, which may be nil: as much of
// it as serves. Where the look, the accounts or a file read has changed, that is
// the setter's words alone.
func (s *standing) next(rep *content.Report, lib *fonts.Library) *standing {
	if s.serves(rep) {
		n := *s
		n.report, n.files = rep, s.files.on(rep.Files)
		n.chapters = map[string]*standingChapter{}
		for i := range rep.Chapters {
			ch := &rep.Chapters[i]
			if old := s.chapters[ch.ID]; old != nil && old.accent == s.theme.Accent(i) && reflect.DeepEqual(old.chapter, ch) {
				n.chapters[ch.ID] = old
			}
		}
		return &n
	}
	files := &ledger{files: rep.Files}
	own := *rep
	own.Files = files
	th, lib, problems := Look(&own, lib)
	n := set(rep, th, lib, nil, problems)
	n.files = files
	if s != nil && s.lib == lib && sameTongue(s.report, rep) {
		n.setter = s.setter
	}
	n.logo = loadLogo(&own, th, n.problems)
	return n
}

// serves reports whether a report is set as that before it but for its chapters.
func (s *standing) serves(rep *content.Report) bool {
	if s == nil || s.problems.HasErrors() || len(s.images.List) > manyImages+s.pictures() {
		return false
	}
	old := s.report
	return sameTongue(old, rep) && sameChapters(old, rep) && old.Rounding == rep.Rounding && reflect.DeepEqual(old.Theme, rep.Theme) &&
		reflect.DeepEqual(old.Accounts, rep.Accounts) && s.files.holds(rep.Files)
}

// sameTongue reports whether words of two reports are set alike.
func sameTongue(a, b *content.Report) bool {
	return a.Language == b.Language && slices.Equal(a.Hyphenation, b.Hyphenation)
}

// sameChapters reports whether the same ids are those of chapters, for references
// to them.
func sameChapters(a, b *content.Report) bool {
	ids := map[string]bool{}
	for _, ch := range a.Chapters {
		ids[ch.ID] = true
	}
	return len(a.Chapters) == len(b.Chapters) && !slices.ContainsFunc(b.Chapters, func(ch content.Chapter) bool { return !ids[ch.ID] })
}

// pictures is how many pictures the chapters have.
func (s *standing) pictures() (n int) {
	for _, ch := range s.chapters {
		for _, set := range ch.sets {
			for i := range set.galley.Strips {
				n += pictures(&set.galley.Strips[i])
			}
		}
	}
	return n
}

func pictures(s *galley.Strip) (n int) {
	for _, c := range s.Ink.Content {
		n += picturesIn(c.Items)
	}
	return n
}

func picturesIn(items []page.Item) (n int) {
	for _, it := range items {
		switch it := it.(type) {
		case page.Picture:
			n++
		case page.Group:
			n += picturesIn(it.Items)
		}
	}
	return n
}

// book begins a book with what stands. Its list begins with the problems of the
// look.
func (s *standing) book(rep *content.Report) *book {
	problems := &diag.List{}
	problems.Add(s.problems)
	kit := &compose.Kit{
		Theme: s.theme, Setter: s.setter, Locale: s.locale, Rounding: rep.Rounding, Library: s.lib, Icons: icon.New(),
		Marks: s.marks, Files: rep.Files, Book: rep.Accounts, Images: s.images, Report: problems, Chapters: map[string]bool{}, Notes: map[string]string{},
	}
	for _, ch := range rep.Chapters {
		kit.Chapters[ch.ID] = true
		for _, b := range ch.Blocks {
			if number, is := content.NoteOf(b.Target()); is && kit.Notes[number] == "" {
				kit.Notes[number] = b.Target()
			}
		}
	}
	if s.files != nil {
		kit.Files = s.files
	}
	b := &book{report: rep, theme: s.theme, kit: kit, logo: s.logo, standing: make([]*standingChapter, len(rep.Chapters))}
	for i := range rep.Chapters {
		ch := &rep.Chapters[i]
		if s.chapters[ch.ID] == nil {
			s.chapters[ch.ID] = &standingChapter{chapter: ch, accent: s.theme.Accent(i)}
		}
		b.standing[i] = s.chapters[ch.ID]
	}
	return b
}

// with returns how a chapter has been set with some facts in the main column and
// with the numbers of pages, nil where it has not.
func (c *standingChapter) with(inMain []diag.Pos, numbers map[page.DestID]int) *standingSet {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range c.sets {
		if slices.Equal(s.inMain, inMain) && s.tells(numbers) {
			return s
		}
	}
	return nil
}

// tells reports whether the numbers of pages in a setting are these.
func (s *standingSet) tells(numbers map[page.DestID]int) bool {
	for _, d := range s.galley.Pages {
		if s.numbers[d] != numbers[d] {
			return false
		}
	}
	return true
}

// manySets is how many settings of a chapter are kept, of which most differ by the
// numbers of pages it tells.
const manySets = 32

// keep keeps a setting, the oldest no more where there are many.
func (c *standingChapter) keep(s *standingSet) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.sets) >= manySets {
		c.sets = c.sets[1:]
	}
	c.sets = append(c.sets, s)
}

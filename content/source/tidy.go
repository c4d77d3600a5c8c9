package source

import (
	"bytes"
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// Tidy returns the files of an edition that are other when they are tidied: keys
// in the order they are written in, two blanks from an entry to what is in it,
// prose wrapped. They say what they said, and have every comment they had. A file
// that is no YAML is told of and left as it is; what else is wrong with the
// edition is not told.
func Tidy(fsys fs.FS, date string) (map[string][]byte, *diag.List) {
	before := readToTidy(fsys, date)
	problems := &diag.List{}
	out := map[string][]byte{}
	for _, r := range before.readers {
		if r.root == nil || r.faults.HasErrors() {
			problems.Add(&r.faults)
			continue
		}
		text, told := r.tidied(true)
		problems.Add(told)
		if text != nil {
			out[r.name] = text
		}
	}
	if len(out) > 0 && !before.same(readToTidy(Overlay(fsys, out), date)) {
		for _, r := range before.readers {
			if out[r.name] != nil {
				out[r.name], _ = r.tidied(false)
			}
		}
		maps.DeleteFunc(out, func(_ string, text []byte) bool { return text == nil })
		if !before.same(readToTidy(Overlay(fsys, out), date)) {
			problems.Error(diag.Pos{File: ReportFile}, notTidied())
			return nil, problems
		}
	}
	return out, problems
}

// toTidy is an edition read to be tidied.
type toTidy struct {
	readers  []*reader // by their names
	report   *content.Report
	chapters []content.Chapter // that the report does not have
	waivers  []content.Waiver
	problems map[string]int // by their files and codes
}

// readToTidy reads every file of an edition that tidying knows, chapters too that
// are not in the report.
func readToTidy(fsys fs.FS, date string) toTidy {
	ed := newEdition(fsys)
	ed.date = date
	ed.opened = &openedFiles{}
	rep, _, all := ed.load()
	out := toTidy{report: rep, problems: map[string]int{}}
	if ed.has(WaiversFile) {
		r := ed.open(WaiversFile, optional)
		out.waivers = r.waivers()
		all.Add(r.diags)
	}
	if ed.has(ImportFile) {
		r := ed.open(ImportFile, optional)
		if r.root != nil {
			r.sheetMapping()
		}
	}
	for _, id := range ed.unread() {
		r := ed.open(chapterPath(id), optional)
		out.chapters = append(out.chapters, r.chapter(id))
	}
	for _, d := range all.Sorted() {
		out.problems[d.Pos.File+" "+d.Message.Code]++
	}
	for _, r := range ed.opened.readers {
		if ed.has(r.name) {
			out.readers = append(out.readers, r)
		}
	}
	slices.SortFunc(out.readers, func(a, b *reader) int { return cmp.Compare(a.name, b.name) })
	return out
}

// unread are the ids of the chapters that are in the folder and not in the report.
func (ed *edition) unread() (ids []string) {
	entries, err := fs.ReadDir(ed.fsys, chapterFolder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := path.Join(chapterFolder, e.Name())
		opened := slices.ContainsFunc(ed.opened.readers, func(r *reader) bool { return composed(r.name) == composed(name) })
		if id, is := strings.CutSuffix(e.Name(), extension); is && !e.IsDir() && !opened {
			ids = append(ids, id)
		}
	}
	return ids
}

// same reports that an edition says what another does.
func (a toTidy) same(b toTidy) bool {
	return sameContent(a.report, b.report) && sameContent(a.chapters, b.chapters) && sameContent(a.waivers, b.waivers) &&
		maps.Equal(a.problems, b.problems)
}

// tidied is the file's text tidied; nil where it is that already. It is told of
// where the file is left as it is.
func (r *reader) tidied(wrap bool) ([]byte, *diag.List) {
	told := &diag.List{}
	before := &tidyReader{r: r}
	top, root, err := before.parts()
	if err != nil {
		told.Warn(diag.Pos{File: r.name}, strangeForm())
		return nil, told
	}
	text := writeParts(top, root, r.manner, wrap)
	again := &reader{ed: &edition{}, name: r.name, text: text, starts: lineStarts(text), diags: &diag.List{}, guess: guesses, manner: r.manner}
	again.parse()
	if again.root == nil || again.diags.HasErrors() || !r.manner.sameNodes(r.root, again.root) {
		told.Warn(diag.Pos{File: r.name}, strangeForm())
		return nil, told
	}
	after := &tidyReader{r: again}
	if _, _, err := after.parts(); err != nil || !sameRemarks(before.all, after.all) {
		told.Warn(diag.Pos{File: r.name}, strangeForm())
		return nil, told
	}
	if bytes.Equal(text, r.text) {
		return nil, told
	}
	return r.asItWas(text), told
}

// asItWas gives a text the byte order mark and the line ends the file had.
func (r *reader) asItWas(text []byte) []byte {
	if r.returns {
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	}
	if r.marked {
		text = append([]byte("\ufeff"), text...)
	}
	return text
}

func strangeForm() diag.Message {
	return say("not-tidied", "filen er skrevet på en måde, som kl-print fmt ikke rører; den er, som den var",
		"the file is written in a way that kl-print fmt leaves alone; it is as it was")
}

func notTidied() diag.Message {
	return say("not-tidied", "udgaven ville ikke have sagt det samme bagefter; filerne er, som de var",
		"the edition would not have said the same afterwards; the files are as they were")
}

package source

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// NextYear makes the files of next year's edition of a finished one that are
// other than this year's: amounts move to the column of the year before and the
// new year's are open, dates and years move, and what has words of its own is
// marked stale. Only that changes in the files. The date is that of an edition
// whose report.yaml says none. Where the list has errors, nothing is made.
func NextYear(fsys fs.FS, date string) (map[string][]byte, content.Work, *diag.List) {
	rep, problems := LoadDated(fsys, date)
	if rep == nil {
		return nil, content.Work{}, problems
	}
	n := &nextYear{ed: newEdition(fsys), year: rep.Year, moved: map[int]int{}, out: map[string][]byte{}, diags: &diag.List{}}
	for i, year := range rep.Accounts.Years {
		n.moved[year] = rep.Year + 1
		if i > 0 {
			n.moved[year] = rep.Accounts.Years[i-1]
		}
	}
	n.file(ReportFile, n.report)
	n.file(AccountsFile, n.accounts)
	n.file(figuresFile, n.figures)
	n.file(peopleFile, n.people)
	n.file(ImportFile, n.imports)
	for _, c := range rep.Chapters {
		n.file(chapterPath(c.ID), n.chapter)
	}
	if n.diags.HasErrors() {
		return nil, content.Work{}, n.diags
	}
	_, work, problems := LoadUnfinished(Overlay(fsys, n.out), date)
	if problems.HasErrors() {
		return nil, content.Work{}, problems
	}
	return n.out, work, &diag.List{}
}

// nextYear is one making of next year's edition.
type nextYear struct {
	ed    *edition
	year  int         // of the edition it is made from
	moved map[int]int // years of the accounts, and what they become
	out   map[string][]byte
	diags *diag.List
	*editor
}

// file changes a file of the edition, where it has it.
func (n *nextYear) file(name string, change func(root *yaml.Node)) {
	r := n.ed.open(name, optional)
	if r.root == nil {
		return
	}
	n.editor = &editor{r: r}
	change(r.root)
	n.diags.Add(r.diags)
	n.out[name] = n.editor.done()
}

// becomes is the year that another becomes.
func (n *nextYear) becomes(year int) int {
	if to, has := n.moved[year]; has {
		return to
	}
	return year + 1
}

// retype puts a text in for a scalar, in the quotes it has.
func (n *nextYear) retype(v *yaml.Node, change func(string) string) {
	if v == nil || v.Kind != yaml.ScalarNode {
		return
	}
	from, to, ok := n.r.span(v)
	if !ok {
		return
	}
	old := string(n.r.text[from:to])
	if text := change(old); text != old {
		n.edits = append(n.edits, edit{from, to, text})
	}
}

// years moves the edition's year, where a text has it as a word.
func (n *nextYear) years(s string) string {
	return yearIn().ReplaceAllStringFunc(s, func(y string) string {
		if y == strconv.Itoa(n.year) {
			return strconv.Itoa(n.year + 1)
		}
		return y
	})
}

// column moves a year of the accounts.
func (n *nextYear) column(s string) string {
	return yearIn().ReplaceAllStringFunc(s, func(y string) string {
		year, _ := strconv.Atoi(y)
		return strconv.Itoa(n.becomes(year))
	})
}

// day moves a date by a year; the leap day becomes the 28th.
func (n *nextYear) day(s string) string {
	return regexp.MustCompile(`\d{4}-\d\d-\d\d`).ReplaceAllStringFunc(s, func(d string) string {
		year, err := strconv.Atoi(d[:4])
		if err != nil {
			return d
		}
		moved := fmt.Sprintf("%04d%s", year+1, d[4:])
		if _, err := time.Parse(time.DateOnly, moved); err != nil {
			return moved[:8] + "28"
		}
		return moved
	})
}

// report moves year, date and title.
func (n *nextYear) report(root *yaml.Node) {
	year := child(root, "year")
	n.retype(year, func(string) string { return strconv.Itoa(n.year + 1) })
	n.retype(child(root, "date"), n.day)
	for _, key := range []string{"title", "subtitle", "edition", "subject"} {
		n.retype(child(root, key), n.years)
	}
	for _, word := range entries(child(root, "keywords")) {
		n.retype(word, n.years)
	}
	n.markAt(root, year)
}

// accounts moves every line's amounts a column on. Movements that explain a change
// are the year's own.
func (n *nextYear) accounts(root *yaml.Node) {
	for _, y := range entries(child(root, "years")) {
		n.retype(y, n.column)
	}
	for _, s := range entries(child(root, "statements")) {
		n.retype(child(s, "title"), n.years)
		n.retype(child(s, "when"), n.years)
		if note := child(s, "note"); note != nil {
			n.markAt(s, note)
		}
		for _, l := range entries(child(s, "lines")) {
			n.shift(entries(child(l, "amounts")))
		}
	}
	for _, c := range entries(child(root, "changes")) {
		for _, m := range entries(child(c, "movements")) {
			if amount := child(m, "amount"); amount != nil {
				n.shift([]*yaml.Node{amount})
			}
		}
	}
}

// shift moves amounts a column on; the first is open.
func (n *nextYear) shift(amounts []*yaml.Node) {
	before := `"` + openAmount + `"`
	for _, a := range amounts {
		from, to, ok := n.r.span(a)
		if !ok {
			n.r.fail(a, notMoved())
			return
		}
		n.edits = append(n.edits, edit{from, to, before})
		before = string(n.r.text[from:to])
	}
}

// figures moves the years of the facts, whose values stay until they are mended.
func (n *nextYear) figures(root *yaml.Node) {
	facts := child(root, "figures")
	for i := 0; facts != nil && i+1 < len(facts.Content); i += 2 {
		v := facts.Content[i+1]
		year := child(v, "year")
		n.retype(year, n.next)
		if year != nil {
			n.markAt(v, year)
		}
	}
}

// people marks everyone, and every group, to be confirmed: offices, parties and
// seats change with the year.
func (n *nextYear) people(root *yaml.Node) {
	for _, key := range []string{"people", "groups"} {
		all := child(root, key)
		for i := 0; all != nil && i+1 < len(all.Content); i += 2 {
			if name := child(all.Content[i+1], "name"); name != nil {
				n.markAt(all.Content[i+1], name)
			}
		}
	}
}

// next moves a year by one.
func (n *nextYear) next(s string) string {
	year, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	return strconv.Itoa(year + 1)
}

// imports moves the years of the columns of a mapping.
func (n *nextYear) imports(root *yaml.Node) {
	columns := child(root, "columns")
	for i := 0; columns != nil && i+1 < len(columns.Content); i += 2 {
		n.retype(columns.Content[i], n.column)
	}
}

// chapter moves charts, dates and the years of references, and marks what has
// words of its own.
func (n *nextYear) chapter(root *yaml.Node) {
	title := child(root, "title")
	if headline := child(root, "headline"); headline != nil {
		n.markAt(root, headline)
	} else if title != nil && yearIn().MatchString(title.Value) {
		n.markAt(root, title)
	}
	blocks := child(root, "blocks")
	for i, e := range entries(blocks) {
		k, v := blockOf(e)
		if k == nil {
			continue
		}
		switch k.Value {
		case "chart":
			n.retype(child(v, "year"), n.column)
			n.retype(child(v, "title"), n.years)
		case "signatures", "auditor":
			n.retype(child(v, "date"), n.day)
		}
		if wordy(k.Value, v) {
			n.markEntry(e, nextLine(blocks, i, lineAfter(root, "blocks", 0)))
		}
	}
	n.references()
}

// references moves the years that references ask for: {{ egenkapital@2023 }}.
func (n *nextYear) references() {
	text := string(n.r.text)
	year := regexp.MustCompile(`@\s*(\d{4})`)
	for _, m := range regexp.MustCompile(`(?s)\{\{.{0,400}?\}\}`).FindAllStringIndex(text, -1) {
		if m[0] > 0 && text[m[0]-1] == '\\' {
			continue
		}
		for _, y := range year.FindAllStringSubmatchIndex(text[m[0]:m[1]], -1) {
			from, to := m[0]+y[2], m[0]+y[3]
			n.edits = append(n.edits, edit{from, to, n.column(text[from:to])})
		}
	}
}

// mark is the mark of what is last year's.
func (n *nextYear) mark() string { return staleKey + ": " + strconv.Itoa(n.year) }

// markAt marks a mapping, after one of its values that is on one line.
func (n *nextYear) markAt(m, v *yaml.Node) {
	end := n.r.flowEnd(v)
	switch {
	case m.Style&yaml.FlowStyle == 0 && v.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		n.markEntry(m, n.following(m, v))
	case end < 0:
		n.r.fail(v, notMoved())
	case m.Style&yaml.FlowStyle != 0:
		n.insert(end, ", "+n.mark())
	default:
		n.insert(n.lineEnd(end), "\n"+strings.Repeat(" ", m.Column-1)+n.mark())
	}
}

// following is the line of the key after a value of a mapping.
func (n *nextYear) following(m, v *yaml.Node) int {
	i := slices.Index(m.Content, v)
	if i+1 < len(m.Content) {
		return m.Content[i+1].Line
	}
	return 0
}

// markEntry marks an entry below its last line, or within its braces.
func (n *nextYear) markEntry(e *yaml.Node, next int) {
	if e.Style&yaml.FlowStyle == 0 {
		n.insert(n.r.entryEnd(e, next), "\n"+strings.Repeat(" ", e.Column-1)+n.mark())
		return
	}
	end := n.r.flowEnd(e.Content[len(e.Content)-1])
	if end < 0 {
		n.r.fail(e, notMoved())
		return
	}
	n.insert(end, ", "+n.mark())
}

// lineEnd is the end of the line a byte is on.
func (e *editor) lineEnd(at int) int {
	for at < len(e.r.text) && e.r.text[at] != '\n' {
		at++
	}
	return at
}

// Carried reports a file of an edition that a new one gets: not hidden ones, nor
// what the program has made of it.
func Carried(name string) bool {
	if slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool { return strings.HasPrefix(part, ".") && part != "." }) {
		return false
	}
	for _, made := range []string{".pdf", ".zip", ".tar"} {
		if !strings.Contains(name, "/") && strings.HasSuffix(strings.ToLower(name), made) {
			return false
		}
	}
	return true
}

// YearOf reads which year an edition is of; 0 where that can't be read.
func YearOf(fsys fs.FS) int {
	r := newEdition(fsys).open(ReportFile, optional)
	year := child(r.root, "year")
	if year == nil {
		return 0
	}
	n, err := strconv.Atoi(year.Value)
	if err != nil {
		return 0
	}
	return n
}

func notMoved() diag.Message {
	return say("not-moved", "værdien kan ikke flyttes til næste år, som den er skrevet her; skriv den på én linje, beløb i anførselstegn",
		"the value can't be moved to next year as it is written here; write it on one line, amounts in quotes")
}

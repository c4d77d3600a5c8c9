package manuscript

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// frontMatter reads the keys between two lines of --- at the very top.
func (r *reading) frontMatter() {
	r.meta = map[string]string{}
	start := slices.IndexFunc(r.lines, func(l line) bool { return !l.blank() })
	if start < 0 || strings.TrimSpace(r.lines[start].s) != "---" {
		return
	}
	end := start + 1
	key := regexp.MustCompile(`^([A-Za-zæøåÆØÅ_-]+):(?:\s+(.*))?$`)
	for ; end < len(r.lines); end++ {
		s := strings.TrimRight(r.lines[end].s, " \t")
		if s == "---" || s == "..." {
			break
		}
		if !key.MatchString(s) && !strings.HasPrefix(s, " ") && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "#") && s != "" {
			return // a rule, and text after it
		}
	}
	if end == len(r.lines) || end == start+1 {
		return
	}
	last := ""
	for _, l := range r.lines[start+1 : end] {
		if m := key.FindStringSubmatch(strings.TrimRight(l.s, " \t")); m != nil {
			last = strings.ToLower(m[1])
			r.metaKey(l, last, m[2])
		} else if !l.blank() {
			r.metaMore(l, last)
		}
	}
	r.lines = r.lines[end+1:]
}

// metaKeys are the keys that report.yaml has a place for, in the words they may
// have.
func metaKeys() map[string]string {
	return map[string]string{
		"title": "title", "titel": "title", "subtitle": "subtitle", "undertitel": "subtitle", "author": "publisher", "publisher": "publisher", "udgiver": "publisher",
		"date": "date", "dato": "date", "year": "year", "år": "year", "lang": "language", "language": "language", "sprog": "language",
		"subject": "subject", "emne": "subject", "keywords": "keywords", "edition": "edition",
	}
}

// metaKey takes one key.
func (r *reading) metaKey(l line, key, value string) {
	value = strings.Trim(strings.TrimSpace(value), `"'|>`)
	name, known := metaKeys()[key]
	if _, taken := r.meta[name]; !known || taken || len(value) > 300 {
		r.leave(l.n, LeftMeta, l.s)
		return
	}
	r.meta[name] = oneLine(value)
}

// metaMore takes a further line of a key's value: an entry of a list, or text.
func (r *reading) metaMore(l line, key string) {
	name := metaKeys()[key]
	text := strings.Trim(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l.s), "-")), `"'`)
	switch have, has := r.meta[name]; {
	case name == "keywords" && has && have != "":
		r.meta[name] = have + ", " + text
	case has && have == "" && name != "":
		r.meta[name] = oneLine(text)
	default:
		r.leave(l.n, LeftMeta, l.s)
	}
}

// furniture takes the furniture of pages off: contents, page numbers and
// running heads. Each line of it is listed.
func (r *reading) furniture() {
	r.contents = map[string]bool{}
	r.takeContents()
	gone := r.pageNumbers()
	r.runningHeads(gone)
}

// contentsHead is what a contents list is called.
var contentsHead = lazily(`(?i)^(indholdsfortegnelse|indhold|table of contents|contents|innhold|innholdsfortegnelse|innehåll|innehållsförteckning|inhalt|inhaltsverzeichnis)$`)

// leaders is a line of a contents list: a title, dots or a tab, a page number.
var leaders = lazily(`^\s*(?:[-*+•]\s+)?(.*?\S)\s*(?:\.{3,}|(?:\. ){3,}|…+|_{3,}|\t)[\s.…_]*(\d{1,4}|[ivxlc]{1,6})\s*$`)

// dotted is such a line with dots: a tab alone parts the cells of tables too.
var dotted = lazily(`(?:\.{3,}|(?:\. ){3,}|…+|_{3,})[\s.…_]*(?:\d{1,4}|[ivxlc]{1,6})\s*$`)

// looser is such a line below the word "contents": dots are not needed there.
var looser = lazily(`^\s*(?:[-*+•]\s+)?(.*?[^\s\d].*?)[\s.…_]+(\d{1,4}|[ivxlc]{1,6})\s*$`)

// anchor is a link to a place in the manuscript itself.
var anchor = lazily(`^\s*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?\[(.*)\]\(#[^)]*\)\s*$`)

// takeContents takes the manuscript's own contents list out.
func (r *reading) takeContents() {
	for i := 0; i < len(r.lines); i++ {
		head := contentsHead.MatchString(strings.Trim(r.lines[i].s, " \t#*_:="))
		if !head && !dotted.MatchString(r.lines[i].s) {
			continue
		}
		first := i
		if head {
			first++
			for first < len(r.lines) && (r.lines[first].blank() || isUnderline(r.lines[first].s)) {
				first++
			}
		}
		end, titles := r.contentsLines(first, head)
		if len(titles) < 3 || first < len(r.lines) && len(oneOfRun.FindAllString(r.lines[first].s, 2)) > 1 {
			end, titles = r.contentsRun(first)
		}
		if len(titles) < 3 {
			continue
		}
		for _, t := range titles {
			r.contents[key(t)] = true
		}
		r.drop(i, end, LeftContents)
		r.from = r.lines[end-1].n
		i = end - 1
	}
}

// isUnderline reports the line below a heading that is set so.
func isUnderline(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && (strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "")
}

// contentsLines goes through the lines of a contents list.
func (r *reading) contentsLines(first int, head bool) (end int, titles []string) {
	end = first
	for i := first; i < len(r.lines); i++ {
		s := strings.TrimRight(r.lines[i].s, " \t\\")
		if isBlank(s) {
			continue
		}
		title, is := contentsEntry(s, head)
		if !is {
			break
		}
		titles, end = append(titles, title), i+1
	}
	return end, titles
}

// oneOfRun is an entry of a contents list that runs on in one paragraph.
var oneOfRun = lazily(`\s*(\S.*?)\s*(?:\.{3,}|(?:\. ){3,}|…+|_{3,})[\s.…_]*(\d{1,4})`)

// contentsRun goes through a contents list whose lines have become one paragraph.
func (r *reading) contentsRun(first int) (end int, titles []string) {
	end = first
	s := ""
	if first == len(r.lines) {
		return end, nil
	}
	for end < len(r.lines) && !r.lines[end].blank() && end < first+100 {
		s += " " + r.lines[end].s
		end++
		if r.single {
			break
		}
	}
	covered := 0
	for _, m := range oneOfRun.FindAllStringSubmatch(s, -1) {
		titles = append(titles, m[1])
		covered += len(m[0])
	}
	if covered*10 < len(s)*9 {
		return first, nil
	}
	return end, titles
}

// contentsEntry reads a line of a contents list.
func contentsEntry(s string, head bool) (title string, is bool) {
	if m := leaders.FindStringSubmatch(s); m != nil && (head || dotted.MatchString(s)) {
		return m[1], true
	}
	if !head || strings.HasPrefix(strings.TrimSpace(s), "#") {
		return "", false
	}
	if m := anchor.FindStringSubmatch(s); m != nil {
		bare := linkMarks.ReplaceAllString(m[1], " $1")
		return strings.TrimRight(bare, " 0123456789.…\t"), true
	}
	if m := looser.FindStringSubmatch(s); m != nil && len(s) < 150 {
		return m[1], true
	}
	return "", false
}

// drop takes lines out and lists those with text.
func (r *reading) drop(from, to int, k LeftKind) {
	for i := from; i < to; i++ {
		if !r.lines[i].blank() && !isUnderline(r.lines[i].s) {
			r.leave(r.lines[i].n, k, r.lines[i].s)
		}
		r.lines[i].s = ""
	}
}

// numbered is a line with a page number, and what stands beside it.
var numbered = lazily(`(?i)^(?:[-–—]\s*)?(?:(.*\S)\s*\|\s*)?(side|page|s\.|p\.)?\s*(\d{1,4})(?:\s+(?:af|of)\s+\d{1,4})?(?:\s*\|\s*(\S.*))?(?:\s*[-–—])?$`)

// candidate is a line that may be a page number.
type candidate struct{ at, number int }

// pageNumbers takes page numbers off: at least three lines of a kind whose
// numbers grow. It returns where they stood.
func (r *reading) pageNumbers() map[int]bool {
	kinds := map[string][]candidate{}
	var order []string
	for i, l := range r.lines {
		m := numbered.FindStringSubmatch(strings.TrimSpace(l.s))
		if m == nil || !r.alone(i, m[1]+m[2]+m[4] != "") {
			continue
		}
		n, err := strconv.Atoi(m[3])
		if err != nil {
			continue
		}
		kind := strings.ToLower(m[1] + "|" + m[2] + "|" + m[4])
		if kinds[kind] == nil {
			order = append(order, kind)
		}
		kinds[kind] = append(kinds[kind], candidate{i, n})
	}
	gone := map[int]bool{}
	for _, kind := range order {
		for _, at := range r.growing(kinds[kind]) {
			gone[at] = true
			r.drop(at, at+1, LeftPageNumber)
		}
	}
	return gone
}

// alone reports a line with a blank one on at least one side; both where it is
// a bare number.
func (r *reading) alone(i int, one bool) bool {
	above := i == 0 || r.lines[i-1].blank()
	below := i+1 == len(r.lines) || r.lines[i+1].blank()
	return above && below || one && (above || below)
}

// growing finds the longest row of numbers that grow by a few each time; nil
// where it is shorter than three, or two that stand in the midst of a page's width.
func (r *reading) growing(list []candidate) []int {
	const most, step, middle = 3000, 4, "               "
	list = list[:min(len(list), most)]
	length, before := make([]int, len(list)), make([]int, len(list))
	best := -1
	for i := range list {
		length[i], before[i] = 1, -1
		for k := i - 1; k >= max(0, i-50); k-- {
			if d := list[i].number - list[k].number; d >= 1 && d <= step && length[k]+1 > length[i] {
				length[i], before[i] = length[k]+1, k
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	var out []int
	for i := best; i >= 0; i = before[i] {
		out = append(out, list[i].at)
	}
	apart := !slices.ContainsFunc(out, func(at int) bool { return !strings.HasPrefix(r.lines[at].s, middle) })
	if len(out) < 2 || len(out) < 3 && !apart {
		return nil
	}
	slices.Reverse(out)
	return out
}

// runningHeads takes off lines that stand at page numbers again and again.
func (r *reading) runningHeads(gone map[int]bool) {
	const least = 3
	beside := map[string][]int{}
	var order []string
	for i := range r.lines {
		if !gone[i] {
			continue
		}
		for _, k := range []int{r.next(i, -1, gone), r.next(i, +1, gone)} {
			if k < 0 || len(r.lines[k].s) > 80 || strings.HasPrefix(r.lines[k].s, "#") {
				continue
			}
			text := strings.TrimSpace(r.lines[k].s)
			if beside[text] == nil {
				order = append(order, text)
			}
			beside[text] = append(beside[text], k)
		}
	}
	for _, text := range order {
		if len(beside[text]) < least {
			continue
		}
		for _, at := range beside[text] {
			r.drop(at, at+1, LeftRunningHead)
		}
	}
}

// next is the next line with text, in a direction; −1 where there is none near.
func (r *reading) next(i, step int, gone map[int]bool) int {
	const near = 4
	for k := i + step; k >= 0 && k < len(r.lines) && (k-i)*step <= near; k += step {
		if !r.lines[k].blank() && !gone[k] {
			return k
		}
	}
	return -1
}

// key is a title as titles are compared: letters and digits only, in lower
// case, without the number of a numbered heading.
func key(title string) string {
	title = headingNumber.ReplaceAllString(title, "")
	return strings.Map(func(c rune) rune {
		if isWordRune(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, title)
}

// The marks of links, and the number of a numbered heading.
var (
	linkMarks     = lazily(`\[(\d+)\]\([^)]*\)|\]\([^)]*\)|[\[\]]`)
	headingNumber = lazily(`^\s*(\d+\.)*\d*[.)]?\s+`)
)

package manuscript

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// readFront reads the report's title, year, date and publisher. What stands
// before the first chapter and is more than a few words becomes a chapter.
func (r *reading) readFront(roles map[int]role, first int) {
	f := &r.out.front
	f.title, f.subtitle, f.publisher = r.meta["title"], r.meta["subtitle"], r.meta["publisher"]
	f.edition, f.subject = r.meta["edition"], r.meta["subject"]
	for _, w := range strings.Split(strings.Trim(r.meta["keywords"], "[] "), ",") {
		if w = strings.Trim(strings.TrimSpace(w), `"'`); w != "" {
			f.keywords = append(f.keywords, w)
		}
	}
	var rest []node
	for i, n := range r.nodes[:first] {
		if i == 0 && r.plainTitle(n) {
			continue
		}
		if !r.frontNode(n, roles[i] == roleTitle) {
			rest = append(rest, n)
		}
	}
	f.language = r.language()
	f.year = r.year()
	f.date = r.date()
	r.frontNames()
	if len(rest) > 0 {
		b := &builder{r: &reading{}, roles: map[int]role{}}
		*b.r = *r
		b.r.nodes = rest
		b.begin(rest[0].line, f.title, "")
		for b.at < len(rest) {
			b.node()
		}
	}
}

// plainTitle takes a title that nothing marks: the first line or two of a text,
// short, with a year or a word for a report in one. The other says who reports.
func (r *reading) plainTitle(n node) bool {
	const longest = 60
	f := &r.out.front
	if len(n.lines) == 3 && joins.MatchString(n.lines[1].s) {
		n.lines = []rawLine{n.lines[0], {line: line{n.lines[1].n, n.lines[1].s + " " + n.lines[2].s}}}
	}
	if f.title != "" || n.kind != nodeParagraph || len(n.lines) > 2 {
		return false
	}
	var lines []string
	for _, l := range n.lines {
		t := r.inlineAt(l.n, l.s)
		_, images, marks := t.split()
		s := oneLine(plain(t))
		if len(images)+len(marks) > 0 || s == "" || utf8.RuneCountInString(s) > longest || strings.HasSuffix(s, ".") && !abbreviated.MatchString(s) {
			return false
		}
		lines = append(lines, s)
	}
	reports := func(s string) bool {
		return yearbook.MatchString(s) || reportWord.MatchString(s) || yearWord.MatchString(s)
	}
	if len(lines) > 1 && !reports(lines[0]) {
		lines[0], lines[1] = lines[1], lines[0]
	}
	if !reports(lines[0]) {
		return false
	}
	f.title = lines[0]
	if m := joins.FindString(lines[len(lines)-1]); m != "" && len(lines) > 1 && f.subtitle == "" {
		f.subtitle = lines[1]
		if f.publisher == "" {
			f.publisher = strings.TrimSpace(strings.TrimPrefix(lines[1], m))
		}
		return true
	}
	if len(lines) > 1 && f.publisher == "" {
		f.publisher = lines[1]
	} else if len(lines) > 1 {
		f.subtitle = lines[1]
	}
	return true
}

// abbreviated is a text that ends with an abbreviation of several letters, as
// "a.m.b.a." is.
var abbreviated = lazily(`\.\p{L}{1,4}\.$`)

// joins is what stands between a title and who reports.
var joins = lazily(`(?i)^(?:for|fra|af|from|of|by)\b`)

// frontNode takes what stands before the first chapter; it reports whether it
// has a place.
func (r *reading) frontNode(n node, title bool) bool {
	const longest = 90
	f := &r.out.front
	if n.kind != nodeHeading && n.kind != nodeParagraph {
		return false
	}
	t := r.text(n)
	s := oneLine(plain(t))
	_, images, marks := t.split()
	if len(images)+len(marks) > 0 {
		return false
	}
	isEdition := regexp.MustCompile(`(?i)version|udgave|edition|utgave|upplaga`).MatchString(s)
	switch {
	case !visible(s):
		return true
	case title && (f.title == "" || key(f.title) == key(s)):
		f.title = s
	case utf8.RuneCountInString(s) > longest:
		return false
	case isEdition && f.edition == "":
		f.edition = s
	case n.kind == nodeHeading && n.level == 1 && f.publisher == "" && !yearWord.MatchString(s):
		f.publisher = s
	case f.title != "" && f.subtitle == "":
		f.subtitle = s
	default:
		return false
	}
	return true
}

// frontNames fills in a title and a publisher where none were told.
func (r *reading) frontNames() {
	f := &r.out.front
	if f.title == "" {
		f.title = cmp.Or(r.baseName(), "Beretning")
	}
	if f.publisher != "" {
		return
	}
	if owner, _, is := strings.Cut(f.title, "'s "); is && owner != "" {
		f.publisher = owner
	} else if owner, _, is := strings.Cut(f.title, "’s "); is && owner != "" {
		f.publisher = owner
	}
	if owner, what, is := strings.Cut(f.title, " – "); f.publisher == "" && is && yearWord.MatchString(what) && !yearWord.MatchString(owner) {
		f.publisher = owner // "Korforeningen Lyst – årsberetning 2025"
	}
	if f.publisher == "" && bodyWord.MatchString(f.subtitle) && !yearWord.MatchString(f.subtitle) {
		f.publisher, f.subtitle = f.subtitle, ""
	}
	if f.publisher == "" {
		f.publisher = f.title
		r.leave(0, WantPublisher, "")
	}
}

// bodyWord is a word of the name of one who reports.
var bodyWord = lazily(`(?i)(?:forening|forbund|klub|kommune|selskab|fond|fonden|laug|skole|styrelse|ministerium|association|society|club|foundation|council)(?:en|et|s)?\b|\b(?:region|a/s|aps|amba|i/s)\b`)

// year is the report's year: the one told, that of the title, the first of the
// accounts, or the one the text has most often.
func (r *reading) year() int {
	for _, s := range []string{r.meta["year"], r.out.front.title, r.out.front.subtitle, r.meta["date"]} {
		if m := yearWord.FindString(s); m != "" {
			y, _ := strconv.Atoi(m)
			if s == r.meta["date"] && s != "" && s != m {
				return y - 1
			}
			return y
		}
	}
	if r.meta["year"] != "" {
		r.leave(0, LeftMeta, "year: "+r.meta["year"])
	}
	for _, n := range r.nodes {
		if n.kind == nodeTable {
			if years, _ := yearColumns(n.table); len(years) > 0 {
				return slices.Max(years)
			}
		}
	}
	count := map[string]int{}
	for _, l := range r.lines {
		for _, y := range yearWord.FindAllString(l.s, -1) {
			count[y]++
		}
	}
	best := ""
	for _, y := range slices.Sorted(maps.Keys(count)) {
		if best == "" || count[y] >= count[best] {
			best = y
		}
	}
	if y, err := strconv.Atoi(best); err == nil {
		return y
	}
	if m := yearWord.FindString(r.source.Name); m != "" {
		y, _ := strconv.Atoi(m)
		return y
	}
	r.leave(0, WantYear, "")
	return max(r.source.Year, 1900)
}

// months are the names of months, in Danish and English.
func months() []string {
	return strings.Fields("januar february marts april maj juni juli august september oktober november december " +
		"january februar march april may june july august september october november december")
}

// signedAt is a place and a date, as a report is signed with.
var signedAt = lazily(`(?i)\p{L}+,\s+(?:den\s+|d\.\s*|the\s+)?(\d{1,2})(?:\.?\s+(\p{L}+)\s+|[./]\s?(\d{1,2})[-/.]?\s?)(20\d\d)`)

// date is the report's date: the one told, or that of the signatures.
func (r *reading) date() string {
	if d := asDate(r.meta["date"]); d != "" {
		return d
	}
	if d := r.meta["date"]; d != "" {
		r.leave(0, LeftMeta, "date: "+d)
	}
	last := ""
	for _, l := range r.lines {
		for _, m := range signedAt.FindAllStringSubmatch(l.s, -1) {
			month := m[2]
			if n, err := strconv.Atoi(m[3]); err == nil && n >= 1 && n <= 12 {
				month = months()[n-1]
			}
			last = max(last, asDate(m[1]+" "+month+" "+m[4]))
		}
	}
	if last != "" {
		return last
	}
	r.leave(0, WantDate, "")
	return fmt.Sprintf("%04d-12-31", r.out.front.year)
}

// asDate reads a date, as 2025-02-27 or 27. februar 2025; empty where it is none.
func asDate(s string) string {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(time.DateOnly, s); err == nil && t.Year() >= 1900 {
		return s
	}
	f := strings.Fields(strings.NewReplacer(".", " ", ",", " ").Replace(strings.ToLower(s)))
	if len(f) > 0 && f[0] == "den" {
		f = f[1:]
	}
	if len(f) != 3 {
		return ""
	}
	month := slices.Index(months(), f[1])
	day, err1 := strconv.Atoi(f[0])
	year, err2 := strconv.Atoi(f[2])
	if month < 0 || err1 != nil || err2 != nil {
		return ""
	}
	d := fmt.Sprintf("%04d-%02d-%02d", year, month%12+1, day)
	if _, err := time.Parse(time.DateOnly, d); err != nil {
		return ""
	}
	return d
}

// language is the one told, or that whose small words the text has most of.
func (r *reading) language() string {
	told, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(r.meta["language"], "_", "-")), "-")
	small := []struct{ code, words string }{
		{"da", " og af til er det en den med på for ikke har vi som blev kommunerne "},
		{"en", " the and of to is it with on for not has we as was which "},
		{"nb", " og av til er det en den med på for ikke har vi som ble kommunene "},
		{"sv", " och av till är det en den med på för inte har vi som blev kommunerna "},
		{"de", " und von zu ist es eine der mit auf für nicht hat wir als wurde die "},
	}
	count := make([]int, len(small))
	for _, l := range r.lines {
		for _, w := range strings.Fields(strings.ToLower(l.s)) {
			for i, s := range small {
				if strings.Contains(s.words, " "+w+" ") {
					count[i]++
				}
			}
		}
	}
	best := 0
	for i, s := range small {
		if s.code == told {
			return told
		}
		if count[i] > count[best] {
			best = i
		}
	}
	if told != "" {
		r.leave(0, LeftMeta, "lang: "+told)
	}
	return small[best].code
}

// sits is "Kasserer: Ida Marie Vestergaard".
var sits = lazily(`(?i)^((?:\d\. )?(?:formand|næstformand|viceformand|forperson|næstforperson|kasserer|sekretær|bestyrelsesmedlem|medlem|suppleant|bestyrelsessuppleant|revisor|revisorsuppleant|` +
	`direktør|chair|vice chair|deputy chair|treasurer|secretary|member|board member|substitute|auditor|director)): +((?-i:\p{Lu}[\p{L}.’'-]*(?: (?:af|von|van|der|de|la|\p{Lu}[\p{L}.’'-]*)){1,5}))$`)

// yearbook is a word of a title that those of a report have not.
var yearbook = lazily(`(?i)årsskrift|årbog`)

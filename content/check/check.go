// Package check holds a report's text against its accounts and its roster:
// figures, charts, words that go with figures, years, names, references and compounds.
// It reads no files: it is given the report and the text of the edition's files,
// which it uses only to tell where things stand.
package check

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
)

// Level is how much a finding matters.
type Level uint8

// An Error is told as wrong; a Warning is likely to be; a Note is only listed.
const (
	Error Level = iota
	Warning
	Note
)

// Text is a sentence in each language messages are told in.
type Text struct{ Danish, English string }

// In returns the text in the language.
func (t Text) In(l diag.Lang) string {
	if l == diag.Danish {
		return t.Danish
	}
	return t.English
}

// Finding is one thing the report says that its sources do not bear out.
type Finding struct {
	Pos    diag.Pos
	Length int // characters of the excerpt from Pos on; 0: unknown
	Level  Level
	Code   string // of a Rule
	Found  string // the words in question
	What   Text   // is wrong
	Should Text   // what it should be; may be empty
}

// Edition is what is checked.
type Edition struct {
	Report *content.Report
	// Files is the text of the edition's files, by name.
	Files map[string]string
	// Speller looks words up; nil: there is no dictionary.
	Speller Speller
	// Dead returns what is wrong with those of some addresses that lead nowhere;
	// nil: it is not asked.
	Dead func(addresses []string) map[string]Fault
}

// Run returns what is found, by file, line and column. The same edition gives
// the same findings.
func Run(ed Edition) []Finding {
	c := newChecker(ed)
	rules := c.rules()
	k := newCollector(ed.Report)
	for i := range ed.Report.Chapters {
		c.chapter(i, k.chapterRuns(i), rules)
	}
	for i, r := range rules {
		if c.rule = i; r.whole != nil {
			r.whole(c)
		}
	}
	return c.findings()
}

// rule is one of the check's: what it asks of the texts of each chapter, and of the
// whole report when all of those are read. Either may be left out.
type rule struct{ chapter, whole func(*checker) }

// rules are those that can read the report: all of them in Danish, else those
// to which no language matters. The first of two that tell of the same words does.
func (c *checker) rules() []rule {
	front, dates, charts := rule{whole: (*checker).front}, rule{whole: (*checker).dates}, rule{whole: (*checker).charts}
	names, organs := rule{chapter: (*checker).names}, rule{chapter: (*checker).organs}
	compounds, dictionary := rule{(*checker).countAll, (*checker).compounds}, rule{(*checker).spellables, (*checker).dictionary}
	standing := rule{whole: (*checker).standing}
	links, under, pointers := rule{whole: (*checker).links}, rule{whole: (*checker).under}, rule{chapter: (*checker).pointers}
	bounds, sourced := rule{(*checker).bounding, (*checker).unbounded}, rule{whole: (*checker).sourced}
	shown, hosts := rule{whole: (*checker).shownAddresses}, rule{(*checker).addressed, (*checker).misaddressed}
	if c.read.english {
		return []rule{{chapter: (*checker).literals}, {chapter: (*checker).figures}, {chapter: (*checker).misdated}, {chapter: (*checker).englishDates}, front, dates, charts, names, organs, rule{chapter: (*checker).rows}, rule{chapter: (*checker).tables}, rule{whole: (*checker).nearPlaces}, bounds, sourced, standing, under, pointers, compounds, dictionary, shown, hosts, links}
	}
	if c.rep.Language != "da" {
		return []rule{{chapter: (*checker).literals}, {(*checker).referring, (*checker).misplacedReferences}, front, dates, charts, names, organs, standing, under, pointers, compounds, dictionary, shown, hosts, links}
	}
	return []rule{
		{chapter: (*checker).figures},
		{chapter: (*checker).claims},
		{(*checker).referring, (*checker).misplacedReferences},
		{(*checker).sightings, (*checker).lost},
		{(*checker).mentions, (*checker).denied},
		{(*checker).definites, (*checker).outvoted},
		{chapter: (*checker).directions},
		{chapter: (*checker).derivations},
		{chapter: (*checker).lists},
		{chapter: (*checker).howLong},
		{chapter: (*checker).rows},
		{(*checker).years, (*checker).chartYears},
		{(*checker).origins, (*checker).disputed},
		bounds, sourced, {whole: (*checker).labelSigns},
		{chapter: (*checker).misdated},
		front, dates, charts, names, organs,
		{chapter: (*checker).captions},
		{chapter: (*checker).opposites},
		{chapter: (*checker).phrases},
		{chapter: (*checker).those},
		{chapter: (*checker).kindreds},
		{chapter: (*checker).listings},
		{chapter: (*checker).parishes},
		{chapter: (*checker).namesakes},
		{chapter: (*checker).nearHomes},
		{chapter: (*checker).townshipsTold},
		{chapter: (*checker).firstOfAll},
		{whole: (*checker).roster},
		standing,
		{chapter: (*checker).chairs},
		{chapter: (*checker).presiding},
		{chapter: (*checker).signedBefore},
		{chapter: (*checker).led},
		{chapter: (*checker).membersNamed},
		{(*checker).duties, (*checker).disputedDuties},
		{chapter: (*checker).lettered},
		{chapter: (*checker).repeated},
		{chapter: (*checker).seats},
		{chapter: (*checker).tallies},
		{chapter: (*checker).equations},
		{chapter: (*checker).tables},
		{chapter: (*checker).rate},
		{chapter: (*checker).references},
		pointers,
		compounds, {whole: (*checker).slipsOfPen}, {(*checker).cleaved, (*checker).rejoined}, {whole: (*checker).properNames}, {whole: (*checker).lineIDs}, dictionary, under, shown, hosts, links,
	}
}

// checker is one checking. It reads a chapter at a time, and keeps of one that is done
// only what others are held against.
type checker struct {
	byName     map[string]*accounts.Line // the accounts' lines as references name them; nil: not asked for yet
	ed         Edition
	rep        *content.Report
	ledger     *ledger
	kinds      map[string][]*content.Group // what groups are called
	presidium  *content.Group              // the board; nil: the roster has none
	consts     []constant                  // of figures.yaml
	topics     *topicList
	local      *callings    // of the topics of the chapter alone; nil: there are none
	begun      []origin     // years in which things began
	late       []misdate    // figures that are told of where their years are not
	books      map[int]bool // the chapters that print the accounts
	forms      forms
	labels     labels // of the lines
	known      nameList
	bodies     organList
	decided    []duty                             // what the text says that organs decide
	organsOwn  []ownOrgan                         // the last words of the roster's groups
	kindred    map[string][]body                  // organs of several parts, by what they are
	leans      []leaningFact                      // of consts: their names say which way they go
	hosts      []saidAddress                      // of the text
	aims       []target                           // chapters and sections; nil: nobody has asked
	things     []factThing                        // of figures.yaml; nil: nobody has asked
	families   []groupRow                         // of the roster's groups
	seatNames  callings                           // what the roster's groups are called
	chair      map[*content.Person]*regexp.Regexp // how the text says that somebody holds the chair
	tabled     map[string][]shares                // percentages of tables, by section
	near       map[int]int                        // the year near the edition's that a year is a slip of
	spoken     map[int]int                        // how often the chapters tell a year; nil: nobody has asked
	dated      []datedThing                       // of the text; nil: nobody has asked
	factNames  map[string]int                     // the places of consts by their names; nil: nobody has asked
	uses       []use                              // of figures.yaml, in all chapters read
	month      string                             // the report was closed in; empty: nobody has asked
	titles     []title                            // of chapters and sections
	numbered   map[string]bool                    // the notes to the statements, by their numbers
	homes      map[rune][]string                  // the municipalities of the roster, by their first letters
	sums       []equation                         // of figures.yaml; nil: nobody has asked
	factTotals [][]int                            // likewise, by their places in consts
	bounds     map[string][]bound                 // by the names of figures
	countsSaid map[saidCount]int                  // how many sentences of the chapter have them; nil: nobody has asked
	seen       []bool                             // of consts: the text has it
	suspects   []suspect                          // for those it has not
	allThere   []definite                         // of all chapters read
	sights     []sight                            // room for those of long words
	groupNames []string                           // the groups' names in lower case; nil: nobody has asked
	own        wordList                           // what no dictionary is asked for
	locate     *locator

	read      reader
	named     namedRoom
	townships map[string]bool // the municipalities; nil: nobody has asked
	at        int             // the chapter that is being read
	runs      []*run          // of it
	rule      int             // the place of the rule that is being asked
	out       []told

	said  []mention      // of all chapters read
	facts factual        // likewise
	long  []int32        // the long words met, by their numbers
	words []spelt        // that a dictionary is asked for
	met   []pair         // words beside each other that may be one
	often map[string]int // how often each of them occurs
}

// told is a finding, and the place of the rule that told it among the rules.
type told struct {
	Finding
	rule int
}

// newChecker reads what the chapters are held against.
func newChecker(ed Edition) *checker {
	c := &checker{ed: ed, rep: ed.Report, ledger: newLedger(ed.Report), forms: newForms(), locate: newLocator(ed.Files), facts: factual{}, chair: map[*content.Person]*regexp.Regexp{}, often: map[string]int{}, near: map[int]int{}, read: reader{known: newLexicon(bytesOf(ed.Files)), english: ed.Report.Language == "en"}}
	c.topics = newTopics(ed.Report, c.serialRows())
	c.books, c.labels, c.titles, c.tabled = c.bookChapters(), labels{all: c.labelled()}, c.allTitles(), c.percentages()
	c.numbered, c.homes = c.numberedNotes(), homesOf(ed.Report.People)
	c.presidium = c.board()
	c.consts, c.kinds = c.constants(), kinds(ed.Report.Groups)
	c.known, c.bodies = c.newNames(), c.newOrgans()
	c.leans = c.leaningFacts()
	c.kindred, c.families, c.organsOwn = c.kindredOf(), c.groupRows(), c.ownOrgans()
	c.seatNames = c.groupCallings()
	if ed.Speller != nil {
		c.own = c.ownWords()
	}
	return c
}

// bytesOf is how long some texts are together.
func bytesOf(texts map[string]string) int {
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	return n
}

// forms are the expressions rules look for, each compiled once, when it is first looked for: most
// reports have no use for most of them.
type forms struct{ whens, date, nth, ratio, chapter, equation, term, portion, times, shares func() *regexp.Regexp }

func newForms() forms {
	const number = `\d+(?:\.\d{3})*(?:,\d+)?(?: pct\.)?`
	return forms{
		whens:    lazily(`\bi år|\bsidste år|året før|\bforrige år`),
		date:     lazily(`(?i)(?:\b(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?: den|,)? )?\b(\d{1,2})\. (` + strings.Join(months(), "|") + `)(?: (\d{4}))?`),
		nth:      lazily(`\b(\d{1,3})\. år\b`),
		ratio:    sync.OnceValue(ratioForm),
		portion:  sync.OnceValue(portionForm),
		times:    sync.OnceValue(timesForm),
		shares:   sync.OnceValue(sharesForm),
		chapter:  lazily(`\b(?:kapitlet|afsnittet) [”"]?([A-ZÆØÅ])`),
		equation: lazily(`(` + number + `(?: [+−–-] ` + number + `)+) = (` + number + `)`),
		term:     lazily(`(?:([+−–-]) )?(\d+(?:\.\d{3})*(?:,\d+)?)`),
	}
}

// lazily compiles an expression when it is first asked for.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// chapter asks the rules of a chapter's runs. What is read of them is let go: who keeps
// one for later has its text and its place.
func (c *checker) chapter(at int, runs []*run, rules []rule) {
	for _, r := range runs {
		c.read.read(r)
	}
	c.at, c.runs = at, runs
	for i, r := range rules {
		if c.rule = i; r.chapter != nil {
			r.chapter(c)
		}
	}
	c.runs, c.countsSaid = nil, nil
	for _, r := range runs {
		r.parts, r.lower = nil, ""
	}
	c.read.again()
	c.named.kept = c.named.kept[:0]
}

// findings are all that was told, in order.
func (c *checker) findings() []Finding {
	slices.SortStableFunc(c.out, func(a, b told) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Level, b.Level), cmp.Compare(a.Code, b.Code), cmp.Compare(a.rule, b.rule))
	})
	// Two rules may tell of the same words; the first of them does.
	out := make([]Finding, 0, len(c.out))
	for _, t := range c.out {
		if n := len(out); n == 0 || !sameTold(out[n-1], t.Finding) {
			out = append(out, t.Finding)
		}
	}
	return out
}

// sameTold reports whether of two findings in order the first is enough.
func sameTold(a, b Finding) bool {
	return a.Pos == b.Pos && a.Code == b.Code && a.Found == b.Found && (a.Code == "figure-wrong" || a.Code == "direction" || a.Code == "year" || a == b)
}

// tell adds a finding about bytes [from, to) of a run.
func (c *checker) tell(r *run, from, to int, level Level, code string, what, should Text) {
	found := r.text[from:to]
	if code == "year" {
		r.years = append(r.years, span{from, to})
	}
	c.out = append(c.out, told{Finding{
		Pos: c.locate.at(r, from), Length: utf8.RuneCountInString(found), Level: level, Code: code, Found: found, What: what, Should: should,
	}, c.rule})
}

// tellAt adds a finding about a word that stands after a place in a file.
func (c *checker) tellAt(pos diag.Pos, found string, level Level, code string, what, should Text) {
	r := &run{pos: pos, text: found}
	c.tell(r, 0, len(found), level, code, what, should)
}

// say writes a sentence in both languages with the same arguments.
func say(da, en string, args ...any) Text {
	return Text{fmt.Sprintf(da, args...), fmt.Sprintf(en, args...)}
}

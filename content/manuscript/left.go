package manuscript

import (
	"cmp"
	"slices"

	"github.com/kl-print/kl-print/content/diag"
)

// LeftKind is why something of a manuscript is listed.
type LeftKind uint8

// The kinds. Those before KeptNote are not in the edition's text.
const (
	LeftContents    LeftKind = iota // a line of the manuscript's own contents list
	LeftPageNumber                  // a page's number in running text
	LeftRunningHead                 // a line repeated on each page
	LeftComment                     // an HTML comment
	LeftMeta                        // a key of the front matter that report.yaml has no place for
	LeftAddress                     // a link's address that leads nowhere outside the manuscript
	LeftImage                       // a picture that could not be had
	LeftCaption                     // a table's caption that stands above it and below it
	LeftRole                        // the word before several members, who are listed without it
	KeptNote                        // a footnote where none can stand, kept as text
	KeptUnusedNote                  // a footnote that nothing refers to, kept as text
	KeptTable                       // a table of amounts that is no statement, and why it stays one
	KeptPeople                      // a list of people that has no group, kept as text
	KeptDeepList                    // a list below a list below a list, moved up
	WantAlt                         // a picture without words
	WantText                        // a chapter or section with a title only
	WantYear                        // the report's year was not told
	WantDate                        // nor its date
	WantPublisher                   // nor who publishes it
	WantSums                        // a sum that no lines above give
	WantPlain                       // a chapter that had to be written as text only
	WantHeadings                    // the text has no headings, and is one chapter
)

// Left is something the writer may want to look at.
type Left struct {
	Line int // of the manuscript; 0: none
	Kind LeftKind
	Text string
}

// Out reports whether the text is nowhere in the edition but in this list.
func (l Left) Out() bool { return l.Kind < KeptNote }

// Left is what was left out or wants a look, by the lines of the manuscript.
func (m *Manuscript) Left() []Left {
	out := slices.Clone(m.left)
	slices.SortStableFunc(out, func(a, b Left) int { return cmp.Compare(a.Line, b.Line) })
	return out
}

// In writes an entry of the list in a language.
func (l Left) In(lang diag.Lang) string {
	say := l.Kind.message().In(lang)
	text := say
	if l.Text != "" {
		text = say + ": " + l.Text
	}
	return text
}

// message says a kind.
func (k LeftKind) message() diag.Message {
	say := func(da, en string) diag.Message { return diag.Message{Danish: da, English: en} }
	switch k {
	case LeftContents:
		return say("indholdsfortegnelsen laves på ny; udeladt", "the contents are made anew; left out")
	case LeftPageNumber:
		return say("sidetal, udeladt", "a page number, left out")
	case LeftRunningHead:
		return say("sidehoved eller -fod, udeladt", "a running head or foot, left out")
	case LeftComment:
		return say("kommentar, udeladt", "a comment, left out")
	case LeftMeta:
		return say("oplysning, som report.yaml ikke har plads til, udeladt", "a detail that report.yaml has no place for, left out")
	case LeftAddress:
		return say("et links adresse fører ingen steder hen; teksten er beholdt, adressen udeladt", "a link's address leads nowhere; the text was kept, the address left out")
	case LeftImage:
		return say("billedet kunne ikke hentes med", "the picture could not be brought along")
	case LeftCaption:
		return say("tabellens billedtekst står to gange; den ene er udeladt", "the table's caption stands twice; one was left out")
	case LeftRole:
		return say("medlemmerne er stillet op hver for sig; ordet foran er udeladt", "the members are listed one by one; the word before them was left out")
	}
	return k.wanted()
}

// wanted says a kind that is in the text, or that the writer is to fill in.
func (k LeftKind) wanted() diag.Message {
	say := func(da, en string) diag.Message { return diag.Message{Danish: da, English: en} }
	switch k {
	case KeptNote:
		return say("en note kan ikke stå her og er sat som tekst efter", "a note can't stand here and was set as text after it")
	case KeptUnusedNote:
		return say("ingen tekst henviser til noten; den er sat som tekst", "no text refers to the note; it was set as text")
	case KeptTable:
		return say("tabellen ligner et regnskab, men er sat som tabel", "the table looks like a statement but was set as a table")
	case KeptPeople:
		return say("listen af personer er sat som tekst", "the list of people was set as text")
	case KeptDeepList:
		return say("listepunkter i tredje niveau er rykket til andet", "entries on a third level were moved to the second")
	case WantAlt:
		return say("skriv alt: hvad billedet viser", "write alt: what the picture shows")
	case WantText:
		return say("her er kun en titel; skriv teksten", "here is only a title; write the text")
	case WantYear:
		return say("manuskriptet nævner intet år; ret year i report.yaml", "the manuscript tells no year; put year right in report.yaml")
	case WantDate:
		return say("manuskriptet nævner ingen dato; ret date i report.yaml", "the manuscript tells no date; put date right in report.yaml")
	case WantPublisher:
		return say("manuskriptet nævner ingen udgiver; ret publisher i report.yaml", "the manuscript tells no publisher; put publisher right in report.yaml")
	case WantHeadings:
		return say("manuskriptet har ingen overskrifter og er blevet til ét kapitel; skriv # og et mellemrum foran dem, eller lad dem stå alene mellem tomme linjer, og importér igen",
			"the manuscript has no headings and became one chapter; write # and a space before them, or let them stand alone between blank lines, and import again")
	case WantSums:
		return say("linjen ligner en sum, men ingen linjer over den giver den; skriv sum: i accounts.yaml", "the line looks like a sum, but no lines above it give it; write sum: in accounts.yaml")
	}
	return say("kapitlet er skrevet som ren tekst", "the chapter was written as text only")
}

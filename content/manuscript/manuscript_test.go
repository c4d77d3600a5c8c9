package manuscript

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
)

// sample is a manuscript with the traps of real ones.
func sample(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/beretning.md")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestNoWordIsLost holds the words of the sample's chapters against the edition's.
// A footnote's words stand where its mark is, and the list by which a board is
// known is printed by role and office.
func TestNoWordIsLost(t *testing.T) {
	data := sample(t)
	for name, form := range map[string][]byte{
		"as it is":    data,
		"with CRLF":   bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")),
		"with a mark": append([]byte("\ufeff"), data...),
		"in UTF-16":   utf16le(string(data)),
	} {
		t.Run(name, func(t *testing.T) {
			m, rep := read(t, "beretning.md", form)
			var out []string
			for _, l := range m.Left() {
				if l.Out() {
					out = append(out, inWords(l.Text)...)
				}
			}
			source := sourceWords(form, m.Left())
			if lost := missing(source, append(reportWords(rep), out...)); len(lost) > 0 {
				t.Errorf("lost: %q", lost)
			}
			// the words that a hyphen broke, and the number that the report gives an entry
			if more := missing(reportWords(rep), source); !slices.Equal(more, []string{"samarbejde", "havneborgmester"}) {
				t.Errorf("not the manuscript's: %q", more)
			}
		})
	}
}

// utf16le writes a text as UTF-16 with its mark.
func utf16le(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, c := range s {
		out = append(out, byte(c), byte(c>>8))
	}
	return out
}

// missing are the words of a list that another has not so many of. A word that
// was broken at a line's end may be whole there.
func missing(list, in []string) []string {
	count := map[string]int{}
	for _, w := range in {
		count[w]++
	}
	var lost []string
	for i := 0; i < len(list); i++ {
		w := list[i]
		for whole, k := w, i+1; count[w] == 0 && k < min(len(list), i+4); k++ { // a word over up to four lines
			if whole += list[k]; count[whole] > 0 {
				w, i = whole, k
			}
		}
		if count[w] == 0 && i > 0 && count[list[i-1]+w] > 0 {
			w = list[i-1] + w // the first part is a word of its own, too
		}
		if count[w] == 0 {
			lost = append(lost, w)
			continue
		}
		count[w]--
	}
	return lost
}

func TestLatin1IsRead(t *testing.T) {
	data, err := charmap.Windows1252.NewEncoder().Bytes([]byte("# Årets bølge\n\nÆbler, øl – og “å”.\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, rep := read(t, "x.md", data)
	if got := rep.Chapters[0].Blocks[0].(content.Paragraph).Body.Plain(); got != "Æbler, øl – og “å”." || rep.Title != "Årets bølge" {
		t.Errorf("%q, %q", rep.Title, got)
	}
}

func TestTheOutlineOfTheSample(t *testing.T) {
	m, rep := read(t, "beretning.md", sample(t))
	if rep.Title != "FORBUNDETS BERETNING 2024" || rep.Subtitle != "Broer, færger og stier" || rep.Edition != "TRYKT UDGAVE" || rep.Publisher != "Fjordbyernes Forbund" {
		t.Errorf("front: %q, %q, %q, %q", rep.Title, rep.Subtitle, rep.Edition, rep.Publisher)
	}
	if rep.Year != 2024 || rep.Date != "2025-03-03" || rep.Language != "da" {
		t.Errorf("%d, %s, %s", rep.Year, rep.Date, rep.Language)
	}
	var titles []string
	for _, c := range rep.Chapters {
		titles = append(titles, c.Title)
	}
	if want := []string{"Forord", "Havne og kajer", "Stier langs vandet", "Bådene", "Udvalg", "Regnskab"}; !slices.Equal(titles, want) && !slices.Contains(titles, "Strand og skov") {
		t.Errorf("chapters %q", titles)
	}
	if c := rep.Chapters[1]; c.Headline != "Kajerne holdt til stormen" || kinds(c)[0] != "Lead" {
		t.Errorf("headline %q, blocks %q", c.Headline, kinds(c))
	}
	left := map[LeftKind]int{}
	for _, l := range m.Left() {
		left[l.Kind]++
		if l.Line == 0 {
			t.Errorf("%+v has no line", l)
		}
	}
	if left[LeftContents] != 7 || left[LeftPageNumber] != 3 || left[LeftComment] != 1 || left[KeptUnusedNote] != 1 {
		t.Errorf("left: %v", left)
	}
}

// kinds are the blocks of a chapter by their types.
func kinds(c content.Chapter) []string {
	var out []string
	for _, b := range c.Blocks {
		name := strings.TrimPrefix(strings.TrimPrefix(typeName(b), "content."), "*")
		out = append(out, name)
	}
	return out
}

func TestStatementsOfTheSample(t *testing.T) {
	_, rep := read(t, "beretning.md", sample(t))
	book := rep.Accounts
	if len(book.Statements) != 2 || !slices.Equal(book.Years, []int{2024, 2023}) || book.Unit.Name != "kr." {
		t.Fatalf("%d statements, %v, %q", len(book.Statements), book.Years, book.Unit.Name)
	}
	result, balance := book.Statements[0], book.Statements[1]
	if result.Title != "Resultatopgørelse" || result.When != "1. januar - 31. december" || balance.When != "pr. 31. december" {
		t.Errorf("%q %q, %q", result.Title, result.When, balance.When)
	}
	var got []string
	for _, s := range book.Statements {
		for _, l := range s.Lines {
			line := []string{"plain", "subtotal", "total", "caption", "group"}[l.Rank] + " " + l.Label
			for _, term := range l.Sum {
				line += " + " + term.Line
			}
			got = append(got, line)
		}
	}
	want := []string{
		"plain Kontingenter", "plain Tilskud", "subtotal Indtægter i alt + kontingenter + tilskud", "plain Løn", "plain Afskrivninger",
		"total Årets resultat + indtaegter_i_alt + loen + afskrivninger",
		"caption AKTIVER", "group Anlægsaktiver", "plain Grunde", "plain Både", "subtotal Anlægsaktiver i alt + grunde + baade",
		"subtotal Likvider", "total Aktiver i alt + anlaegsaktiver_i_alt + likvider",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nexpected\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if a := result.Lines[4].Cells[1].Amount; a != -61900*accounts.Kr {
		t.Errorf("%v", a)
	}
}

func TestPeopleOfTheSample(t *testing.T) {
	_, rep := read(t, "beretning.md", sample(t))
	var got []string
	for _, b := range rep.Chapters[len(rep.Chapters)-2].Blocks {
		r, is := b.(content.Roster)
		if !is {
			continue
		}
		for _, g := range r.Groups {
			for _, m := range g.Members {
				got = append(got, strings.Join([]string{g.Name, m.Role, m.Person.Office, m.Person.Name, m.Person.Party, m.Person.Municipality, m.Person.ID}, "/"))
			}
		}
	}
	want := []string{
		"Havneudvalget/Formand/Borgmester/Ole Krabbe/V/Nordhavn/ole-krabbe",
		"Havneudvalget/Næstformand/1. viceborgmester/Ida Sund/A/Sydhavn/ida-sund",
		"Havneudvalget//Teknik- og havneborgmester/Per Tang/Ø/Østhavn/per-tang",
		"Stiudvalget/Formand med ansvar for skilte/Rådmand/Bo Skov/C/Vesthavn/bo-skov",
		"Stiudvalget//Borgmester/Ole Krabbe/V/Nordhavn/ole-krabbe",
		"Stiudvalget//Kommunalbestyrelsesmedlem/Eva Lund Bro/B/Sydhavn/eva-lund-bro",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestHeadingsAreAskedFor has a text without a heading, and one with.
func TestHeadingsAreAskedFor(t *testing.T) {
	const text = "Det var en dag.\n\nDet blev aften.\n\nSå kom natten.\n"
	for manuscript, want := range map[string]bool{text: true, "# Dagen\n\n" + text: false} {
		m := Read(Source{Name: "a.txt", Data: []byte(manuscript)})
		if got := slices.ContainsFunc(m.Left(), func(l Left) bool { return l.Kind == WantHeadings }); got != want {
			t.Errorf("%q: asked for is %v, expected %v", manuscript, got, want)
		}
	}
}

// TestOneLetterPastedIn has UTF-8 with a letter of Latin-1 in it.
func TestOneLetterPastedIn(t *testing.T) {
	_, rep := read(t, "x.md", []byte("# Årets bølge\n\nÆbler og m\xf8der.\n"))
	if got := rep.Chapters[0].Blocks[0].(content.Paragraph).Body.Plain(); got != "Æbler og møder." {
		t.Errorf("%q", got)
	}
}

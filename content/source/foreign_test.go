package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// written puts inlines as a text, every kind in brackets of its own.
func written(in content.Inlines) string {
	var b strings.Builder
	for _, i := range in {
		switch i := i.(type) {
		case content.Text:
			b.WriteString(string(i))
		case content.Emph:
			b.WriteString("/" + written(i.Body) + "/")
		case content.Strong:
			b.WriteString("!" + written(i.Body) + "!")
		case content.Foreign:
			b.WriteString("<" + i.Lang + ":" + written(i.Body) + ">")
		case content.Link:
			b.WriteString("@" + written(i.Body) + "@")
		case content.Footnote:
			b.WriteString("^")
		case content.Break:
			b.WriteString("|")
		}
	}
	return b.String()
}

func TestForeignWords(t *testing.T) {
	for in, want := range map[string]string{
		`om [social scoring]{lang=en} nu`:                        `om <en:social scoring> nu`,
		`[social scoring]{ lang="EN" }`:                          `<en:social scoring>`,
		`*[a *b* c]{lang=de} d*`:                                 `/<de:a /b/ c> d/`,
		`*a [b* c]{lang=de} d*`:                                  `/a <de:b* c> d/`,
		`[**Der** Weg [zum Ziel](https://kl.dk) ist]{lang=de}`:   `<de:!Der! Weg @zum Ziel@ ist>`,
		`[Læs [the report]{lang=en} nu](https://kl.dk)`:          `@Læs <en:the report> nu@`,
		`[a [b]{lang=en} c]{lang=de}`:                            `<de:a <en:b> c>`,
		`[a] og [b]{lang=en}`:                                    `[a] og <en:b>`,
		`[[b]{lang=en}`:                                          `[<en:b>`,
		`[b]]{lang=en}`:                                          `[b]]{lang=en}`,
		`\[b]{lang=en}`:                                          `[b]{lang=en}`,
		`[b\]{lang=en}`:                                          `[b]{lang=en}`,
		`[b]\{lang=en}`:                                          `[b]{lang=en}`,
		`[a]{se bilag} b`:                                        `[a]{se bilag} b`,
		`[a] {lang=en}`:                                          `[a] {lang=en}`,
		"[two\n words]{lang=en-GB} and":                          `<en-GB:two words> and`,
		"[two\n\nwords]{lang=en}":                                `[two words]{lang=en}`,
		"ord[^1] [word]{lang=en}[^2] x\n\n[^1]: a\n[^2]: b":      `ord^ <en:word>^ x`,
		`[<https://kl.dk/]{lang=en}>`:                            `[@https://kl.dk/]{lang=en}@`,
		`![b]{lang=en}`:                                          `![b]{lang=en}`,
		`[fin de siècle]{lang=fr}, [Zeitgeist]{lang=de} og mere`: `<fr:fin de siècle>, <de:Zeitgeist> og mere`,
	} {
		p := passageOf(t, fmt.Sprintf("a: %q\n", in))
		p.text = []byte(in) // as it stands, its lines not parted
		doc := p.r.ed.text.prose.Parse(text.NewReader(p.text), parser.WithContext(findSpans(p.text)))
		p.readNotes(doc)
		var got []string
		for c := doc.FirstChild(); c != nil; c = c.NextSibling() {
			if w := written(p.inlines(c)); w != "" && p.notes != nil {
				got = append(got, w)
			}
		}
		if len(got) > 1 && strings.Contains(in, "[^") {
			got = got[:1]
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, expected %q (%v)", in, got, want, told(p.r.diags, diag.English))
		}
	}
}

// TestManyBrackets has no text of brackets take long: it once cost the square of
// their number.
func TestManyBrackets(t *testing.T) {
	for _, piece := range []string{"[", "[a]{lang=en}", "]", "[[]{lang=en}", "]{lang=en}"} {
		in := []byte(strings.Repeat(piece, longest/len(piece)))
		newMarkdown().prose.Parse(text.NewReader(in), parser.WithContext(findSpans(in)))
	}
}

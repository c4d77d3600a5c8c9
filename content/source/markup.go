package source

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"github.com/kl-print/kl-print/content/diag"
)

// warnOfMarkup tells of signs in a paragraph that look like Markdown and are none, so
// that they are printed: asterisks that emphasise nothing, a link with its brackets
// the wrong way round, and dots for the entries of a list. An escaped sign is meant.
func (p *passage) warnOfMarkup(n ast.Node) {
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) { // the walker returns no error
		if text, is := c.(*ast.Text); is && entering {
			if i := bytes.Index(text.Segment.Value(p.text), []byte("**")); i >= 0 {
				p.r.diags.Warn(p.at(text.Segment.Start+i), strayStars())
				return ast.WalkStop, nil
			}
		}
		return ast.WalkContinue, nil
	})
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		raw := line.Value(p.text)
		if at := turned(raw); at >= 0 {
			p.r.diags.Warn(p.at(line.Start+at), turnedLink())
		}
		if sign := bulletOf(string(raw)); sign == "•" || sign == "◦" || sign == "▪" {
			p.r.diags.Warn(p.at(line.Start), dotForDash(sign))
			return
		}
	}
}

// turned is where a link begins whose brackets are the wrong way round; −1 where there
// is none.
func turned(line []byte) int {
	if !bytes.Contains(line, []byte(")[")) {
		return -1
	}
	at := regexp.MustCompile(`\([^()\n]+\)\[(https?://|www\.|#)[^\]\n]*\]`).FindIndex(line)
	if at == nil {
		return -1
	}
	return at[0]
}

func strayStars() diag.Message {
	return say("text-markup", "** bliver trykt, da det ikke fremhæver noget; skriv **ord** med ** lige før og lige efter ordene, eller \\*\\* hvis tegnene er ment",
		"** is printed, as it emphasises nothing; write **words** with ** right before and right after the words, or \\*\\* if the characters are meant")
}

func turnedLink() diag.Message {
	return say("text-markup", "det er intet link, og parenteserne bliver trykt; skriv [ord](https://…), de kantede om ordene og de runde om adressen",
		"this is no link, and the brackets are printed; write [words](https://…), the square ones round the words and the round ones round the address")
}

func dotForDash(sign string) diag.Message {
	return sayAbout("text-markup", "%[1]s bliver trykt midt i teksten, da det ikke begynder et listepunkt; skriv \"- \" foran hvert punkt og en tom linje før det første",
		"%[1]s is printed within the text, as it begins no list entry; write \"- \" before each entry and a blank line before the first", quoted(sign))
}

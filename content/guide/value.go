package guide

import (
	"fmt"
	"strings"

	"github.com/kl-print/kl-print/content/format"
)

// value says what may stand under a key.
func (p *page) value(v format.Value) string {
	switch v := v.(type) {
	case format.Word:
		if len(v) > 10 {
			return strings.Join(v, " ")
		}
		return strings.Join(v, p.say(" eller ", " or "))
	case format.List:
		return p.say("liste: ", "list: ") + p.value(v.Of)
	case format.Either:
		var each []string
		for _, one := range v {
			each = append(each, p.value(one))
		}
		return strings.Join(each, p.say(" eller ", " or "))
	case format.Map:
		return p.say("navne med nøgler", "names with keys")
	case format.Mapping:
		return p.say("nøgler", "keys")
	case format.Blocks:
		return p.say("blokke", "blocks")
	}
	return p.scalar(v)
}

// scalar says what a value may be that is one word, number or text.
func (p *page) scalar(v format.Value) string {
	switch v := v.(type) {
	case format.Text:
		return p.say("tekst", "text")
	case format.Markdown:
		if v.Paragraphs {
			return p.say("Markdown, flere afsnit", "Markdown, several paragraphs")
		}
		return p.say("Markdown, ét afsnit", "Markdown, one paragraph")
	case format.Number:
		return p.say(fmt.Sprintf("%d til %d", v.Low, v.High), fmt.Sprintf("%d to %d", v.Low, v.High))
	case format.Flag:
		return p.say("true eller false", "true or false")
	case format.True:
		return "true"
	case format.Date:
		return p.say("dato", "date")
	case format.Address:
		return p.say("adresse", "address")
	case format.ID:
		return p.say("id", "an id")
	case format.Term:
		return p.say("linjers id'er", "ids of lines")
	case format.Path:
		return p.say("fil", "file")
	}
	return p.measure(v)
}

// measure says what an amount, a length or the like looks like.
func (p *page) measure(v format.Value) string {
	switch v := v.(type) {
	case format.Money:
		return "kr., t.kr., mio. kr."
	case format.Amount:
		return p.say("beløb", "amount")
	case format.Quantity:
		return p.say("tal eller dato", "number or date")
	case format.Ratio:
		return "3:2"
	case format.Percent:
		return "30 %"
	case format.Length:
		return p.say(v.Low+" til "+v.High, v.Low+" to "+v.High)
	case format.Scale:
		return p.say("1.05 til 1.35", "1.05 to 1.35")
	case format.Colour:
		return `"#2F5D3A"`
	case format.Column:
		return p.say("kolonne, som B", "column, such as B")
	case format.Range:
		return p.say("konti, som 1000-1099", "accounts, such as 1000-1099")
	}
	return p.say("ord", "word")
}

package source

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/figures"
)

// claim is a fact that says what it equals, and where its parts stand.
type claim struct {
	name, unit, written string // its value as written
	value, equals       *yaml.Node
}

// holdFacts works out what the facts say that they equal, once all names are known, and
// holds each to its value at the decimals the value is written with.
func (r *reader) holdFacts(s *shelf, claims []claim) {
	for _, c := range claims {
		r.holdFact(s, c)
	}
}

// holdFact does so for one.
func (r *reader) holdFact(s *shelf, c claim) {
	text, ok := r.scalar(c.equals, aText)
	if !ok || s.facts[folded(c.name)].bad {
		return
	}
	format := " | " + c.unit
	if _, decimals, has := strings.Cut(c.written, ","); has {
		format += ":" + strconv.Itoa(len(decimals))
	} else if c.unit != "år" {
		format += ":0"
	}
	_, want, fault := figures.Eval(text+format, s.find, s.locale)
	if fault != nil {
		if !s.awaits(fault) && !s.silent(fault) {
			p := &passage{r: r, node: c.equals, text: []byte(text)}
			r.diags.Error(p.at(min(fault.At, len(text))), r.faultOf(fault))
		}
		return
	}
	if _, is, fault := figures.Eval(c.name+format, s.find, s.locale); fault == nil && is != want {
		r.fail(c.value, factDiffers(is, text, want))
	}
}

func factDiffers(is, expr, want string) diag.Message {
	return sayAbout("figure-equals", "tallet er %s, men %s giver %s; ret det, der er forkert", "the figure is %s, but %s gives %s; correct the one that is wrong", is, quoted(expr), want)
}

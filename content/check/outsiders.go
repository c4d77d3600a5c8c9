package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
)

// outsiders finds members of groups that are named after a region, "KKR Sjælland", who are from a
// municipality of another, where all the others of such groups are from their own.
func (c *checker) outsiders() {
	type outsider struct {
		p      *content.Person
		region string
	}
	var odd []outsider
	own := 0
	for _, g := range c.groups() {
		region := ""
		for _, name := range regions() {
			if strings.HasSuffix(g.Name, " "+name) {
				region = name
			}
		}
		if region == "" {
			continue
		}
		for _, m := range g.Members {
			if m.Person == nil {
				continue
			}
			switch is := regionOf(withoutKommune(m.Person.Municipality)); is {
			case "":
			case region:
				own++
			default:
				odd = append(odd, outsider{m.Person, region})
			}
		}
	}
	const least = 5 // of whom one is likely a mistake
	if len(odd) == 1 && own >= least {
		p := odd[0].p
		c.tellAt(p.Pos, p.Municipality, Warning, "municipality",
			say("%s sidder i en gruppe for %s, og %s ligger ikke der", "%s sits in a group of %s, and %s is not there", p.Name, odd[0].region, p.Municipality), Text{})
	}
}

// signsTwice finds who signs the accounts for two parties, the board and the management.
func (c *checker) signsTwice() {
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			signatures, is := b.(content.Signatures)
			if !is {
				continue
			}
			first := map[*content.Person]string{}
			for _, p := range signatures.Parties {
				for _, m := range p.Signers {
					if m.Person == nil {
						continue
					}
					if before, twice := first[m.Person]; twice && before != p.Title {
						c.tellAt(signatures.Where(), m.Person.ID, Warning, "signatory",
							say("%s underskriver både under %q og under %q", "%s signs both under %q and under %q", m.Person.Name, before, p.Title), Text{})
					}
					first[m.Person] = p.Title
				}
			}
		}
	}
}

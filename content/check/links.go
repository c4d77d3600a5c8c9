package check

import (
	"slices"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// Fault is what is wrong with an address.
type Fault struct {
	Level Level
	What  Text
}

// address is an address of a report, and the block it stands in.
type address struct {
	block diag.Pos
	url   string
}

// links tells of addresses that lead nowhere, where it is asked to find out.
func (c *checker) links() {
	if c.ed.Dead == nil {
		return
	}
	all := addresses(c.rep)
	urls := make([]string, len(all))
	for i, a := range all {
		urls[i] = a.url
	}
	slices.Sort(urls)
	dead := c.ed.Dead(slices.Compact(urls))
	for _, a := range all {
		if f, is := dead[a.url]; is {
			c.tellAt(a.block, a.url, f.Level, "link", f.What, Text{})
		}
	}
}

// addresses returns the addresses of a report in the order of its blocks.
func addresses(rep *content.Report) []address {
	var out []address
	for _, ch := range rep.Chapters {
		for _, b := range ch.Blocks {
			content.Walk(b, func(l content.Link) {
				if l.URL != "" {
					out = append(out, address{b.Where(), l.URL})
				}
			})
		}
	}
	return slices.Compact(out)
}

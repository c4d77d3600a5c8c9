package check

import (
	"strconv"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// chartYears finds charts whose titles have another year than their figures.
func (c *checker) chartYears() {
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			c.chartYear(b)
		}
	}
}

// chartYear holds the year in a chart's title against its figures' year.
func (c *checker) chartYear(b content.Block) {
	chart, is := b.(content.Chart)
	if !is || chart.Column >= len(c.rep.Accounts.Years) {
		return
	}
	want := c.rep.Accounts.Years[chart.Column]
	if years := fourDigits(plain(chart.Caption)); len(years) == 1 {
		c.captionYear(chart, want, plain(chart.Caption), years[0])
	}
	for _, at := range fourDigits(chart.Title) {
		if y := chart.Title[at.from:at.to]; y != strconv.Itoa(want) {
			c.tellAt(chart.Pos, chart.Title, Error, "year", say("diagrammet viser %d, og titlen siger %s", "the chart shows %d, and its title says %s", want, y), say("%d", "%d", want))
		}
	}
}

// captionYear holds the one year in a chart's caption against its figures', where it is not
// one that they are compared with.
func (c *checker) captionYear(chart content.Chart, want int, caption string, at span) {
	lead := strings.Fields(strings.ToLower(caption[:at.from]))
	said := caption[at.from:at.to]
	if n := len(lead); strings.Contains(caption, ". ") || n < 2 || lead[n-1] != "i" || lead[n-2] == "end" || lead[n-2] == "som" || !isYear(said) || said == strconv.Itoa(want) {
		return
	}
	c.tellAt(chart.Pos, caption, Error, "year", say("diagrammet viser %d, og teksten til det siger %s", "the chart shows %d, and its caption says %s", want, said), say("%d", "%d", want))
}

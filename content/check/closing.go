package check

import (
	"strings"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/content/diag"
)

// closings holds the days that the statements end on against each other, and the
// auditor's date against that of those who sign the accounts before.
func (c *checker) closings() {
	count := map[string]int{}
	ends := make([]string, len(c.rep.Accounts.Statements))
	most := ""
	for i, s := range c.rep.Accounts.Statements {
		if ends[i] = c.lastDay(s); ends[i] == "" {
			continue
		}
		if count[ends[i]]++; most == "" || count[ends[i]] > count[most] {
			most = ends[i]
		}
	}
	for i, s := range c.rep.Accounts.Statements {
		if ends[i] != "" && ends[i] != most {
			c.tellAt(s.Pos, s.When, Warning, "date",
				say("opgørelsen slutter %s, de andre %s", "the statement ends on %s, the others on %s", ends[i], most), Text{})
		}
	}
	c.auditAfter()
}

// lastDay is the last day that the head of a statement names, such as "31. december";
// empty where it names none.
func (c *checker) lastDay(s *accounts.Statement) string {
	all := c.forms.date().FindAllStringSubmatch(spaced(s.When), -1)
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1]
	return last[2] + ". " + strings.ToLower(last[3])
}

// auditAfter finds an auditor who signs before the accounts are.
func (c *checker) auditAfter() {
	signed := ""
	var audits []diag.Pos
	var dates []string
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Signatures:
				signed = max(signed, b.Date)
			case content.Auditor:
				audits, dates = append(audits, b.Pos), append(dates, b.Date)
			}
		}
	}
	for i, date := range dates {
		if date != "" && date < signed {
			c.tellAt(audits[i], date, Error, "date", say("revisor underskriver før regnskabet er underskrevet (%s)", "the auditor signs before the accounts are signed (%s)", signed), Text{})
		}
	}
}

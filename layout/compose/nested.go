package compose

import (
	"fmt"

	"github.com/kl-print/kl-print/content/accounts"
	"github.com/kl-print/kl-print/layout/page"
)

// nested gives the cells of a statement whose rows stand under headings the ids of
// all that heads them, for there Scope alone would not tell (ISO 32000-1, 14.8.5.7).
func (c *composer) nested(s *accounts.Statement, head, body *page.Elem) {
	over := s.Headings()
	if !anyUnder(over) {
		return
	}
	columns := make([]string, len(head.Kids))
	for i, k := range head.Kids {
		columns[i] = c.headerID(k.(*page.Elem))
	}
	ids := make([]string, len(body.Kids)) // of the first cell of each row
	for i, k := range body.Kids {
		cells := k.(*page.Elem).Kids
		first := cells[0].(*page.Elem)
		ids[i] = c.headerID(first)
		for _, h := range over[i] {
			first.Attr.Headers = append(first.Attr.Headers, ids[h])
		}
		for column, k := range cells[1:] {
			cell := k.(*page.Elem)
			cell.Attr.Headers = append([]string{columns[column+1]}, first.Attr.Headers...)
			cell.Attr.Headers = append(cell.Attr.Headers, ids[i])
		}
	}
}

func anyUnder(over [][]int) bool {
	for _, o := range over {
		if len(o) > 0 {
			return true
		}
	}
	return false
}

// headerID names a header cell.
func (c *composer) headerID(th *page.Elem) string {
	c.headers++
	th.Attr.ID = fmt.Sprintf("celle-%s-%d", c.chapter.ID, c.headers)
	return th.Attr.ID
}

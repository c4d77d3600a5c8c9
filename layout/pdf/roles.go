package pdf

import (
	"fmt"
	"strconv"

	"github.com/kl-print/kl-print/layout/page"
)

// standard reports whether a role is a standard structure type of PDF 1.7
// (ISO 32000-1, 14.8.4) or one the role map leads to such a type.
func standard(r page.Role) bool {
	switch r {
	case page.RoleDocument, page.RolePart, page.RoleSect, page.RoleDiv, page.RoleAside,
		page.RoleTOC, page.RoleTOCI, page.RoleReference,
		page.RoleH1, page.RoleH2, page.RoleH3, page.RoleH4, page.RoleH5,
		page.RoleP, page.RoleBlockQuote, page.RoleCaption,
		page.RoleL, page.RoleLI, page.RoleLbl, page.RoleLBody,
		page.RoleTable, page.RoleTHead, page.RoleTBody, page.RoleTR, page.RoleTH, page.RoleTD,
		page.RoleFigure, page.RoleLink, page.RoleSpan, page.RoleNote:
		return true
	}
	return false
}

// roleMap leads the roles PDF 1.7 lacks to those it has. In PDF 2.0 elements have
// namespaces, which it says nothing of; it is there for readers of 1.7.
const roleMap = "<</Aside/Div/FENote/Note>>"

// nameElems gives every element that says so its id, and a note one where it
// has none (ISO 14289-1, 7.9), and looks up what table cells refer to.
func (p *plan) nameElems() error {
	taken := p.ids
	for i := range p.elems {
		e := &p.elems[i]
		if e.id = e.Attr.ID; e.id == "" {
			continue
		}
		if _, twice := taken[e.id]; twice {
			return fmt.Errorf("two elements have the id %q", e.id)
		}
		taken[e.id] = i
	}
	next := 0
	for i := range p.elems {
		e := &p.elems[i]
		for e.Role == page.RoleNote && e.id == "" {
			next++
			id := "note-" + strconv.Itoa(next)
			if _, is := taken[id]; !is {
				e.id, taken[id] = id, i
			}
		}
		for _, h := range e.Attr.Headers {
			if _, is := taken[h]; !is {
				return fmt.Errorf("a %s has the header %q, which no element has as its id", e.Role, h)
			}
		}
	}
	return nil
}

package pdf

import (
	"errors"
	"fmt"
	"mime"
	"strings"
	"time"

	"github.com/kl-print/kl-print/layout/page"
)

// Standard is a set of standards a file claims to meet.
type Standard uint8

// The standards a file can be written to.
const (
	None   Standard = iota // a tagged PDF 1.7 that claims nothing
	A2aUA1                 // PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1)
	A3a                    // PDF/A-3a (ISO 19005-3) and PDF/UA-1, with attachments
	A4f                    // PDF 2.0, PDF/A-4f (ISO 19005-4) and PDF/UA-2 (ISO 14289-2), with attachments
	UA2                    // PDF 2.0 and PDF/UA-2
)

// claim is what a standard's files say of themselves, and may hold.
type claim struct {
	name     string // as it is written
	version  string // of PDF
	part     string // of ISO 19005; empty: the file is no PDF/A
	level    string // of conformance to it
	revision string // the year of it, where the file says it
	ua       string // the part of ISO 14289; empty: the file is no PDF/UA
	uaYear   string // of that part, where the file says it
}

// claim returns what goes for the standard, and false where there is no such.
func (s Standard) claim() (claim, bool) {
	all := [...]claim{
		None:   {name: "a file without a standard", version: "1.7"},
		A2aUA1: {name: "PDF/A-2a and PDF/UA-1", version: "1.7", part: "2", level: "A", ua: "1"},
		A3a:    {name: "PDF/A-3a and PDF/UA-1", version: "1.7", part: "3", level: "A", ua: "1"},
		A4f:    {name: "PDF/A-4f and PDF/UA-2", version: "2.0", part: "4", level: "F", revision: "2020", ua: "2", uaYear: "2024"},
		UA2:    {name: "PDF/UA-2", version: "2.0", ua: "2", uaYear: "2024"},
	}
	if int(s) >= len(all) {
		return claim{}, false
	}
	return all[s], true
}

// String returns the names of the standards.
func (s Standard) String() string {
	if c, ok := s.claim(); ok {
		return c.name
	}
	return fmt.Sprintf("unknown standard %d", uint8(s))
}

// two reports whether files of the standard are PDF 2.0.
func (c claim) two() bool { return c.version == "2.0" }

// Attaches reports whether files of the standard may hold attachments of any
// kind. PDF/A-2 takes no others than PDF/A itself.
func (s Standard) Attaches() bool { return s == A3a || s == A4f }

// checkOptions refuses what the standard forbids.
func checkOptions(m page.Meta, opt Options) error {
	c, known := opt.Standard.claim()
	switch n := len(opt.Attachments); {
	case !known:
		return errors.New(opt.Standard.String())
	case opt.Standard != None && (m.Title == "" || m.Lang == ""):
		return fmt.Errorf("%s ask for a title and a language", c.name)
	case n > 0 && opt.Standard == A2aUA1:
		return fmt.Errorf("%s can't hold %d attachments: PDF/A-2 takes only PDF/A files; PDF/A-3a takes any", c.name, n)
	case n > 0 && !opt.Standard.Attaches():
		return fmt.Errorf("%s is written without attachments, and there are %d; PDF/A-3a and PDF/A-4f take them", c.name, n)
	case n == 0 && opt.Standard == A4f:
		return fmt.Errorf("%s ask for an attachment at least", c.name)
	}
	return checkAttachments(m, opt.Attachments)
}

// checkAttachments sees that each attachment says what ISO 19005-3, 6.8, asks for.
func checkAttachments(m page.Meta, all []Attachment) error {
	seen := map[string]bool{}
	for _, a := range all {
		kind, _, err := mime.ParseMediaType(a.MIME)
		switch {
		case a.Name == "":
			return errors.New("an attachment has no name")
		case seen[a.Name]:
			return fmt.Errorf("the attachment %q is there twice", a.Name)
		case err != nil || kind != a.MIME || !strings.Contains(kind, "/"):
			return fmt.Errorf("the attachment %q has the type %q, which is no MIME type", a.Name, a.MIME)
		case !a.Relationship.known():
			return fmt.Errorf("the attachment %q has the unknown relationship %q", a.Name, a.Relationship)
		}
		if _, err := time.Parse(time.DateOnly, a.dated(m)); err != nil {
			return fmt.Errorf("the attachment %q: its date %q is not year-month-day", a.Name, a.dated(m))
		}
		seen[a.Name] = true
	}
	return nil
}

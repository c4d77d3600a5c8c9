package check

import (
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content"
)

// signers holds those who sign for the board against the board.
func (c *checker) signers() {
	board := c.board()
	if board == nil {
		return
	}
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			switch b := b.(type) {
			case content.Signatures:
				for _, p := range b.Parties {
					if strings.Contains(strings.ToLower(p.Title), "bestyrelse") {
						c.boardSigns(b, p, board)
						continue
					}
					c.groupSigns(b, p)
					c.managers(b, p, board)
				}
			case content.Letter:
				c.roles(b, b.Signers, board)
			}
		}
	}
}

// boardSigns finds who signs and is not on the board, and who is and does not.
func (c *checker) boardSigns(b content.Block, p content.SignatureParty, board *content.Group) {
	signs := map[*content.Person]bool{}
	for _, m := range p.Signers {
		if m.Person == nil {
			continue
		}
		if signs[m.Person] {
			c.tellAt(b.Where(), m.Person.ID, Error, "signatory", say("%s underskriver to gange", "%s signs twice", m.Person.Name), Text{})
		}
		signs[m.Person] = true
		if !onBoard(board, m.Person) {
			c.tellAt(b.Where(), m.Person.ID, Error, "signatory", say("%s underskriver for bestyrelsen og sidder ikke i den", "%s signs for the board and is not on it", m.Person.Name), Text{})
		}
	}
	for _, m := range board.Members {
		if m.Person != nil && !signs[m.Person] {
			c.tellAt(b.Where(), p.Title, Error, "signatory", say("%s sidder i bestyrelsen og underskriver ikke", "%s is on the board and does not sign", m.Person.Name), Text{})
		}
	}
	c.roles(b, p.Signers, board)
}

// groupSigns finds who signs for another group of the roster and is not in it.
func (c *checker) groupSigns(b content.Block, p content.SignatureParty) {
	for _, g := range c.groups() {
		if !strings.EqualFold(g.Name, p.Title) {
			continue
		}
		for _, m := range p.Signers {
			if m.Person != nil && !onBoard(g, m.Person) {
				c.tellAt(b.Where(), m.Person.ID, Error, "signatory", say("%s underskriver for %s og sidder ikke i den", "%s signs for %s and is not in it", m.Person.Name, g.Name), Text{})
			}
		}
	}
}

func onBoard(board *content.Group, p *content.Person) bool {
	return slices.ContainsFunc(board.Members, func(m content.Member) bool { return m.Person == p })
}

// managers finds who signs for the management and has an office that one is elected to, and does not sign for the
// board as well: that is told already.
func (c *checker) managers(b content.Block, p content.SignatureParty, board *content.Group) {
	if !strings.Contains(strings.ToLower(p.Title), "direktion") {
		return
	}
	for _, m := range p.Signers {
		if m.Person != nil && political(strings.ToLower(m.Person.Office)) && !onBoard(board, m.Person) {
			c.tellAt(b.Where(), m.Person.ID, Warning, "signatory", say("%s underskriver for direktionen og er valgt (%s)", "%s signs for the management and is elected (%s)", m.Person.Name, m.Person.Office), Text{})
		}
	}
}

// presidesIn reports whether a role is that of a board's chair or deputy.
func presidesIn(role string) bool { return role == "Formand" || role == "Næstformand" }

// roles holds the role somebody signs in against the board's, and finds who has one there and signs in
// none, beside one who does; under the accounts a deputy may sign as one of the board.
func (c *checker) roles(b content.Block, signers []content.Member, board *content.Group) {
	_, letter := b.(content.Letter)
	said := slices.ContainsFunc(signers, func(m content.Member) bool { return presidesIn(m.Role) })
	for _, s := range signers {
		if s.Person == nil || s.Role != "" && !presidesIn(s.Role) {
			continue
		}
		for _, m := range board.Members {
			if s.Role == "" && said && m.Person == s.Person && (m.Role == "Formand" || letter && presidesIn(m.Role)) {
				c.tellAt(b.Where(), s.Person.ID, Warning, "office", say("%s er %s og underskriver ikke som det", "%s is %s and does not sign as that", s.Person.Name, strings.ToLower(m.Role)), Text{})
			}
			if s.Role == "" {
				continue
			}
			if m.Role == s.Role && m.Person != s.Person && m.Person != nil {
				c.tellAt(b.Where(), s.Person.ID, Error, "office", say("%s underskriver som %s; det er %s", "%s signs as %s; that is %s", s.Person.Name, strings.ToLower(s.Role), m.Person.Name), Text{})
			}
		}
	}
}

// signedBefore holds who is said to have signed the letter of the report, its welcome or foreword, against
// those who do: "Ida Holm har skrevet under på forordet".
func (c *checker) signedBefore() {
	for _, r := range c.runs {
		if r.letter || !strings.Contains(r.lower, "velkomst") && !strings.Contains(r.lower, "forord") {
			continue
		}
		for _, s := range r.parts {
			if at := signs(s.lower); at > 0 {
				c.signedIn(r, s, at)
			}
		}
	}
}

// signs is where a sentence, in lower case, says that somebody has signed a welcome or foreword; 0 where it
// does not.
func signs(lower string) int {
	for _, w := range [...]string{"skrevet under", "underskrevet", "undertegnet"} {
		if at := strings.Index(lower, w); at > 0 {
			if rest := lower[at:]; strings.Contains(rest, "velkomst") || strings.Contains(rest, "forord") {
				return at
			}
		}
	}
	return 0
}

// signedIn judges a sentence that says so from a place on.
func (c *checker) signedIn(r *run, s sentence, at int) {
	letter := c.onlyLetter()
	if letter == nil || strings.Contains(s.lower, " ikke ") {
		return
	}
	c.signedAs(r, s, at, letter)
	for _, p := range c.persons() {
		n := strings.Index(s.text[:at], p.Name)
		if p.Name == "" || n < 0 || slices.ContainsFunc(letter.Signers, func(m content.Member) bool { return m.Person == p }) {
			continue
		}
		c.tell(r, s.from+n, s.from+n+len(p.Name), Warning, "signatory",
			say("%s står ikke blandt dem, der underskriver (%s)", "%s is not among those who sign (%s)", p.Name, letter.Pos), Text{})
	}
}

// signedAs tells of a chair or deputy who is said to have signed, where the other has.
func (c *checker) signedAs(r *run, s sentence, at int, letter *content.Letter) {
	has := func(role string) bool {
		return slices.ContainsFunc(letter.Signers, func(m content.Member) bool { return m.Role == role })
	}
	from := strings.Index(s.lower[:at], "formand")
	if from < 0 || has("Formand") == has("Næstformand") {
		return
	}
	said, is := "Formand", "Næstformand"
	if lead, deputy := strings.CutSuffix(s.lower[:from], "næst"); deputy {
		said, is, from = is, said, len(lead)
	}
	if (from == 0 || !wordly(lastRune(s.lower[:from]))) && !has(said) {
		c.tell(r, s.from+from, s.from+from+len(strings.ToLower(said)), Warning, "signatory",
			say("en %s underskriver (%s)", "a %s signs (%s)", strings.ToLower(is), letter.Pos), say("%[1]s", "%[1]s", strings.ToLower(is)))
	}
}

// onlyLetter is the one letter of the report that somebody signs; nil where there is none, or more.
func (c *checker) onlyLetter() *content.Letter {
	var out *content.Letter
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			if l, is := b.(content.Letter); is && len(l.Signers) > 0 {
				if out != nil {
					return nil
				}
				out = &l
			}
		}
	}
	return out
}

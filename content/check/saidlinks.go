package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kl-print/kl-print/content"
)

// An address that a text gives in so many words leads there, and is written in one way.

// shownAddresses holds links whose text is an address against where they lead.
func (c *checker) shownAddresses() {
	for _, ch := range c.rep.Chapters {
		for _, b := range ch.Blocks {
			content.Walk(b, func(l content.Link) { c.shownAddress(b, l) })
		}
	}
}

// shownAddress judges one.
func (c *checker) shownAddress(b content.Block, l content.Link) {
	text := strings.TrimSpace(plain(l.Body))
	if l.URL == "" || !isAddress(text) {
		return
	}
	said, leads := bareAddress(text), bareAddress(l.URL)
	if said == leads || strings.HasPrefix(leads, said+"/") || strings.HasPrefix(leads, said+"?") || strings.HasPrefix(leads, said+"#") {
		return
	}
	if strings.Contains(said, "@") != strings.Contains(leads, "@") {
		return // a form that a letter is written in
	}
	host, _, _ := strings.Cut(said, "/")
	other, _, _ := strings.Cut(leads, "/")
	if near := distance(said, leads, 2) <= 2; !near && (strings.HasSuffix(host, other) || strings.HasSuffix(other, host)) {
		return // a short address of a page there
	}
	c.tellAt(b.Where(), text, Warning, "link", say("teksten er %s, men linket fører til %s", "the text is %s, but the link leads to %s", text, l.URL), say("%[1]s", "%[1]s", leads))
}

// isAddress reports whether a text is nothing but an address: of a page, a domain or e-mail.
func isAddress(text string) bool {
	if strings.ContainsAny(text, " \t\n") || len(text) < len("a.dk") {
		return false
	}
	host, _, _ := strings.Cut(bareAddress(text), "/")
	n := strings.LastIndexByte(host, '.')
	return n > 0 && domainEnd(host[n+1:]) && !strings.Contains(host, "..")
}

// domainEnd reports whether a word is what addresses end in.
func domainEnd(w string) bool {
	switch w {
	case "dk", "com", "org", "net", "eu", "info", "io", "nu", "se", "no", "de", "uk", "int", "gov":
		return true
	}
	return false
}

// bareAddress is an address in lower case, without what any may begin and end with.
func bareAddress(text string) string {
	text = strings.ToLower(text)
	for _, begin := range []string{"mailto:", "https://", "http://", "www."} {
		text = strings.TrimPrefix(text, begin)
	}
	return strings.TrimSuffix(text, "/")
}

// saidAddress is an address at a place of the text.
type saidAddress struct {
	host string
	run  *run
	span
}

// addressed gathers the addresses of a chapter's text.
func (c *checker) addressed() {
	for _, r := range c.runs {
		if r.marks&linked == 0 {
			continue
		}
		at := 0
		for _, field := range strings.Fields(r.text) {
			from := at + strings.Index(r.text[at:], field)
			at = from + len(field)
			token := strings.TrimRight(field, ".,;:!?)”\"»")
			begin := len(token) - len(strings.TrimLeft(token, "(„”\"«"))
			if token = token[begin:]; isAddress(token) {
				host, _, _ := strings.Cut(bareAddress(token), "/")
				c.hosts = append(c.hosts, saidAddress{host, r, span{from + begin, from + begin + len(token)}})
			}
		}
	}
}

// misaddressed tells of an address that is a letter from another of the report's, which it
// has as often or more often.
func (c *checker) misaddressed() {
	times := map[string]int{}
	for _, h := range c.hosts {
		times[h.host]++
	}
	followed := addresses(c.rep)
	for _, a := range followed {
		host, _, _ := strings.Cut(bareAddress(a.url), "/")
		times[host] += 2 // one that is followed is seen to be wrong sooner
	}
	c.otherEnding(times, followed)
	var known []string
	for h := range times {
		known = append(known, h)
	}
	slices.Sort(known)
	for _, h := range c.hosts {
		for _, other := range known {
			if times[other] <= times[h.host] && (times[other] < times[h.host] || other > h.host) || !nearHost(h.host, other) {
				continue
			}
			if pos := c.locate.at(h.run, h.from); slices.ContainsFunc(c.out, func(t told) bool { return t.Pos == pos && t.Code == "link" }) {
				continue
			}
			c.tell(h.run, h.from, h.to, Warning, "link", say("%s er næsten %s; er det en slåfejl?", "%s is almost %s; is it a slip?", h.host, other), say("%[1]s", "%[1]s", other))
			break
		}
	}
}

// otherEnding tells of an address that is followed and ends in another country or kind than the
// same one does elsewhere, where that stands more often: "lager.com" for "lager.dk".
func (c *checker) otherEnding(times map[string]int, followed []address) {
	const shortest = 6
	for _, a := range followed {
		host, _, _ := strings.Cut(bareAddress(a.url), "/")
		host = strings.TrimPrefix(host, "www.")
		dot := strings.LastIndexByte(host, '.')
		if dot < shortest {
			continue
		}
		for _, end := range []string{".dk", ".com", ".org", ".net", ".eu", ".nu"} {
			other := host[:dot] + end
			if end == host[dot:] || times[other]+times["www."+other] <= times[host]+times["www."+host] {
				continue
			}
			c.tellAt(a.block, a.url, Warning, "link", say("andre steder står %s", "elsewhere it is %s", other), say("%[1]s", "%[1]s", other))
			break
		}
	}
}

// nearHost reports whether two domains or e-mails differ by one letter: by a number they are
// two, and so are those that end otherwise.
func nearHost(a, b string) bool {
	const shortest = 6
	if a == b || utf8.RuneCountInString(a) < shortest || a[strings.LastIndexByte(a, '.')+1:] != b[strings.LastIndexByte(b, '.')+1:] {
		return false
	}
	if nextDigit(a, 0) < len(a) || nextDigit(b, 0) < len(b) {
		return false
	}
	return distance(a, b, 1) == 1
}

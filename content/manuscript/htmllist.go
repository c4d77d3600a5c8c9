package manuscript

import "strings"

// Lists of HTML's, a line for each of their tags.
var (
	htmlListTag = lazily(`(?i)^\s*<(/?)(ul|ol)(?:\s[^<>]*)?>\s*$`)
	htmlEntry   = lazily(`(?i)^\s*<li(?:\s[^<>]*)?>\s*(?:<p>)?(.*?)(?:</p>)?\s*(?:</li>)?\s*$`)
	htmlEnds    = lazily(`(?i)^\s*(?:</li>)\s*$`)
)

// htmlLists makes a line of a list of HTML's one of Markdown's: an entry below the lists
// it stands in.
func (r *reading) htmlLists(l *line) {
	if m := htmlListTag.FindStringSubmatch(l.s); m != nil {
		l.s = ""
		if m[1] == "" {
			r.inLists = append(r.inLists, strings.ToLower(m[2]))
		} else if n := len(r.inLists); n > 0 {
			r.inLists = r.inLists[:n-1]
		}
		return
	}
	depth := len(r.inLists)
	if depth == 0 {
		return
	}
	if htmlEnds.MatchString(l.s) {
		l.s = ""
	} else if m := htmlEntry.FindStringSubmatch(l.s); m != nil {
		mark := "- "
		if r.inLists[depth-1] == "ol" {
			mark = "1. "
		}
		l.s = strings.Repeat("    ", depth-1) + mark + m[1]
	}
}

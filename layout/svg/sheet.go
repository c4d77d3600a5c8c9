package svg

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// sheet is the rules of a drawing's style elements, by class, in their order.
type sheet []rule

// rule is what a class declares.
type rule struct{ class, declarations string }

// of returns what an element's classes declare, later rules later.
func (s sheet) of(classes string) string {
	var out strings.Builder
	for _, r := range s {
		for class := range strings.FieldsSeq(classes) {
			if class == r.class {
				out.WriteString(r.declarations + ";")
			}
		}
	}
	return out.String()
}

// styleSheet reads the style elements of a file, wherever they stand: the rules
// they have count for all of it. What is no XML is told of by the reader.
func styleSheet(data []byte) (sheet, Errors) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	var all sheet
	var found Errors
	inside := false
	for len(found) < maxProblems {
		line, _ := dec.InputPos()
		tok, err := dec.Token()
		if err != nil {
			break
		}
		switch t := tok.(type) {
		case xml.StartElement:
			inside = t.Name == xml.Name{Space: namespace, Local: "style"}
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if !inside {
				continue
			}
			rules, err := rulesOf(string(t))
			if err != nil {
				found = append(found, located(fmt.Errorf("style: %w", err), line))
			}
			all = append(all, rules...)
		}
	}
	return all, found
}

// rulesOf reads a style sheet in which every selector is one class.
func rulesOf(text string) (sheet, error) {
	var out sheet
	for text = withoutComments(text); strings.TrimSpace(text) != ""; {
		selectors, rest, ok := strings.Cut(text, "{")
		body, after, closed := strings.Cut(rest, "}")
		if !ok || !closed || strings.Contains(body, "{") {
			return out, unsupported("style rule", strings.TrimSpace(selectors))
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			class, is := strings.CutPrefix(strings.TrimSpace(selector), ".")
			if !is || class == "" || strings.ContainsAny(class, " .#>:+~[*@") {
				return out, unsupported("style rule for", strings.TrimSpace(selector))
			}
			out = append(out, rule{class, body})
		}
		text = after
	}
	return out, nil
}

// withoutComments takes the comments of a style sheet away.
func withoutComments(text string) string {
	var out strings.Builder
	for {
		before, rest, has := strings.Cut(text, "/*")
		out.WriteString(before)
		if !has {
			return out.String()
		}
		_, text, _ = strings.Cut(rest, "*/")
	}
}

package manuscript

import (
	"maps"
	"strconv"
	"strings"
)

// Files are the edition's files by their names.
func (m *Manuscript) Files() map[string][]byte {
	out := maps.Clone(m.images)
	out["report.yaml"] = m.reportFile()
	if len(m.accounts.statements) > 0 {
		out["accounts.yaml"] = m.accountsFile()
	}
	if len(m.people.groups) > 0 {
		out["people.yaml"] = m.peopleFile()
	}
	for _, c := range m.chapters {
		out[chapterFile(c.id)] = m.chapterFile(c)
	}
	return out
}

// chapterFile is a chapter's file.
func chapterFile(id string) string { return "chapters/" + id + ".yaml" }

// Simplify writes the chapter that a file is of as text alone. It reports whether
// there is such a chapter that was not so already.
func (m *Manuscript) Simplify(file string) bool {
	for _, c := range m.chapters {
		if chapterFile(c.id) == file && !m.plain[c.id] {
			m.plain[c.id] = true
			m.left = append(m.left, Left{Line: c.line, Kind: WantPlain, Text: c.title})
			return true
		}
	}
	return false
}

// reportFile is report.yaml.
func (m *Manuscript) reportFile() []byte {
	var w yamlWriter
	f := m.front
	w.key("", "title", f.title)
	w.key("", "subtitle", f.subtitle)
	w.key("", "edition", f.edition)
	w.line("year: ", strconv.Itoa(f.year))
	w.key("", "publisher", f.publisher)
	w.line("language: ", f.language)
	w.line("date: ", f.date)
	w.key("", "subject", f.subject)
	if len(f.keywords) > 0 {
		w.line("keywords:")
		for _, k := range f.keywords {
			w.line("  - ", quoted(plainField(k)))
		}
	}
	w.line("chapters:")
	for _, c := range m.chapters {
		w.line("  - ", quotedID(c.id))
	}
	return []byte(w.String())
}

// quotedID writes an id; one of digits, or that is a word of YAML's, in quotes.
func quotedID(id string) string {
	if id[0] >= 'a' && id[0] <= 'z' && !yamlWord.MatchString(id) {
		return id
	}
	return `"` + id + `"`
}

// peopleFile is people.yaml.
func (m *Manuscript) peopleFile() []byte {
	var w yamlWriter
	w.line("people:")
	for _, p := range m.people.people {
		w.line("  ", quotedID(p.id), ":")
		w.key("    ", "name", p.name)
		w.key("    ", "office", p.office)
		w.key("    ", "party", p.party)
		w.key("    ", "municipality", p.municipality)
	}
	w.line("groups:")
	for _, g := range m.people.groups {
		w.line("  ", quotedID(g.id), ":")
		w.key("    ", "name", g.name)
		w.line("    members:")
		for _, s := range g.members {
			if s.role == "" {
				w.line("      - ", quotedID(s.person))
			} else {
				w.line("      - {person: ", quotedID(s.person), ", role: ", inQuotes(plainField(s.role)), "}")
			}
		}
	}
	return []byte(w.String())
}

// accountsFile is accounts.yaml.
func (m *Manuscript) accountsFile() []byte {
	var w yamlWriter
	var years []string
	for _, y := range m.accounts.years {
		years = append(years, strconv.Itoa(y))
	}
	w.key("", "unit", m.accounts.unit)
	w.line("years: [", strings.Join(years, ", "), "]")
	w.line("statements:")
	for _, s := range m.accounts.statements {
		w.line("  - id: ", quotedID(s.id))
		w.key("    ", "title", s.title)
		w.key("    ", "when", s.when)
		w.line("    lines:")
		for _, l := range s.lines {
			w.accountLine(l)
		}
	}
	if len(m.accounts.ties) > 0 {
		w.line("ties:")
		for _, t := range m.accounts.ties {
			w.line("  - {name: ", inQuotes(t[0]), ", left: ", quotedID(t[1]), ", right: ", quotedID(t[2]), "}")
		}
	}
	return []byte(w.String())
}

// accountLine writes a line of a statement.
func (w *yamlWriter) accountLine(l accountLine) {
	if !l.figured() {
		w.key("      - ", l.rank, l.label)
		return
	}
	amounts := make([]string, len(l.amounts))
	for i, a := range l.amounts {
		amounts[i] = "null"
		if a != "" {
			amounts[i] = inQuotes(a)
		}
	}
	w.line("      - id: ", quotedID(l.id))
	w.key("        ", "label", l.label)
	if l.rank != "" {
		w.line("        rank: ", l.rank)
	}
	w.key("        ", "notes", l.note)
	w.line("        amounts: [", strings.Join(amounts, ", "), "]")
	if len(l.sum) == 0 {
		return
	}
	if sum := strings.Join(l.sum, ", "); len(sum) < width-20 && !strings.Contains(sum, "-") {
		w.line("        sum: [", sum, "]")
		return
	}
	w.line("        sum:")
	for _, id := range l.sum {
		w.line("          - ", quotedTerm(id))
	}
}

// quotedTerm writes a term of a sum.
func quotedTerm(id string) string {
	if strings.HasPrefix(id, "-") {
		return `"` + id + `"`
	}
	return quotedID(id)
}

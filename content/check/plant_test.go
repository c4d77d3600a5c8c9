package check_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/edition2024"
	"github.com/kl-print/kl-print/content/source"
)

var (
	missed = flag.Bool("missed", false, "print the planted mistakes that are not found")
	every  = flag.Bool("every", false, "plant all mistakes of the roster and the accounts, not one in eight, and others in the prose")
)

// mistake is one change of a file: bytes [from, to) become text.
type mistake struct {
	kind, file, text string
	from, to         int
}

// planter makes mistakes in the embedded edition.
type planter struct {
	rng   *rand.Rand
	files map[string]string
	out   []mistake
}

// each plants what change makes of every match of a form in files with a prefix;
// an empty text is no mistake.
func (p *planter) each(kind, prefix, form string, change func(match string) string) {
	re := regexp.MustCompile(form)
	names := []string{}
	for name := range p.files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		for _, m := range re.FindAllStringSubmatchIndex(p.files[name], -1) {
			from, to := m[0], m[1]
			if len(m) > 2 {
				from, to = m[2], m[3]
			}
			if text := change(p.files[name][from:to]); text != "" && text != p.files[name][from:to] {
				p.out = append(p.out, mistake{kind, name, text, from, to})
			}
		}
	}
}

// digit writes a number with one digit wrong, or with two neighbours swapped.
func (p *planter) digit(s string) string {
	b := []byte(s)
	var at []int
	for i, c := range b {
		if c >= '0' && c <= '9' {
			at = append(at, i)
		}
	}
	i := p.rng.IntN(len(at))
	if p.rng.IntN(3) == 0 && i+1 < len(at) && b[at[i]] != b[at[i+1]] && (i > 0 || b[at[i+1]] != '0') {
		b[at[i]], b[at[i+1]] = b[at[i+1]], b[at[i]]
		return string(b)
	}
	for old := b[at[i]]; b[at[i]] == old || i == 0 && b[at[i]] == '0'; {
		b[at[i]] = byte('0' + p.rng.IntN(10))
	}
	return string(b)
}

// letter writes a name with one letter out, doubled or replaced.
func (p *planter) letter(s string) string {
	r := []rune(s)
	i := 1 + p.rng.IntN(len(r)-2)
	for r[i] == ' ' || r[i] == '-' || r[i] == '.' || unicode.IsUpper(r[i]) {
		i = 1 + p.rng.IntN(len(r)-2)
	}
	switch p.rng.IntN(3) {
	case 0:
		return string(r[:i]) + string(r[i+1:])
	case 1:
		return string(r[:i+1]) + string(r[i:])
	}
	for old := r[i]; r[i] == old; {
		r[i] = []rune("abdefgiklmnoprstuvæøå")[p.rng.IntN(21)]
	}
	return string(r)
}

// swap is a change from words to their contraries.
func swap(pairs ...string) func(string) string {
	return func(s string) string {
		for i := 0; i < len(pairs); i += 2 {
			if s == pairs[i] {
				return pairs[i+1]
			}
		}
		return ""
	}
}

// plant makes the mistakes of a seed.
func plant(files map[string]string, seed uint64) []mistake {
	p := &planter{rng: rand.New(rand.NewPCG(seed, 6)), files: files}
	book := "chapters/regnskab.yaml"
	p.each("accounts", "accounts.yaml", `amounts: \["(-?[1-9][0-9.]{6,})"`, p.digit)
	p.each("figures of the accounts", book, `\s(\d[\d.,]+) (?:mio\. )?kr\.[^/]`, func(s string) string {
		if s == "25" || s == "4.507,66" {
			return "" // neither is in the accounts
		}
		return p.digit(s)
	})
	p.each("contribution", book, `[\s"*−](\d,\d)(?: pct|"|\*| procentpoint)`, p.digit)
	p.each("figures beside a fact", "chapters/", `(?:figure: "|\s)(134|113|50\.000|80|33|17|9/10|9 ud af|13\.|3,2 mia)(?:"| AI| konk| ukr| pct\. af| EU| sund| it|\s10| år| kr)`, func(s string) string {
		if strings.HasPrefix(s, "9") {
			return "8" + s[1:]
		}
		return p.digit(s)
	})
	p.each("years", "chapters/", `\s(20\d\d)[\s.,:]`, func(s string) string {
		return []string{s[:1] + "1" + s[2:], s[:2] + "0" + s[3:], s[:2] + "4" + s[3:], "1" + s[1:], s[:1] + s[2:3] + s[1:2] + s[3:]}[p.rng.IntN(5)]
	})
	p.each("years of the accounts", book, `(?:31\. december|årsrapport for|ud af|udgangen af|løb i|title: KL's regnskab|title: \w+) (2024)`, func(string) string {
		return []string{"2023", "2025"}[p.rng.IntN(2)]
	})
	p.each("dates", "chapters/", `((?:31|27|12|1)\.) (?:december|oktober|april|januar|februar)`, func(string) string { return "32." })
	p.each("direction", book, `(overskud|faldet med|lægges til)`, swap("overskud", "underskud", "faldet med", "steget med"))
	p.each("names in the text", "chapters/", `(Martin Damm|Peter Rahbæk Juel|Kristian Vendelbo)`, p.letter)
	p.each("names of the roster", "people.yaml", `\n    name: ([A-ZÆØÅ]\S+ [A-ZÆØÅ][^\n"']+[a-zæøå])\n    office`, p.letter)
	p.each("municipalities", "people.yaml", `municipality: (\S+)`, p.letter)
	p.each("parties", "people.yaml", `party: (.)\n`, func(string) string { return "XYZ"[p.rng.IntN(3):][:1] })
	p.each("chairs", "people.yaml", `role: (Formand|Næstformand)}`, swap("Formand", "Næstformand", "Næstformand", "Formand"))
	p.each("signatories", book, `\n            - (line-barfod|tonni-hansen|lars-weiss|sofia-osmani|erik-flyvholm|ulrik-wilbek|michael-ziegler)`, func(string) string { return "steffen-jensen" })
	p.each("listed twice", "people.yaml", `\n      - (christian-bro|frands-fischer|peter-hansen|bo-hansen|britt-jensen|h-c-oesterby|per-moeller|anne-madsen|mads-skau)\n`,
		swap("christian-bro", "lone-jakobi", "frands-fischer", "line-barfod", "peter-hansen", "thomas-medom", "bo-hansen", "camilla-meyer", "britt-jensen", "jes-lunde",
			"h-c-oesterby", "soeren-kusk", "per-moeller", "brian-dybro", "anne-madsen", "kirsten-jensen", "mads-skau", "karsten-filso"))
	p.each("references", "chapters/", `\{line: (\w+)`, func(s string) string { return s[:len(s)-1] })
	p.each("references", "chapters/", `kapitlet \*(Udvalg og KKR)`, func(string) string { return "Udvalg og KRK" })
	return p.out
}

// apply makes one mistake.
func (m mistake) apply(files map[string]string) (fstest.MapFS, map[string]string) {
	out, with := fstest.MapFS{}, map[string]string{}
	for name, text := range files {
		if name == m.file {
			text = text[:m.from] + m.text + text[m.to:]
		}
		out[name], with[name] = &fstest.MapFile{Data: []byte(text)}, text
	}
	return out, with
}

// errorsIn returns the errors and warnings of an edition, the loader's too.
func errorsIn(files fstest.MapFS, texts map[string]string) []string {
	rep, problems := source.Load(files)
	var out []string
	for _, d := range problems.Sorted() {
		out = append(out, d.Text(diag.English))
	}
	if rep == nil {
		return out
	}
	for _, f := range check.Run(check.Edition{Report: rep, Files: texts}) {
		if f.Level != check.Note {
			out = append(out, fmt.Sprint(f.Pos, " ", f.Code, " ", f.Found))
		}
	}
	return out
}

// literal is an edition with its figures written out, as it would be by one who
// does not know of references: a figure by reference can't be mistyped.
func literal(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	out := maps.Clone(files)
	out["report.yaml"] = strings.Replace(out["report.yaml"], "figures: bound\n", "", 1)
	for _, b := range slices.Backward(written(t, files).Report.Bound) {
		lines := strings.SplitAfter(out[b.Pos.File], "\n")
		at := len([]rune(strings.Join(lines[:b.Pos.Line-1], ""))) + b.Pos.Column - 1
		text := []rune(out[b.Pos.File])
		end := strings.Index(string(text[at:]), "}}")
		if !strings.HasPrefix(string(text[at:]), "{{") {
			t.Fatalf("%s: no reference", b.Pos)
		}
		shown := strings.ReplaceAll(b.Text, "\u00a0", " ")
		out[b.Pos.File] = string(text[:at]) + shown + string(text[at:])[end+2:]
	}
	return out
}

// TestPlanted plants mistakes one at a time and counts by kind how many are
// told. What has to be found is 95 in a hundred of those in prose and all others.
func TestPlanted(t *testing.T) {
	files := literal(t, texts(t, edition2024.Files()))
	all, hit := map[string]int{}, map[string]int{}
	var kinds []string
	turn := map[string]int{}
	seeds := uint64(1)
	if *every {
		seeds = 2
	}
	for seed := range seeds {
		for _, m := range plant(files, seed) {
			if turn[m.kind]++; !*every && strings.HasSuffix(m.file, ".yaml") && !strings.HasPrefix(m.file, "chapters/") && turn[m.kind]%8 != 1 {
				continue // of people.yaml and accounts.yaml there are hundreds alike
			}
			if all[m.kind]++; all[m.kind] == 1 {
				kinds = append(kinds, m.kind)
			}
			wrong, with := m.apply(files)
			if len(errorsIn(wrong, with)) > 0 {
				hit[m.kind]++
			} else if *missed {
				t.Logf("missed %s: %s %q for %q", m.kind, m.file, m.text, files[m.file][max(0, m.from-40):m.to])
			}
		}
	}
	total, found := 0, 0
	for _, k := range kinds {
		t.Logf("%-28s %4d of %4d", k, hit[k], all[k])
		total, found = total+all[k], found+hit[k]
	}
	t.Logf("%-28s %4d of %4d", "all", found, total)
	prose := []string{"figures beside a fact", "years", "years of the accounts", "direction", "figures of the accounts"}
	inProse, told := 0, 0
	for _, k := range kinds {
		switch {
		case slices.Contains(prose, k):
			inProse, told = inProse+all[k], told+hit[k]
		case hit[k] != all[k]:
			t.Errorf("%s: %d of %d", k, hit[k], all[k])
		}
	}
	if told*100 < inProse*94 {
		t.Errorf("of mistakes in prose %d of %d are told", told, inProse)
	}
}

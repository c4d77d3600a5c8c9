package main

import (
	"bufio"
	"os"
	"slices"
	"strings"
)

// The flags of Stavekontrolden's affix file that say how a form may stand in a
// compound (COMPOUNDBEGIN, COMPOUNDMIDDLE, COMPOUNDEND and FORBIDDENWORD there).
const (
	flagBegin     = "32"
	flagMiddle    = "33"
	flagForbidden = "6"
	flagHyphen    = "37"
)

// rule is one line of an SFX class: what it takes off the end of a word, what
// it puts there, the flags of the form it makes, and the ending it asks for.
type rule struct {
	strip, add string
	flags      []string
	cond       []class
}

// class is one letter of a rule's condition: any of a set, or none of it.
type class struct {
	set string
	not bool
}

// affixes is the SFX classes by their flag.
type affixes map[string][]rule

// form is a form of a word, and whether it may stand before another in a
// compound.
type form struct {
	text  string
	first bool
}

// entry is one word of the dictionary with the forms its flags give it.
type entry struct {
	word  string
	forms []form
	stem  string // the word this is an irregular form of, if any
	alone bool   // no flags: known only as it stands
}

// readAffixes reads the SFX classes of an affix file.
func readAffixes(path string) (affixes, error) {
	out := affixes{}
	err := eachLine(path, func(line string) {
		f := strings.Fields(line)
		if len(f) < 5 || f[0] != "SFX" {
			return
		}
		add, flags, _ := strings.Cut(f[3], "/")
		out[f[1]] = append(out[f[1]], rule{
			strip: zero(f[2]), add: zero(add), flags: splitFlags(flags), cond: condition(f[4]),
		})
	})
	return out, err
}

// zero is the field of an affix rule, "0" meaning nothing.
func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

func splitFlags(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// condition reads such as "[^aeo]en" and ".".
func condition(s string) []class {
	if s == "." {
		return nil
	}
	var out []class
	for s != "" {
		if s[0] == '[' {
			end := strings.IndexByte(s, ']')
			set, not := strings.CutPrefix(s[1:end], "^")
			out = append(out, class{set, not})
			s = s[end+1:]
			continue
		}
		r := []rune(s)[0]
		out = append(out, class{string(r), false})
		s = s[len(string(r)):]
	}
	return out
}

// fits reports whether the rule's condition and what it strips end the word.
func (r rule) fits(word string) bool {
	letters := []rune(word)
	if !strings.HasSuffix(word, r.strip) || len(letters) < len(r.cond) {
		return false
	}
	for i, c := range r.cond {
		if strings.ContainsRune(c.set, letters[len(letters)-len(r.cond)+i]) == c.not {
			return false
		}
	}
	return true
}

// expand returns the forms that flags give word, itself left out, going no
// deeper than hunspell does: two suffixes.
func (a affixes) expand(word string, flags []string, depth int) []form {
	var out []form
	for _, flag := range flags {
		for _, r := range a[flag] {
			if !r.fits(word) {
				continue
			}
			text := strings.TrimSuffix(word, r.strip) + r.add
			out = append(out, form{text, slices.Contains(r.flags, flagBegin) || slices.Contains(r.flags, flagMiddle)})
			if depth > 1 {
				out = append(out, a.expand(text, r.flags, depth-1)...)
			}
		}
	}
	return out
}

// readDictionary reads the lower-case words made of letters alone, with their
// forms.
func readDictionary(path string, a affixes) ([]entry, error) {
	var out []entry
	err := eachLine(path, func(line string) {
		head, rest, _ := strings.Cut(line, " ")
		word, flagText, _ := strings.Cut(head, "/")
		flags := splitFlags(flagText)
		if !plain(word) || slices.Contains(flags, flagForbidden) || slices.Contains(flags, flagHyphen) {
			return
		}
		e := entry{word: word, forms: a.expand(word, flags, 2), alone: len(flags) == 0}
		for _, field := range strings.Fields(rest) {
			if base, ok := strings.CutPrefix(field, "st:"); ok {
				e.stem = base
			}
		}
		e.forms = slices.DeleteFunc(e.forms, func(f form) bool { return !plain(f.text) })
		out = append(out, e)
	})
	return out, err
}

// plain reports whether the word is made of the letters of the lexicon alone.
func plain(word string) bool {
	for _, r := range word {
		if letterCode(r) == 0 {
			return false
		}
	}
	return word != ""
}

// letterCode is the number of a letter in the lexicon, in the order of their
// code points, 0 for any other.
func letterCode(r rune) int {
	switch {
	case r >= 'a' && r <= 'z':
		return int(r-'a') + 1
	case r == 'å':
		return 27
	case r == 'æ':
		return 28
	case r == 'é':
		return 29
	case r == 'ø':
		return 30
	}
	return 0
}

func eachLine(path string, do func(string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		do(s.Text())
	}
	return s.Err()
}

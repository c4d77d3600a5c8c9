package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manual is what is said of a command, in one language. Help, completions and
// manual pages are made of it and of the command's flags.
type manual struct {
	short string   // what it does, as in a list of commands
	usage []string // how it is called, without the program's name
	// about is the rest, in paragraphs: lines go on with those before them, save
	// those that begin with spaces and an empty one.
	about   string
	flags   map[string]flagText
	closing string // as about, after the flags
}

// flagText is what is said of a flag: what its value is called, which is empty
// for one that takes none, and what it does.
type flagText struct{ value, text string }

// headings are those of a help text.
type headings struct{ usage, commands, flags string }

// Where a command of cobra keeps what it has no field for, and a flag what its
// value is called.
const (
	keptClosing = "closing"
	keptValue   = "value"
)

// manuals are the program's commands by their path, without its name.
func (a *app) manuals() map[string]manual {
	archive := archiveWordsIn(a.lang)
	return map[string]manual{
		"":                a.say.rootHelp,
		"help":            a.say.helpHelp,
		"schema":          schemaWordsIn(a.lang).help,
		"guide":           guideWordsIn(a.lang).help,
		"build":           a.say.buildHelp,
		"hyphenate":       a.say.hyphenateHelp,
		"explain":         a.say.explainHelp,
		"completion":      a.say.completionHelp,
		"man":             a.say.manHelp,
		"check":           checkWordsIn(a.lang).help,
		"import":          manuscriptWordsIn(a.lang).help,
		"import accounts": importWordsIn(a.lang).help,
		"new":             newWordsIn(a.lang).help,
		"fmt":             fmtWordsIn(a.lang).help,
		"bind":            bindWordsIn(a.lang).help,
		"diff":            diffWordsIn(a.lang).help,
		"preview":         previewWordsIn(a.lang).help,
		"archive":         archive.archiveHelp,
		"verify":          archive.verifyHelp,
	}
}

// describe gives a command, and those below it, what is said of them.
func (a *app) describe(cmd *cobra.Command, all map[string]manual) {
	cmd.Flags().SortFlags, cmd.PersistentFlags().SortFlags = false, false // before anything lists them
	m := all[pathOf(cmd)]
	cmd.Short, cmd.Long, cmd.Example = m.short, m.about, strings.Join(m.usage, "\n")
	cmd.Annotations = map[string]string{keptClosing: m.closing}
	cmd.InitDefaultHelpFlag()
	texts := func(of map[string]flagText) func(*pflag.Flag) {
		return func(f *pflag.Flag) {
			if t, told := of[f.Name]; told {
				f.Usage, f.Annotations = t.text, map[string][]string{keptValue: {t.value}}
			}
		}
	}
	cmd.PersistentFlags().VisitAll(texts(a.say.global))
	cmd.LocalFlags().VisitAll(texts(a.say.global))
	cmd.LocalFlags().VisitAll(texts(m.flags))
	for _, below := range cmd.Commands() {
		a.describe(below, all)
	}
}

// pathOf is a command's name with those it is below, without the program's.
func pathOf(cmd *cobra.Command) string {
	_, path, _ := strings.Cut(cmd.CommandPath(), " ")
	return path
}

// valueName is what a flag's value is called; empty where it has none.
func valueName(f *pflag.Flag) string {
	if v := f.Annotations[keptValue]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// named writes a flag as it is given, with the name of its value.
func named(f *pflag.Flag) string {
	text := "--" + f.Name
	if f.Shorthand != "" {
		text = "-" + f.Shorthand + ", " + text
	}
	return strings.TrimRight(text+" "+valueName(f), " ")
}

// flagsOf lists a command's flags: its own, those of every command, and help.
func flagsOf(cmd *cobra.Command) (out []*pflag.Flag) {
	var help *pflag.Flag
	add := func(f *pflag.Flag) {
		switch {
		case f.Hidden:
		case f.Name == "help":
			help = f
		default:
			out = append(out, f)
		}
	}
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	if help != nil {
		out = append(out, help)
	}
	return out
}

package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/content/locale/hyphen"
	"github.com/kl-print/kl-print/content/starter"
)

// shell is a shell that completes commands, and what writes how to.
type shell struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}

// shells are those there are completions for.
func shells() []shell {
	return []shell{
		{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
		{"zsh", (*cobra.Command).GenZshCompletion},
		{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
		{"powershell", (*cobra.Command).GenPowerShellCompletionWithDesc},
	}
}

// shellNames are the names of the shells.
func shellNames() (out []string) {
	for _, s := range shells() {
		out = append(out, s.name)
	}
	return out
}

// completionCommand is kl-print completion.
func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "completion",
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			i := slices.Index(shellNames(), name)
			if i < 0 {
				return wrongUsage("%s", a.say.meant(fmt.Sprintf(a.say.noShell, name, strings.Join(shellNames(), ", ")), name, shellNames()))
			}
			return a.wrote(shells()[i].write(cmd.Root(), a.out))
		},
	}
}

// completer says what may stand in a place: some words, or files that end so;
// without either any file, unless there is nothing to be said.
type completer struct {
	words  func() []string
	files  []string // extensions, without the dot
	dirs   bool
	silent bool
}

// suggest is a completer for cobra.
func (c completer) suggest(_ *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	switch {
	case c.words != nil:
		return c.words(), cobra.ShellCompDirectiveNoFileComp
	case c.files != nil:
		return c.files, cobra.ShellCompDirectiveFilterFileExt
	case c.dirs:
		return nil, cobra.ShellCompDirectiveFilterDirs
	case c.silent:
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveDefault
}

// valueCompleters say what the values of flags may be, by the flags' names; one
// that differs in a command has its path before it.
func valueCompleters() map[string]completer {
	return map[string]completer{
		"lang":         {words: func() []string { return []string{"da", "en"} }},
		"log-format":   {words: func() []string { return []string{"text", "json"} }},
		"theme":        {words: content.Themes},
		"standard":     {words: offered},
		"language":     {words: hyphenated},
		"new language": {words: starter.Languages},
		"explain":      {words: codes},
		"for":          {files: []string{"csv"}},
		"mapping":      {files: []string{"yaml"}},
		"validation":   {files: []string{"xml", "json"}},
		"from":         {dirs: true},
		"edition":      {dirs: true},
		"port":         {silent: true},
		"shard":        {silent: true},
		"editor":       {silent: true},
	}
}

// argumentCompleters say what the arguments of commands may be, by their paths.
func argumentCompleters() map[string]completer {
	return map[string]completer{
		"build":           {dirs: true},
		"schema":          {words: schemaNames},
		"check":           {dirs: true},
		"preview":         {dirs: true},
		"archive":         {dirs: true},
		"import":          {files: []string{"md", "txt", "docx"}},
		"import accounts": {files: []string{"xlsx", "csv"}},
		"hyphenate":       {silent: true},
		"new":             {dirs: true},
		"completion":      {words: shellNames},
		"explain":         {words: codes},
	}
}

// hyphenated are the languages words are broken in.
func hyphenated() (out []string) {
	for _, l := range locale.Known() {
		if hyphen.Known(l) {
			out = append(out, l)
		}
	}
	return out
}

// complete gives commands and flags what completes them.
func (a *app) complete(cmd *cobra.Command) {
	values, path := valueCompleters(), pathOf(cmd)
	if c, has := argumentCompleters()[path]; has {
		cmd.ValidArgsFunction = c.suggest
	}
	if path == "help" || path == "man" {
		cmd.ValidArgsFunction = commandsBelow
	}
	set := func(f *pflag.Flag) {
		c, has := values[path+" "+f.Name]
		if !has {
			c, has = values[f.Name]
		}
		if has {
			_ = cmd.RegisterFlagCompletionFunc(f.Name, c.suggest) // fails only where there is no such flag
		}
	}
	cmd.LocalNonPersistentFlags().VisitAll(set)
	cmd.PersistentFlags().VisitAll(set)
	for _, c := range cmd.Commands() {
		a.complete(c)
	}
}

// commandsBelow completes the name of a command with those below the ones given.
func commandsBelow(cmd *cobra.Command, args []string, _ string) (out []cobra.Completion, _ cobra.ShellCompDirective) {
	at, rest, err := cmd.Root().Find(args)
	if err == nil && len(rest) == 0 {
		for _, c := range commands(at) {
			out = append(out, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/kl-print/kl-print/content/diag"
)

// The exit codes.
const (
	exitMade    = 0 // what was asked for is done
	exitContent = 1 // the content has errors
	exitUsage   = 2 // the command was not used rightly
	exitMachine = 3 // the machine failed, or the work was interrupted
)

// stdio is the world around the program.
type stdio struct {
	in                       io.Reader
	out, err                 io.Writer
	outTerminal, errTerminal bool
	env                      func(key string) string
}

// failure is an error with the exit code it leads to.
type failure struct {
	code int
	err  error // nil: it has been told
}

func (f *failure) Error() string {
	if f.err == nil {
		return fmt.Sprintf("exit %d", f.code)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// wrongUsage makes a failure of a sentence.
func wrongUsage(format string, args ...any) error {
	return &failure{exitUsage, fmt.Errorf(format, args...)}
}

// machineFailed makes a failure of an error the machine gave.
func machineFailed(err error) error { return &failure{exitMachine, err} }

// app is the program: its commands share the world, the language and how a
// report becomes pages.
type app struct {
	stdio
	lang    diag.Lang
	say     words
	compile compiler
}

// run does what the arguments ask for and returns the exit code.
func run(ctx context.Context, args []string, std stdio) int {
	return newApp(std, args, compileReport).run(ctx, args)
}

// newApp makes the program. The language has to be known before the arguments
// are read, for help and complaints about them are in it too.
func newApp(std stdio, args []string, compile compiler) *app {
	lang := language(args, std.env)
	return &app{stdio: std, lang: lang, say: wordsIn(lang), compile: compile}
}

// run does what the arguments ask for and returns the exit code.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	return a.answer(root.ExecuteContext(ctx))
}

// answer tells of an error, unless it has been told, and returns the exit code
// it leads to.
func (a *app) answer(err error) int {
	if err == nil {
		return exitMade
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{exitUsage, err}
	}
	switch {
	case errors.Is(err, context.Canceled):
		a.complain(a.say.interrupted)
	case f.err != nil:
		a.complain(f.err.Error())
	}
	if f.code == exitUsage {
		fmt.Fprintln(a.err, a.say.seeHelp)
	}
	return f.code
}

// complain writes a sentence in the program's name.
func (a *app) complain(sentence string) {
	fmt.Fprintln(a.err, "kl-print: "+strings.ReplaceAll(sentence, "\n", " "))
}

// root is the command without a name.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "kl-print",
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrongUsage("%s", a.say.noCommand)
			}
			return wrongUsage(a.say.unknownCommand, args[0])
		},
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	root.PersistentFlags().Var(&langFlag{lang: a.lang}, "lang", "")
	root.AddCommand(a.buildCommand(), a.hyphenateCommand(), a.archiveCommand(), a.verifyCommand(), a.checkCommand(), a.importCommand(), a.newCommand(), a.previewCommand())
	return root
}

// help writes the help for a command.
func (a *app) help(cmd *cobra.Command, _ []string) {
	text := a.say.help
	switch cmd.Name() {
	case "build":
		text = a.say.buildHelp
	case "hyphenate":
		text = a.say.hyphenateHelp
	case "check":
		text = checkWordsIn(a.lang).help
	case "import":
		text = manuscriptWordsIn(a.lang).help
	case "accounts":
		text = importWordsIn(a.lang).help
	case "new":
		text = newWordsIn(a.lang).help
	case "preview":
		text = previewWordsIn(a.lang).help
	case "archive":
		text = archiveWordsIn(a.lang).archiveHelp
	case "verify":
		text = archiveWordsIn(a.lang).verifyHelp
	}
	fmt.Fprint(a.out, text)
}

// flagError tells what is wrong with a flag.
func (a *app) flagError(err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return wrongUsage(a.say.unknownFlag, dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &bare):
		return wrongUsage(a.say.bareFlag, dashed(bare.GetSpecifiedName()))
	case errors.As(err, &bad):
		return wrongUsage(a.say.badFlag, bad.GetValue(), dashed(bad.GetFlag().Name))
	}
	return &failure{exitUsage, err}
}

// dashed writes a flag's name as it is given.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

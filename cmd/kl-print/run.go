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
	"github.com/kl-print/kl-print/content/source"
)

// programName is the program's.
const programName = "kl-print"

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
	outWidth, errWidth       int // of the terminals, in characters; 0: unknown
	env                      func(key string) string
	begin                    func() // is called before a command is run; nil: nothing is
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
	journal *journal // for programs; nil: people are spoken to
	say     words
	compile compiler
	// once compiles what is written once, and nothing else; nil: as compile does.
	once compiler
	// reread reads an edition that is read again and again; nil: each time as the first.
	reread *source.Rereader
}

// run does what the arguments ask for and returns the exit code.
func run(ctx context.Context, args []string, std stdio) int {
	a := newApp(std, args, compileReport)
	a.once = compileOnce
	return a.run(ctx, args)
}

// newApp makes the program. The language has to be known before the arguments
// are read, for help and complaints about them are in it too.
func newApp(std stdio, args []string, compile compiler) *app {
	lang := language(args, std.env)
	return &app{stdio: std, lang: lang, journal: journalOf(args, std.err), say: wordsIn(lang), compile: compile}
}

// run does what the arguments ask for and returns the exit code.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	code := a.answer(root.ExecuteContext(ctx))
	a.journal.tell(event{Event: eventEnd, Status: &code})
	return code
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
	if f.code == exitUsage && a.journal == nil {
		fmt.Fprintln(a.err, a.say.seeHelp)
	}
	return f.code
}

// complain writes a sentence in the program's name.
func (a *app) complain(sentence string) {
	if a.journal != nil {
		a.journal.tell(event{Event: eventFailed, Message: sentence})
		return
	}
	fmt.Fprintln(a.err, "kl-print: "+strings.ReplaceAll(sentence, "\n", " "))
}

// root is the command without a name.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:               programName,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
	}
	root.RunE = func(_ *cobra.Command, args []string) error {
		names := strings.Join(namesOf(commands(root)), ", ")
		if len(args) == 0 {
			return wrongUsage(a.say.noCommand, names)
		}
		return wrongUsage("%s", a.say.meant(fmt.Sprintf(a.say.unknownCommand, args[0], names), args[0], namesOf(commands(root))))
	}
	root.PersistentPreRun = func(*cobra.Command, []string) {
		if a.begin != nil {
			a.begin()
		}
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.AddCommand(a.schemaCommand(), a.guideCommand())
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(a.flagError)
	root.PersistentFlags().Var(&langFlag{lang: a.lang}, "lang", "")
	root.PersistentFlags().Var(&logForm{}, "log-format", "")
	root.Flags().Bool("version", false, "")
	root.AddCommand(a.buildCommand(), a.previewCommand(), a.checkCommand(), a.importCommand(), a.newCommand(), a.fmtCommand(), a.bindCommand(), a.diffCommand(), a.archiveCommand(), a.verifyCommand(),
		a.hyphenateCommand(), a.explainCommand(), a.completionCommand(), a.manCommand())
	root.SetHelpCommand(a.helpCommand(root))
	root.InitDefaultHelpCmd()
	a.describe(root, a.manuals())
	a.complete(root)
	return root
}

// namesOf lists the names of commands.
func namesOf(list []*cobra.Command) (out []string) {
	for _, c := range list {
		out = append(out, c.Name())
	}
	return out
}

// helpCommand is kl-print help.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return root.RunE(root, args)
			}
			a.help(cmd, nil)
			return nil
		},
	}
}

// meant adds the word that may have been meant to a complaint.
func (w words) meant(complaint, word string, known []string) string {
	if near := source.Nearest(word, known); near != "" && len([]rune(word)) > 2 {
		complaint += fmt.Sprintf(w.nearest, near)
	}
	return complaint
}

// flagError tells what is wrong with a flag.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		var known []string
		for _, f := range flagsOf(cmd) {
			known = append(known, "--"+f.Name)
		}
		return wrongUsage("%s", a.say.meant(fmt.Sprintf(a.say.unknownFlag, dashed(name)), dashed(name), known))
	case errors.As(err, &bare):
		return wrongUsage(a.say.bareFlag, dashed(bare.GetSpecifiedName()))
	case errors.As(err, &bad):
		return wrongUsage(a.say.badFlag, bad.GetValue(), dashed(bad.GetFlag().Name), a.say.kinds[bad.GetFlag().Value.Type()])
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

package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// manCommand is kl-print man.
func (a *app) manCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use: "man",
		RunE: func(cmd *cobra.Command, args []string) error {
			page, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return cmd.Root().RunE(cmd.Root(), args)
			}
			if !cmd.Flags().Changed("output") {
				_, err := io.WriteString(a.out, a.manPage(page))
				return a.wrote(err)
			}
			return a.manPages(page, folder)
		},
	}
	cmd.Flags().StringVarP(&folder, "output", "o", "", "")
	return cmd
}

// manPages writes the pages of a command and those below it to a folder.
func (a *app) manPages(cmd *cobra.Command, folder string) error {
	b := &build{app: a, output: filepath.Join(folder, manName(cmd)+".1")}
	if folder == "" {
		return wrongUsage("%s", a.say.emptyPath)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return b.cantWrite(err)
	}
	out, err := b.open()
	if err != nil {
		return b.cantWrite(err)
	}
	defer out.discard()
	if _, err := io.WriteString(out, a.manPage(cmd)); err != nil {
		return b.cantWrite(err)
	}
	if err := out.commit(); err != nil {
		return b.cantWrite(err)
	}
	for _, c := range commands(cmd) {
		if err := a.manPages(c, folder); err != nil {
			return err
		}
	}
	return nil
}

// manName is what a command's page is called.
func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage is a command's manual page, in the macros of man(7), which every
// system has, and in ASCII, so that no terminal's encoding matters. It bears no
// date, for the same program writes the same page.
func (a *app) manPage(cmd *cobra.Command) string {
	h := a.say.sections
	p := &roff{}
	p.line(".TH %s 1 \"\" \"kl-print %s\" \"\"", strings.ToUpper(manName(cmd)), escaped(release))
	p.line(".SH %s", escaped(h.name))
	p.text(manName(cmd) + " - " + cmd.Short)
	p.line(".SH %s", escaped(h.synopsis))
	for i, u := range strings.Split(cmd.Example, "\n") {
		if i > 0 {
			p.line(".br")
		}
		p.line(".B kl\\-print")
		p.text(u)
	}
	p.line(".SH %s", escaped(h.description))
	p.blocks(cmd.Long)
	p.terms(h.options, len(flagsOf(cmd)), func(i int) (string, string) {
		f := flagsOf(cmd)[i]
		return named(f), f.Usage
	})
	p.terms(h.commands, len(commands(cmd)), func(i int) (string, string) {
		c := commands(cmd)[i]
		return manName(c) + "(1)", c.Short
	})
	if _, closing, has := strings.Cut(cmd.Annotations[keptClosing], ": "); has { // what is before it is the heading
		p.line(".SH %s", escaped(h.status))
		p.blocks(closing)
	}
	if cmd.HasParent() {
		p.line(".SH %s", escaped(h.also))
		p.text(manName(cmd.Parent()) + "(1)")
	}
	return p.String()
}

// sections are the headings of a manual page.
type sections struct{ name, synopsis, description, options, commands, status, also string }

// roff is a manual page being written.
type roff struct{ strings.Builder }

// line writes a line of macros.
func (p *roff) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// text writes a line of text.
func (p *roff) text(s string) { p.line("%s", escaped(s)) }

// blocks writes a manual's paragraphs.
func (p *roff) blocks(text string) {
	for i, b := range blocksOf(text) {
		switch {
		case b.fixed:
			p.line(".nf")
			p.text(b.text)
			p.line(".fi")
			continue
		case i > 0:
			p.line(".PP")
		}
		p.text(b.text)
	}
}

// terms writes a section of terms, unless it is empty.
func (p *roff) terms(heading string, n int, at func(i int) (term, text string)) {
	for i := range n {
		if i == 0 {
			p.line(".SH %s", escaped(heading))
		}
		term, text := at(i)
		p.line(".TP")
		p.line("\\fB%s\\fR", escaped(term))
		p.text(text)
	}
}

// escaped writes a text so that it stands as it is on a page.
func escaped(s string) string {
	var b strings.Builder
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") || strings.HasPrefix(s, " ") {
		b.WriteString(`\&`)
	}
	for _, c := range s {
		switch {
		case c == '\\':
			b.WriteString(`\e`)
		case c == '-':
			b.WriteString(`\-`)
		case c == '\'':
			b.WriteString(`\(aq`)
		case c == '"':
			b.WriteString(`\(dq`)
		case c >= 0x7f:
			fmt.Fprintf(&b, `\[u%04X]`, c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

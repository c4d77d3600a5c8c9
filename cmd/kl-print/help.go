package main

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// How wide help is: as wide as the terminal, from a width words still fit in to
// one that is still read with ease.
const (
	narrowest  = 40
	widest     = 100
	customary  = 80 // where nobody knows
	flagColumn = 24 // where the texts of flags begin, where there is room
)

// help writes the help for a command.
func (a *app) help(cmd *cobra.Command, _ []string) {
	_, _ = io.WriteString(a.out, helpText(cmd, a.say.headings, a.outWidth))
}

// helpText is the help for a command, for a terminal of a width; 0: unknown.
func helpText(cmd *cobra.Command, h headings, width int) string {
	if width == 0 {
		width = customary
	}
	width = min(max(width, narrowest), widest)
	var b strings.Builder
	b.WriteString(wrap(cmd.CommandPath()+": "+cmd.Short+".", width, 0, 0))
	b.WriteString("\n" + h.usage + ":\n")
	for _, u := range strings.Split(cmd.Example, "\n") {
		b.WriteString("  " + wrap("kl-print "+u, width, 2, 6))
	}
	paragraphs(&b, cmd.Long, width)
	if commands(cmd) != nil {
		b.WriteString("\n" + h.commands + ":\n")
	}
	for _, c := range commands(cmd) {
		entry(&b, "  "+c.Name(), c.Short, width, 14)
	}
	b.WriteString("\n" + h.flags + ":\n")
	for _, f := range flagsOf(cmd) {
		begin := "  "
		if f.Shorthand == "" {
			begin += "    "
		}
		entry(&b, begin+named(f), f.Usage, width, flagColumn)
	}
	paragraphs(&b, cmd.Annotations[keptClosing], width)
	return b.String()
}

// commands are those below a command that are for people; what is about the
// program itself comes last.
func commands(cmd *cobra.Command) (out []*cobra.Command) {
	for _, itself := range []bool{false, true} {
		for _, c := range cmd.Commands() {
			if is := slices.Contains([]string{"completion", "help", "man"}, c.Name()); !c.Hidden && is == itself {
				out = append(out, c)
			}
		}
	}
	return out
}

// entry writes a term and what is said of it beside it, from a column on; below
// it where the term is too long or the terminal too narrow.
func entry(b *strings.Builder, term, text string, width, column int) {
	if width < 60 {
		column = 8
	}
	b.WriteString(term)
	at := utf8.RuneCountInString(term)
	if at+2 > column {
		b.WriteString("\n")
		at = 0
	}
	b.WriteString(strings.Repeat(" ", column-at) + wrap(text, width, column, column))
}

// paragraphs writes paragraphs, each after an empty line.
func paragraphs(b *strings.Builder, text string, width int) {
	for _, block := range blocksOf(text) {
		if !block.goesOn {
			b.WriteString("\n")
		}
		if block.fixed {
			b.WriteString(block.text + "\n")
			continue
		}
		b.WriteString(wrap(block.text, width, 0, 0))
	}
}

// block is a paragraph of a manual, or a line of it that is set as it is.
type block struct {
	text   string
	fixed  bool
	goesOn bool // nothing parts it from the one before
}

// blocksOf takes a manual's text apart.
func blocksOf(text string) (out []block) {
	parted := true
	for line := range strings.SplitSeq(text, "\n") {
		switch n := len(out); {
		case line == "":
			parted = true
			continue
		case strings.HasPrefix(line, "  "):
			out = append(out, block{line, true, !parted})
		case parted || out[n-1].fixed:
			out = append(out, block{line, false, !parted})
		default:
			out[n-1].text += " " + line
		}
		parted = false
	}
	return out
}

// wrap breaks a text into lines of a width, in characters: the first begins at a
// column, the others are indented. A word that is longer has a line of its own.
func wrap(text string, width, at, indent int) string {
	var b strings.Builder
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		default:
			b.WriteString(" ")
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String() + "\n"
}

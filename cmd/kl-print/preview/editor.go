package preview

import (
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
)

// Editor opens a file of the edition at a line.
type Editor struct {
	// Command is a program and its arguments, {file}, {line} and {column} among
	// them; without {file} it is known by its name how it takes a place. Empty: VISUAL,
	// EDITOR, else VS Code.
	Command string
	Env     func(key string) string
	// In, Out and Err are the terminal, for editors that need one; In is nil where
	// there is none.
	In       io.Reader
	Out, Err io.Writer
}

// The reasons an editor is not opened.
var (
	errNoEditor   = errors.New("no editor")
	errNoTerminal = errors.New("no terminal")
	errBusy       = errors.New("busy")
)

// desk is an editor and whether it has the terminal just now.
type desk struct {
	Editor
	busy atomic.Bool
}

// command returns the program and arguments that open a file, and whether it
// needs the terminal.
func (e Editor) command(file string, line, column int) (args []string, terminal bool, err error) {
	said := e.Command
	for _, key := range []string{"VISUAL", "EDITOR"} {
		if said == "" && e.Env != nil {
			said = strings.TrimSpace(e.Env(key))
		}
	}
	if said == "" {
		for _, name := range []string{"code", "code-insiders", "codium"} {
			if _, err := exec.LookPath(name); err == nil {
				said = name
				break
			}
		}
	}
	words := split(said)
	if len(words) == 0 {
		return nil, false, errNoEditor
	}
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(words[0])), ".exe")
	return place(words, name, file, line, column), inTerminal(name, words[1:]), nil
}

// split parts a command at its spaces; those between quotes stay.
func split(s string) (words []string) {
	var word strings.Builder
	quote, begun := rune(0), false
	end := func() {
		if begun {
			words = append(words, word.String())
		}
		word.Reset()
		begun = false
	}
	for _, c := range s {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote, begun = c, true
		case quote == 0 && (c == ' ' || c == '\t'):
			end()
		default:
			word.WriteRune(c)
			begun = true
		}
	}
	end()
	return words
}

// place adds a place to a command, in the way its program takes it.
func place(words []string, name, file string, line, column int) []string {
	l, c := strconv.Itoa(line), strconv.Itoa(column)
	if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, "{file}") }) {
		out := slices.Clone(words)
		for i, w := range out[1:] {
			out[i+1] = strings.NewReplacer("{file}", file, "{line}", l, "{column}", c).Replace(w)
		}
		return out
	}
	whole := file + ":" + l + ":" + c
	switch name {
	case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
		return append(words, "--goto", whole)
	case "subl", "sublime_text", "zed", "hx", "helix":
		return append(words, whole)
	case "vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "gedit", "gnome-text-editor", "kak", "micro", "mg", "joe", "ne", "mousepad", "xed", "pluma":
		return append(words, "+"+l, file)
	case "kate", "kwrite":
		return append(words, "--line", l, "--column", c, file)
	case "idea", "pycharm", "webstorm", "goland", "mate", "bbedit":
		return append(words, "--line", l, file)
	case "notepad++":
		return append(words, "-n"+l, file)
	}
	return append(words, file)
}

// inTerminal reports whether an editor is one of a terminal.
func inTerminal(name string, args []string) bool {
	switch name {
	case "vi", "vim", "nvim", "view", "nano", "pico", "kak", "micro", "mg", "joe", "ne", "hx", "helix":
		return true
	case "emacs", "emacsclient":
		return slices.ContainsFunc(args, func(a string) bool { return a == "-nw" || a == "-t" || a == "--tty" })
	}
	return false
}

// open opens a file and returns the editor's name. It does not wait for the editor
// to be left; one that needs the terminal has it alone.
func (d *desk) open(file string, line, column int) (string, error) {
	args, terminal, err := d.command(file, max(1, line), max(1, column))
	if err != nil {
		return "", err
	}
	cmd := exec.Command(args[0], args[1:]...)
	if terminal {
		if d.In == nil {
			return args[0], errNoTerminal
		}
		if !d.busy.CompareAndSwap(false, true) {
			return args[0], errBusy
		}
		cmd.Stdin, cmd.Stdout, cmd.Stderr = d.In, d.Out, d.Err
	}
	if err := cmd.Start(); err != nil {
		if terminal {
			d.busy.Store(false)
		}
		return args[0], err
	}
	go func() {
		_ = cmd.Wait() // how the editor was left is nobody's business
		if terminal {
			d.busy.Store(false)
		}
	}()
	return args[0], nil
}

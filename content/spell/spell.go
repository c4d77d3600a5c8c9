// Package spell asks the hunspell program which words are in none of its
// dictionaries. Hunspell applies the affix rules and knows how Danish words are
// joined; without it nothing is spelt.
package spell

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Program is the name hunspell is found by.
const Program = "hunspell"

// ErrNoProgram is where hunspell is not installed.
var ErrNoProgram = errors.New("hunspell is not installed")

// NoDictionaryError is where the dictionary is not to be had.
type NoDictionaryError struct{ Name string }

// Error implements error.
func (e *NoDictionaryError) Error() string {
	return fmt.Sprintf("hunspell has no dictionary %q", e.Name)
}

// patience is how long hunspell may take for a book's words.
const patience = time.Minute

// suggested is how many unknown words suggestions are asked for: each takes some
// milliseconds.
const suggested = 300

// Speller asks one dictionary.
type Speller struct{ program, dictionary string }

// Open finds hunspell and a dictionary: the path of its .aff or .dic file, the
// path without either, or a name hunspell knows, such as da_DK.
func Open(dictionary string) (*Speller, error) {
	program, err := exec.LookPath(Program)
	if err != nil {
		return nil, ErrNoProgram
	}
	base := strings.TrimSuffix(strings.TrimSuffix(dictionary, ".dic"), ".aff")
	if base != dictionary || strings.ContainsRune(base, filepath.Separator) {
		for _, ext := range []string{".aff", ".dic"} {
			if info, err := os.Stat(base + ext); err != nil || info.IsDir() {
				return nil, &fs.PathError{Op: "open", Path: base + ext, Err: cause(err)}
			}
		}
		if base, err = filepath.Abs(base); err != nil {
			return nil, err
		}
	}
	s := &Speller{program, base}
	if _, err := s.ask(context.Background(), "-l", []string{"a"}); err != nil {
		return nil, &NoDictionaryError{dictionary}
	}
	return s, nil
}

// cause is an error without the path it was met at; a folder is none of its own.
func cause(err error) error {
	var at *fs.PathError
	switch {
	case errors.As(err, &at):
		return at.Err
	case err == nil:
		return fs.ErrInvalid
	}
	return err
}

// Unknown returns the words the dictionary does not have, each with what hunspell
// would write instead, best first.
func (s *Speller) Unknown(ctx context.Context, words []string) (map[string][]string, error) {
	if len(words) == 0 {
		return nil, nil
	}
	listed, err := s.ask(ctx, "-l", words)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	var unknown []string
	for _, w := range strings.Fields(string(listed)) {
		if _, seen := out[w]; !seen {
			out[w] = nil
			unknown = append(unknown, w)
		}
	}
	slices.Sort(unknown)
	if len(unknown) > suggested {
		unknown = unknown[:suggested]
	}
	if len(unknown) == 0 {
		return out, nil
	}
	answer, err := s.ask(ctx, "-a", unknown)
	if err != nil {
		return nil, err
	}
	readSuggestions(answer, out)
	return out, nil
}

// readSuggestions reads ispell's answers: "& word 2 0: one, other".
func readSuggestions(answer []byte, out map[string][]string) {
	lines := bufio.NewScanner(bytes.NewReader(answer))
	for lines.Scan() {
		head, list, is := strings.Cut(lines.Text(), ": ")
		fields := strings.Fields(head)
		if !is || len(fields) < 2 || fields[0] != "&" {
			continue
		}
		if _, known := out[fields[1]]; known {
			out[fields[1]] = strings.Split(list, ", ")
		}
	}
}

// ask gives hunspell words, one a line, and returns what it answers.
func (s *Speller) ask(ctx context.Context, mode string, words []string) ([]byte, error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	cmd := exec.CommandContext(ctx, s.program, "-i", "utf-8", "-d", s.dictionary, mode)
	var in, faults bytes.Buffer
	for _, w := range words {
		if mode == "-a" {
			in.WriteByte('^') // what follows is a word, not a command
		}
		in.WriteString(w + "\n")
	}
	cmd.Stdin, cmd.Stderr = &in, &faults
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME=", "WORDLIST=") // nobody's own words
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("hunspell: %w: %s", err, bytes.TrimSpace(faults.Bytes()))
	}
	return out, nil
}

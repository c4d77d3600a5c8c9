// Package spell asks the hunspell program which words are in none of its
// dictionaries. Hunspell applies the affix rules and knows how Danish words are
// joined; without it nothing is spelt.
package spell

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
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

// Limits are how long a speller asks, and how much.
type Limits struct {
	Lookup  time.Duration // for all words of one asking
	Suggest time.Duration // for all suggestions of one asking
	Most    int           // how many words suggestions are sought for; each may take a fifth of a second
}

// Patience is what a book may take: some twenty thousand words on two cores.
func Patience() Limits {
	return Limits{Lookup: 40 * time.Second, Suggest: 8 * time.Second, Most: 60}
}

// Speller asks one dictionary. It remembers what it was told, and may be used by
// several at a time.
type Speller struct {
	program, dictionary string
	limits              Limits

	mu     sync.Mutex
	known  map[string]bool     // by word that was looked up
	better map[string][]string // by word that suggestions were sought for
}

// Open finds hunspell and a dictionary: the path of its .aff or .dic file, the
// path without either, or a name hunspell knows, such as da_DK.
func Open(ctx context.Context, dictionary string, limits Limits) (*Speller, error) {
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
	s := &Speller{program: program, dictionary: base, limits: limits, known: map[string]bool{}, better: map[string][]string{}}
	ctx, stop := context.WithTimeout(ctx, limits.Lookup)
	defer stop()
	var died *exec.ExitError
	if _, err := s.ask(ctx, "-l", []string{"a"}); errors.As(err, &died) && died.Exited() && ctx.Err() == nil {
		return nil, &NoDictionaryError{dictionary}
	}
	return s, nil // what else ails it is told when words are looked up
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

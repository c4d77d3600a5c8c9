package spell

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// ErrSlow is where hunspell was not done in the time it has.
var ErrSlow = errors.New("hunspell was not done in time")

// Answer is what a dictionary says of some words.
type Answer struct {
	Unknown map[string]bool // the words it does not have
	Left    int             // how many could not be looked up
	Err     error           // why: ErrSlow, or how hunspell ended; nil where all were
}

// most is how many words a process is given at most: it takes a fifth of a second
// to begin, and some milliseconds a word.
const most = 1000

// Unknown looks words up, the short ones first, for those are quick; by as many
// processes as there are cores. One that dies or is too slow leaves its words
// open and the others' answers good.
func (s *Speller) Unknown(ctx context.Context, words []string) Answer {
	todo := s.unasked(words)
	ctx, stop := context.WithTimeoutCause(ctx, s.limits.Lookup, ErrSlow)
	defer stop()
	var left int
	var why error
	share(todo, most, func(part []string) {
		listed, err := s.ask(ctx, "-l", part)
		s.mu.Lock()
		defer s.mu.Unlock()
		if err != nil {
			left, why = left+len(part), cmp.Or(why, err)
			return
		}
		for _, w := range part {
			s.known[w] = true
		}
		for w := range strings.FieldsSeq(string(listed)) {
			s.known[w] = false
		}
	})
	out := Answer{Unknown: map[string]bool{}, Left: left, Err: why}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range words {
		if known, asked := s.known[w]; asked && !known {
			out.Unknown[w] = true
		}
	}
	return out
}

// unasked are the words that have not been looked up, each once, by length and
// letters.
func (s *Speller) unasked(words []string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, w := range words {
		if _, asked := s.known[w]; !asked {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, shorter)
	return slices.Compact(out)
}

// shorter orders words by length, then by letters.
func shorter(a, b string) int {
	return cmp.Or(cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)), strings.Compare(a, b))
}

// share parts words between the cores, so many at a time at most.
func share(words []string, most int, work func(part []string)) {
	cores := runtime.GOMAXPROCS(0)
	size := max(1, min(most, (len(words)+2*cores-1)/(2*cores)))
	parts := make(chan []string)
	var group sync.WaitGroup
	for range min(cores, (len(words)+size-1)/size) {
		group.Go(func() {
			for part := range parts {
				work(part)
			}
		})
	}
	for part := range slices.Chunk(words, size) {
		parts <- part
	}
	close(parts)
	group.Wait()
}

// Better returns what hunspell would write instead of words, best first: of those
// there is time for, the short ones first.
func (s *Speller) Better(ctx context.Context, words []string) map[string][]string {
	ctx, stop := context.WithTimeoutCause(ctx, s.limits.Suggest, ErrSlow)
	defer stop()
	todo := slices.SortedFunc(slices.Values(words), shorter)
	if todo = slices.Compact(todo); len(todo) > s.limits.Most {
		todo = todo[:s.limits.Most]
	}
	s.mu.Lock()
	todo = slices.DeleteFunc(todo, func(w string) bool { _, asked := s.better[w]; return asked })
	s.mu.Unlock()
	share(todo, most, func(part []string) {
		answer, _ := s.ask(ctx, "-a", part) // what came before it ended is good
		found := readSuggestions(answer)
		s.mu.Lock()
		defer s.mu.Unlock()
		for w, list := range found {
			s.better[w] = list
		}
	})
	out := map[string][]string{}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range words {
		if list := s.better[w]; len(list) > 0 {
			out[w] = list
		}
	}
	return out
}

// readSuggestions reads ispell's answers: "& word 2 0: one, other".
func readSuggestions(answer []byte) map[string][]string {
	out := map[string][]string{}
	if end := bytes.LastIndexByte(answer, '\n'); end >= 0 {
		answer = answer[:end] // a line cut short is none
	}
	lines := bufio.NewScanner(bytes.NewReader(answer))
	for lines.Scan() {
		head, list, is := strings.Cut(lines.Text(), ": ")
		fields := strings.Fields(head)
		if is && len(fields) >= 2 && fields[0] == "&" {
			out[fields[1]] = strings.Split(list, ", ")
		}
	}
	return out
}

// ask gives hunspell words, one a line, and returns what it answers, as far as it
// came.
func (s *Speller) ask(ctx context.Context, mode string, words []string) ([]byte, error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	cmd := exec.CommandContext(ctx, s.program, "-i", "utf-8", "-d", s.dictionary, mode)
	var in, faults bytes.Buffer
	for _, w := range words {
		if mode == "-a" {
			in.WriteByte('^') // what follows is a word, not a command
		}
		in.WriteString(w + "\n")
	}
	cmd.WaitDelay = time.Second // what hunspell started may live on
	cmd.Stdin, cmd.Stderr = &in, &tail{w: &faults}
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME=", "WORDLIST=") // nobody's own words
	out, err := cmd.Output()
	switch {
	case err == nil:
		return out, nil
	case ctx.Err() != nil:
		return out, context.Cause(ctx)
	}
	if said := bytes.TrimSpace(faults.Bytes()); len(said) > 0 {
		return out, fmt.Errorf("%w: %s", err, said)
	}
	return out, err
}

// tail lets so much by as there is to say of a fault.
type tail struct {
	w    io.Writer
	said int
}

func (t *tail) Write(p []byte) (int, error) {
	const enough = 300
	if n := min(len(p), enough-t.said); n > 0 {
		_, _ = t.w.Write(p[:n]) // into memory
		t.said += n
	}
	return len(p), nil
}

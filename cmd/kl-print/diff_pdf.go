package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/kl-print/kl-print/content/compare"
	"github.com/kl-print/kl-print/layout/looks"
	"github.com/kl-print/kl-print/layout/raster"
)

// diffDPI is how many pixels an inch the pictures of pages have that are shown, and
// lookDPI those that tell whether a PDF's page has changed at all.
const diffDPI, lookDPI = 100, 60

// softBreak is where a word is broken at the end of a line.
var softBreak = regexp.MustCompile(`\x{ad}\s*`)

// openPDF reads a PDF's text by pages, and has its pages drawn when they are asked
// for, by poppler's programs.
func (d *differing) openPDF(ctx context.Context, name string) (*diffSide, error) {
	out, err := d.poppler(ctx, "pdftotext", "-enc", "UTF-8", name, "-")
	if err != nil {
		return nil, err
	}
	s := &diffSide{shrink: 1}
	pages := strings.Split(string(out), "\f")
	if n := len(pages) - 1; n > 0 && strings.TrimSpace(pages[n]) == "" {
		pages = pages[:n] // behind the last page
	}
	for i, text := range pages {
		passages := passagesOn(text, i)
		s.passages = append(s.passages, passages...)
		text = ""
		for _, p := range passages {
			text += p.Text + "\n"
		}
		s.texts = append(s.texts, text)
	}
	s.set = func(i int) string { return s.texts[i] }
	s.picture = func(ctx context.Context, i int) (*raster.Image, error) {
		data, err := d.drawn(ctx, name, i, diffDPI)
		if err != nil {
			return nil, err
		}
		return looks.Decode(data)
	}
	s.look = func(ctx context.Context, i int) (string, error) {
		data, err := d.drawn(ctx, name, i, lookDPI)
		return fmt.Sprintf("%x", sha256.Sum256(data)), err
	}
	return s, nil
}

// passagesOn are the paragraphs of a page's text, its number left out.
func passagesOn(text string, i int) []compare.Passage {
	var out []compare.Passage
	text = softBreak.ReplaceAllString(text, "")
	for _, p := range strings.Split(text, "\n\n") {
		p = strings.Join(strings.Fields(printableText(p)), " ")
		if _, err := strconv.Atoi(p); p != "" && err != nil {
			out = append(out, compare.Passage{Kind: compare.Paragraph, Place: strconv.Itoa(i + 1), Text: p})
		}
	}
	return out
}

// printableText makes blanks of control characters, which a terminal would obey.
func printableText(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' || c >= 0x7f && c < 0xa0 {
			return ' '
		}
		return c
	}, s)
}

// drawn has a page drawn, as PNG.
func (d *differing) drawn(ctx context.Context, name string, i, dpi int) ([]byte, error) {
	n := strconv.Itoa(i + 1)
	return d.poppler(ctx, "pdftoppm", "-png", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, name)
}

// poppler runs one of poppler's programs, and returns what it wrote.
func (d *differing) poppler(ctx context.Context, program string, args ...string) ([]byte, error) {
	const most = 2 * time.Minute
	file, err := exec.LookPath(program)
	if err != nil {
		return nil, &failure{exitMachine, fmt.Errorf(d.words.noPoppler, program)}
	}
	within, stop := context.WithTimeout(ctx, most)
	defer stop()
	cmd := exec.CommandContext(within, file, args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err = cmd.Run()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err != nil {
		text := strings.Join(strings.Fields(printableText(said.String())), " ")
		return nil, &failure{exitMachine, errors.New(program + ": " + firstOf(text, err.Error()))}
	}
	return out.Bytes(), nil
}

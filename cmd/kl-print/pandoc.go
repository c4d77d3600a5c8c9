package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// converted has pandoc make Markdown of a document of Word's, its pictures beside
// it, in a folder that done takes away.
func (s *scripting) converted(ctx context.Context) (name, from string, done func(), err error) {
	const most = 2 * time.Minute
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		return "", "", func() {}, &failure{exitContent, fmt.Errorf(s.words.noPandoc, s.file)}
	}
	full, err := filepath.Abs(s.file)
	if err != nil {
		return "", "", func() {}, err
	}
	dir, err := os.MkdirTemp("", "kl-print-")
	if err != nil {
		return "", "", func() {}, err
	}
	done = func() { _ = os.RemoveAll(dir) }
	ctx, stop := context.WithTimeout(ctx, most)
	defer stop()
	cmd := exec.CommandContext(ctx, pandoc, "--from=docx", "--to=gfm+footnotes", "--wrap=none", "--standalone",
		"--extract-media=.", "--output=manuscript.md", full)
	cmd.Dir = dir
	said, err := cmd.CombinedOutput()
	if ctx.Err() != nil && errors.Is(context.Cause(ctx), context.Canceled) {
		return "", "", done, context.Canceled
	}
	if err != nil {
		done()
		text := strings.Join(strings.Fields(string(said)), " ")
		return "", "", func() {}, &failure{exitContent, fmt.Errorf(s.words.pandocFailed, s.file, firstOf(text, err.Error()))}
	}
	return filepath.Join(dir, "manuscript.md"), dir, done, nil
}

// firstOf is the first text that is not empty, cut where it is long.
func firstOf(a, b string) string {
	const most = 300
	if a == "" {
		a = b
	}
	if len(a) > most {
		a = strings.ToValidUTF8(a[:most], "") + "…"
	}
	return a
}

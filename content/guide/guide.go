// Package guide is the guide to the blocks and the files of an edition: a small
// edition with every block, and the pages that show each with its keys, made from
// the description the loader reads by. The pictures are drawn from that edition.
package guide

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
)

//go:embed edition
var files embed.FS

// Edition is the edition that has every block.
func Edition() fs.FS {
	sub, err := fs.Sub(files, "edition")
	if err != nil {
		return files // the name above is one a folder may have
	}
	return sub
}

// BeginningName is the file that begins at the beginning, in Danish, for those who
// write.
const BeginningName = "vejledning.md"

//go:embed vejledning.md
var beginning []byte

// Beginning is that file's text.
func Beginning() []byte { return slices.Clone(beginning) }

// PageName is the file of the guide in a language.
func PageName(l diag.Lang) string {
	if l == diag.Danish {
		return "blokke.md"
	}
	return "blocks.md"
}

// PictureName is the file of a block's picture, beside the guide.
func PictureName(kind string) string { return path.Join("pictures", kind+".png") }

// Sample is how a block is written in the edition: the first of its kind, and with
// a fact the block that it stands beside.
type Sample struct {
	Kind     string
	File     string
	From, To int    // its lines, from 1; To is the last
	Text     string // those lines
}

// Samples finds the samples of an edition's chapters, by the kinds of blocks.
func Samples(edition fs.FS) (map[string]Sample, error) {
	names, err := fs.Glob(edition, "chapters/*.yaml")
	if err != nil {
		return nil, err
	}
	out := map[string]Sample{}
	for _, name := range names {
		data, err := fs.ReadFile(edition, name)
		if err != nil {
			return nil, err
		}
		for _, s := range samplesIn(name, string(data)) {
			if _, has := out[s.Kind]; !has {
				out[s.Kind] = s
			}
		}
	}
	return out, nil
}

// samplesIn parts a chapter into its blocks, by the dash each begins with.
func samplesIn(name, text string) (out []Sample) {
	begins := regexp.MustCompile(`^  - ([a-z-]+):`)
	lines := strings.SplitAfter(strings.TrimRight(text, "\n")+"\n", "\n")
	lines = lines[:len(lines)-1]
	for i, line := range lines {
		if m := begins.FindStringSubmatch(line); m != nil {
			out = append(out, Sample{Kind: m[1], File: name, From: i + 1})
		}
	}
	for i := range out {
		last := i + 1
		if out[i].Kind == "fact" {
			last++
		}
		out[i].To = len(lines)
		if last < len(out) {
			out[i].To = out[last].From - 1
		}
		out[i].Text = strings.TrimRight(strings.Join(lines[out[i].From-1:out[i].To], ""), "\n") + "\n"
	}
	return out
}

// Missing names a block that the guide has no sample of.
type Missing string

func (m Missing) Error() string { return fmt.Sprintf("the guide's edition has no block %s", string(m)) }

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/manuscript"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/pdf"
)

// importList is the file in the new edition that lists what was left out of it
// and what wants a look.
const importList = "import.txt"

// manuscriptCommand is kl-print import FILE.
func (a *app) manuscriptCommand() *cobra.Command {
	var to string
	say := manuscriptWordsIn(a.lang)
	cmd := &cobra.Command{
		Use: "import FILE",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage(say.oneName, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("output") && to == "" {
				return wrongUsage("%s", a.say.emptyPath)
			}
			switch strings.ToLower(filepath.Ext(args[0])) {
			case ".xlsx", ".xls", ".csv":
				return wrongUsage(say.sheet, args[0], args[0])
			}
			return (&scripting{app: a, words: say, file: args[0], to: to}).run(cmd.Context())
		},
	}
	cmd.Flags().StringVarP(&to, "output", "o", "", "")
	return cmd
}

// scripting is one import of a manuscript.
type scripting struct {
	*app
	words manuscriptWords
	file  string
	to    string // the new folder
}

// run makes an edition of a manuscript.
func (s *scripting) run(ctx context.Context) error {
	if s.to == "" {
		s.to = strings.TrimSuffix(filepath.Base(s.file), filepath.Ext(s.file))
	}
	if err := s.checkPlace(); err != nil {
		return err
	}
	src, done, err := s.source(ctx)
	if err != nil {
		return err
	}
	defer done()
	m := manuscript.Read(src)
	if m.Empty() {
		return &failure{exitContent, fmt.Errorf(s.words.empty, s.file)}
	}
	half, err := s.half()
	if err != nil {
		return s.machine(s.say.cantWrite, s.to, err)
	}
	defer os.RemoveAll(half)
	found, err := s.write(ctx, half, m)
	if err != nil {
		return s.machine(s.say.cantWrite, s.to, err)
	}
	pages, err := s.pages(ctx, half)
	if err != nil {
		return err
	}
	if err := s.put(half); err != nil {
		return s.machine(s.say.cantWrite, s.to, err)
	}
	return s.close(m, found, pages)
}

// machine makes a failure of what the machine would not do.
func (s *scripting) machine(format, name string, err error) error {
	return (&build{app: s.app}).machineRefused(format, name, err)
}

// checkPlace refuses a folder that has something in it.
func (s *scripting) checkPlace() error {
	list, err := os.ReadDir(s.to)
	above := filepath.Dir(filepath.Clean(s.to))
	switch {
	case err == nil && len(list) > 0:
		return wrongUsage(s.words.there, s.to)
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return wrongUsage(s.words.there, s.to)
	}
	if info, err := os.Stat(above); err != nil || !info.IsDir() {
		return wrongUsage(s.say.noOutputFolder, above)
	}
	return nil
}

// source reads the manuscript, and gives it the pictures of its folder.
func (s *scripting) source(ctx context.Context) (manuscript.Source, func(), error) {
	none := func() {}
	from, done := filepath.Dir(s.file), none
	data, err := readUpTo(s.file, manuscript.MostBytes)
	if err == nil && bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		var name string
		name, from, done, err = s.converted(ctx)
		if err == nil {
			data, err = readUpTo(name, manuscript.MostBytes)
		}
	}
	var f *failure
	switch {
	case errors.As(err, &f):
		return manuscript.Source{}, none, err
	case errors.Is(err, fs.ErrNotExist):
		return manuscript.Source{}, none, wrongUsage(s.words.noFile, s.file)
	case err != nil:
		return manuscript.Source{}, none, s.machine(s.say.cantRead, s.file, err)
	case len(data) > manuscript.MostBytes:
		return manuscript.Source{}, none, &failure{exitContent, fmt.Errorf(s.words.tooLarge, s.file, manuscript.MostBytes>>20)}
	case bytes.HasPrefix(data, []byte("%PDF")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(data, []byte(`{\rtf`)):
		return manuscript.Source{}, none, &failure{exitContent, fmt.Errorf(s.words.otherKind, s.file)}
	}
	root, err := os.OpenRoot(from)
	if err != nil {
		return manuscript.Source{}, none, s.machine(s.say.cantRead, from, err)
	}
	year := time.Now().Year() - 1
	if date, err := s.epoch(); err == nil && date != "" {
		_, _ = fmt.Sscanf(date, "%d", &year)
		year--
	}
	image := func(name string) ([]byte, error) { return readPicture(root.FS(), name) }
	return manuscript.Source{Name: filepath.Base(s.file), Data: data, Image: image, Year: year},
		func() { _ = root.Close(); done() }, nil
}

// readUpTo reads a file, at most so many bytes and one more.
func readUpTo(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// readPicture reads a picture from beside a manuscript.
func readPicture(files fs.FS, name string) ([]byte, error) {
	const most = 200 << 20
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > most {
		return nil, fs.ErrInvalid
	}
	return fs.ReadFile(files, name)
}

// half makes the folder that the edition is written in before it is whole: beside
// its place, or in it where it is there and empty.
func (s *scripting) half() (string, error) {
	if info, err := os.Stat(s.to); err == nil && info.IsDir() {
		return os.MkdirTemp(s.to, ".import.*.tmp")
	}
	return os.MkdirTemp(filepath.Dir(filepath.Clean(s.to)), "."+filepath.Base(s.to)+".*.tmp")
}

// write writes the edition. A chapter that the loader would refuse is written as
// text alone. It returns what check finds.
func (s *scripting) write(ctx context.Context, half string, m *manuscript.Manuscript) (checked, error) {
	const rounds = 3
	if err := writeFiles(half, s.schemaFiles()); err != nil {
		return checked{}, err
	}
	for round := 1; ; round++ {
		if err := writeFiles(half, withHeads(m.Files())); err != nil {
			return checked{}, err
		}
		files := os.DirFS(half)
		_, _, problems := source.LoadUnfinished(files, "")
		again := false
		for _, d := range problems.Sorted() {
			if d.Severity == diag.Error && m.Simplify(d.Pos.File) {
				again = true
			}
		}
		if again && round < rounds {
			continue
		}
		if err := writeFiles(half, map[string][]byte{importList: []byte(s.list(m))}); err != nil {
			return checked{}, err
		}
		texts, err := editionTexts(files)
		if err != nil {
			return checked{}, err
		}
		b := &build{app: s.app, dir: half}
		found, err := b.checkEdition(ctx, files, texts, "", checkOptions{})
		waivers := s.waivers(found.left)
		if err != nil || waivers == nil {
			return found, err
		}
		if err := writeFiles(half, withHeads(map[string][]byte{source.WaiversFile: waivers})); err != nil {
			return found, err
		}
		texts[source.WaiversFile] = string(waivers)
		return b.checkEdition(ctx, files, texts, "", checkOptions{})
	}
}

// waivers is the file that lets stand, for now, what check takes for wrong in the
// manuscript, so that the edition can be built and looked at; nil: there is none.
// Check lists it, and what is mended has to be taken out of it.
func (s *scripting) waivers(found []check.Finding) []byte {
	var b strings.Builder
	told := map[string]bool{}
	for _, f := range found {
		if _, rule := check.Explain(f.Code); !rule || f.Level != check.Error || f.Found == "" {
			continue // what the loader tells of can't be waived
		}
		line := fmt.Sprintf("  - {code: %s, file: %s, text: %s, reason: %s}\n", quoted(f.Code), quoted(f.Pos.File), quoted(f.Found), quoted(s.words.asWritten))
		if !told[line] {
			told[line] = true
			b.WriteString(line)
		}
	}
	if b.Len() == 0 {
		return nil
	}
	return []byte("# " + s.words.waiversHead + "\nwaivers:\n" + b.String())
}

// quoted writes a text in quotes as YAML reads them, which reads JSON's.
func quoted(text string) string {
	data, _ := json.Marshal(text) // a string can always be written
	return string(data)
}

// writeFiles writes files below a folder.
func writeFiles(dir string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o666); err != nil {
			return err
		}
	}
	return nil
}

// pages lays the edition out; 0 where it can't be built yet.
func (s *scripting) pages(ctx context.Context, half string) (int, error) {
	rep, problems := source.Load(os.DirFS(half))
	if problems.HasErrors() {
		return 0, nil
	}
	done, _, err := s.compile(ctx, rep, pdf.A2aUA1, func(step, int, int) {})
	if errors.Is(err, context.Canceled) || done == nil {
		return 0, err
	}
	return done.pages, nil
}

// put puts the edition in its place.
func (s *scripting) put(half string) error {
	if err := os.Chmod(half, 0o755); err != nil {
		return err
	}
	if filepath.Dir(half) != filepath.Clean(s.to) {
		return os.Rename(half, s.to)
	}
	list, err := os.ReadDir(half)
	if err != nil {
		return err
	}
	for _, e := range list {
		if err := os.Rename(filepath.Join(half, e.Name()), filepath.Join(s.to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// list is what was left out and what wants a look, one a line.
func (s *scripting) list(m *manuscript.Manuscript) string {
	var out, look strings.Builder
	for _, l := range m.Left() {
		to := &look
		if l.Out() {
			to = &out
		}
		fmt.Fprintln(to, s.words.at(l))
	}
	text := fmt.Sprintf(s.words.listHead, s.file) + "\n"
	if look.Len() > 0 {
		text += "\n" + s.words.lookHead + "\n" + look.String()
	}
	if out.Len() > 0 {
		text += "\n" + s.words.outHead + "\n" + out.String()
	}
	return text
}

// close tells what there is, what was left and how to go on.
func (s *scripting) close(m *manuscript.Manuscript, found checked, pages int) error {
	w, n := s.words, m.Summary()
	var b strings.Builder
	fmt.Fprintf(&b, w.made+"\n", s.to, n.Title, n.Year)
	fmt.Fprintf(&b, w.counts+"\n", n.Chapters, n.Sections, n.Words, n.Tables, n.Statements, n.Lines, n.People, n.Groups, n.Images, n.Notes, n.Facts, n.Boxes)
	s.some(&b, m)
	if n.Out+n.Look > 0 {
		fmt.Fprintf(&b, w.left+"\n", n.Out, n.Look, filepath.Join(s.to, importList))
	}
	errs, warnings, notes := found.count()
	fmt.Fprintf(&b, w.found+"\n", errs, warnings, notes, s.to)
	if n := len(found.waived); n > 0 {
		fmt.Fprintf(&b, w.waived+"\n", n, filepath.Join(s.to, source.WaiversFile))
	}
	if pages > 0 && errs == 0 {
		fmt.Fprintf(&b, w.builds+"\n", pages, s.to)
	} else {
		fmt.Fprintf(&b, w.unbuilt+"\n", s.to)
	}
	_, err := io.WriteString(s.out, b.String())
	return s.wrote(err)
}

// some lists the first things that want a look.
func (s *scripting) some(b *strings.Builder, m *manuscript.Manuscript) {
	const most = 12
	shown := 0
	for _, l := range m.Left() {
		if l.Out() && l.Kind != manuscript.LeftImage {
			continue
		}
		if shown == most {
			fmt.Fprintln(b, "  …")
			return
		}
		fmt.Fprintln(b, "  "+s.words.at(l))
		shown++
	}
}

package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/format"
	"github.com/kl-print/kl-print/content/source"
)

// top is the module's folder as the tests see it.
const top = "../.."

// fenced is a fenced piece of the README.
type fenced struct{ section, kind, text string }

// readme returns the README and its fenced pieces, each with the heading it
// stands under.
func readme(t *testing.T) (text string, pieces []fenced) {
	t.Helper()
	text = read(t, filepath.Join(top, "README.md"))
	section, inside := "", false
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		kind, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && !inside:
			pieces = append(pieces, fenced{section: section, kind: kind})
		case inside && !fence:
			pieces[len(pieces)-1].text += line + "\n"
		case strings.HasPrefix(line, "#"):
			section = strings.TrimSpace(strings.TrimLeft(line, "#"))
		}
		inside = inside != fence
	}
	return text, pieces
}

// readmeEdition is the edition the README's examples are together: the first
// YAML under each heading that is a file's name, and under "A chapter".
func readmeEdition(t *testing.T) map[string]string {
	t.Helper()
	_, pieces := readme(t)
	files := map[string]string{}
	for _, p := range pieces {
		name := p.section
		if name == "A chapter" {
			name = "chapter"
		}
		if _, has := files[name]; p.kind == "yaml" && !has && (name == "chapter" || strings.HasSuffix(name, ".yaml")) {
			files[name] = p.text
		}
	}
	id := regexp.MustCompile(`(?m)^chapters: \[([a-z0-9_-]+)\]$`).FindStringSubmatch(files[source.ReportFile])
	if id == nil || files["chapter"] == "" || files["accounts.yaml"] == "" || files["people.yaml"] == "" {
		t.Fatalf("the README's edition is not whole: it has %d files, and one chapter %q", len(files), id)
	}
	files["chapters/"+id[1]+".yaml"] = files["chapter"]
	delete(files, "chapter")
	return files
}

// TestReadmeEdition builds what the README says an edition is.
func TestReadmeEdition(t *testing.T) {
	files := readmeEdition(t)
	inFolder(t, files)
	w := newWorld()
	w.compile = compileReport
	if code := w.run("build"); code != exitMade || w.err.Len() > 0 {
		t.Errorf("exit %d: %s", code, w.err.String())
	}
}

// TestReadmeCommands runs the program's commands in the README, each with an
// edition where it wants one, and looks up the folders of the others.
func TestReadmeCommands(t *testing.T) {
	text, pieces := readme(t)
	var commands []string
	for _, p := range pieces {
		if p.kind == "sh" {
			commands = append(commands, strings.Split(strings.TrimSpace(p.text), "\n")...)
		}
	}
	for _, m := range regexp.MustCompile("`((?:go |\\./kl-print )[^`]*)`").FindAllStringSubmatch(text, -1) {
		commands = append(commands, m[1])
	}
	if len(commands) < 3 {
		t.Errorf("the README has only the commands %q", commands)
	}
	files := readmeEdition(t)
	for _, command := range commands {
		command, _, _ = strings.Cut(command, " #")
		for _, arg := range strings.Fields(command) {
			if folder, is := strings.CutPrefix(arg, "./"); is && folder != "..." && folder != "kl-print" {
				isFolder(t, folder)
			}
		}
		for _, begin := range []string{"./kl-print ", "go run ./cmd/kl-print "} {
			if args, is := strings.CutPrefix(command, begin); is {
				runReadme(t, strings.Fields(args), files)
			}
		}
	}
}

// isFolder checks that the module has a folder.
func isFolder(t *testing.T, name string) {
	t.Helper()
	if info, err := os.Stat(filepath.Join(top, name)); err != nil || !info.IsDir() {
		t.Errorf("the README names %s, and there is no such folder", name)
	}
}

// runReadme runs one command where its folders are.
func runReadme(t *testing.T, args []string, files map[string]string) {
	t.Run(strings.Join(args, " "), func(t *testing.T) {
		here := map[string]string{"here/x": ""}
		for i, arg := range args {
			if i == 0 || strings.HasPrefix(arg, "-") || strings.HasPrefix(args[i-1], "-") {
				continue
			}
			for name, text := range files {
				here[path.Join("here", arg, name)] = text
			}
		}
		dir := inFolder(t, here)
		t.Chdir(filepath.Join(dir, "here"))
		w := newWorld()
		if code := w.run(args...); code != exitMade {
			t.Errorf("exit %d: %s", code, w.err.String())
		}
	})
}

// TestReadmeUsage holds the README's usage and flags to the program's.
func TestReadmeUsage(t *testing.T) {
	text, pieces := readme(t)
	a := newApp(newWorld().std, nil, nil)
	usage := slices.IndexFunc(pieces, func(p fenced) bool { return strings.HasPrefix(p.text, "kl-print build") })
	if usage < 0 || pieces[usage].text != "kl-print "+wordsIn(diag.English).buildHelp.usage[0]+"\n" {
		t.Errorf("the README's usage is not that of --help: %q", pieces[max(usage, 0)].text)
	}
	check := func(f *pflag.Flag) {
		if f.Name != "help" && !strings.Contains(text, "`--"+f.Name+" ") && !strings.Contains(text, "`--"+f.Name+"`") && !strings.Contains(text, "`-"+f.Shorthand+" ") {
			t.Errorf("the README does not tell of --%s", f.Name)
		}
	}
	root := a.root()
	root.PersistentFlags().VisitAll(check)
	for _, cmd := range root.Commands() {
		cmd.Flags().VisitAll(check)
	}
}

// column returns the first cells of the README's table with a head.
func column(t *testing.T, head string) []string {
	t.Helper()
	text, _ := readme(t)
	_, table, found := strings.Cut(text, head+"\n|---|---|\n")
	if !found {
		t.Fatalf("the README has no table %q", head)
	}
	var cells []string
	for line := range strings.Lines(table) {
		cell, is := strings.CutPrefix(line, "| ")
		if !is {
			break
		}
		cell, _, _ = strings.Cut(cell, " |")
		cells = append(cells, cell)
	}
	return cells
}

// TestReadmeNamesEveryBlockAndIcon compares the README's lists with what there is.
func TestReadmeNamesEveryBlockAndIcon(t *testing.T) {
	var kinds []string
	for _, cell := range column(t, "| block | what it gives |") {
		kinds = append(kinds, strings.Trim(cell, "`"))
	}
	var blocks []string
	for _, b := range format.New().Blocks {
		blocks = append(blocks, b.Name)
	}
	same(t, "blocks", kinds, blocks)
	text, _ := readme(t)
	_, list, _ := strings.Cut(text, "Icons for facts: ")
	list, _, _ = strings.Cut(list, ".\n")
	same(t, "icons", strings.FieldsFunc(list, func(c rune) bool { return c == ',' || c == ' ' || c == '\n' }), content.Icons())
}

// same compares two lists in any order.
func same(t *testing.T, what string, readme, program []string) {
	t.Helper()
	for _, name := range readme {
		if !slices.Contains(program, name) {
			t.Errorf("of the README's %s the program has no %q", what, name)
		}
	}
	for _, name := range program {
		if !slices.Contains(readme, name) {
			t.Errorf("of the program's %s the README has no %q", what, name)
		}
	}
}

// TestReadmeNamesFolders looks up the packages of the README's table. After the
// first in a cell the others may be named without the folder they share.
func TestReadmeNamesFolders(t *testing.T) {
	names := regexp.MustCompile("`([^`]+)`")
	for _, cell := range column(t, "| package | its one job |") {
		parent := ""
		for i, m := range names.FindAllStringSubmatch(cell, -1) {
			name := m[1]
			if i == 0 {
				parent = path.Dir(name)
			} else if !strings.Contains(name, "/") {
				name = path.Join(parent, name)
			}
			isFolder(t, name)
		}
	}
}

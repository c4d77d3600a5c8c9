// Command gen makes da.lexicon, the parts of Danish compounds, from the
// dictionary files of Stavekontrolden (da_DK.aff and da_DK.dic, version
// 2.7.001). The same files give the same bytes. Run it from the package's
// folder:
//
//	go run ./gen -dictionary FOLDER
//
// With -cuts it also writes how every word of the dictionary was parted, to be
// looked through.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed curated.txt
var curated string

// curatedLines returns the lines of curated.txt, comments left out.
func curatedLines() []string {
	var out []string
	for line := range strings.Lines(curated) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func main() {
	folder := flag.String("dictionary", ".", "folder of da_DK.aff and da_DK.dic")
	out := flag.String("out", "da.lexicon", "file to write")
	cuts := flag.String("cuts", "", "file for the parting of each word")
	flag.Parse()
	if err := run(*folder, *out, *cuts); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder, out, cutsFile string) error {
	a, err := readAffixes(filepath.Join(folder, "da_DK.aff"))
	if err != nil {
		return err
	}
	entries, err := readDictionary(filepath.Join(folder, "da_DK.dic"), a)
	if err != nil {
		return err
	}
	m := newModel(entries, curatedLines())
	cuts := m.train()
	if cutsFile != "" {
		if err := os.WriteFile(cutsFile, m.show(cuts), 0o644); err != nil {
			return err
		}
	}
	data := pack(m.lexicon(entries, cuts))
	return os.WriteFile(out, data, 0o644)
}

// show writes each word with its cuts.
func (m *model) show(cuts map[string][]int) []byte {
	var s strings.Builder
	for _, w := range m.words {
		from := 0
		for _, i := range cuts[w] {
			s.WriteString(w[from:i] + "|")
			from = i
		}
		s.WriteString(w[from:] + "\n")
	}
	return []byte(s.String())
}

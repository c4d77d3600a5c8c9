package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/diag"
)

// misnamedEnds are what the name of an edition's file may have come to end with
// instead of extension: some programs put theirs last.
var misnamedEnds = []string{otherExtension, extension + ".txt", otherExtension + ".txt"}

// IsEdition reports a folder that is meant for an edition, whether or not the
// report is there: it has a file or the folder that only editions have, or a
// report by another name.
func IsEdition(fsys fs.FS) bool {
	ed := newEdition(fsys)
	for _, name := range []string{ReportFile, AccountsFile, peopleFile, unitsFile, figuresFile, themeFile, WaiversFile, ImportFile} {
		if ed.has(name) || ed.misnamed(name) != "" {
			return true
		}
	}
	info, err := fs.Stat(fsys, chapterFolder)
	return err == nil && info.IsDir()
}

// ReportAs is the file that a missing report.yaml may have been saved as; empty if
// there is none.
func ReportAs(fsys fs.FS) string { return newEdition(fsys).misnamed(ReportFile) }

// misnamed finds the file that a missing one may have been saved as; empty if
// there is none. In the edition's own folder it may have other letters large.
func (ed *edition) misnamed(name string) string {
	stem := strings.TrimSuffix(name, extension)
	for _, end := range misnamedEnds {
		if ed.has(stem + end) {
			return stem + end
		}
	}
	if path.Dir(name) != "." {
		return ""
	}
	list, err := fs.ReadDir(ed.fsys, ".")
	if err != nil {
		return "" // what can't be read is told of when it is
	}
	for _, e := range list {
		there := e.Name()
		same := func(end string) bool { return strings.EqualFold(there, stem+end) }
		if there != name && (same(extension) || slices.ContainsFunc(misnamedEnds, same)) && ed.has(there) {
			return there
		}
	}
	return ""
}

// checkNames warns of files that are not read because of their names. Of one that
// is asked for, checkLacking has told.
func (ed *edition) checkNames(all *diag.List, askers []*reader, files ...*reader) {
	for _, r := range files {
		if ed.has(r.name) || slices.ContainsFunc(askers, func(a *reader) bool { return a.lacks[r.name] }) {
			continue
		}
		if there := ed.misnamed(r.name); there != "" {
			all.Warn(diag.Pos{File: there}, misnamedFile(r.name))
		}
	}
}

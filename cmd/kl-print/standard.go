package main

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout/pdf"
)

// defaultStandard is what a PDF meets where nobody says.
const defaultStandard = "a-2a"

// offered are the values of --standard.
func offered() []string { return []string{"a-2a", "a-3a", "a-4f", "ua-2", "none"} }

// standardNamed returns the standard of a name, and false where there is none.
// Where a name joins the two that a standard is made of, it is that standard.
func standardNamed(name string) (pdf.Standard, bool) {
	switch name {
	case "a-2a", "a-2a+ua-1":
		return pdf.A2aUA1, true
	case "a-3a", "a-3a+ua-1":
		return pdf.A3a, true
	case "a-4f", "a-4f+ua-2":
		return pdf.A4f, true
	case "ua-2":
		return pdf.UA2, true
	case "none":
		return pdf.None, true
	}
	return pdf.None, false
}

// basis returns the version of PDF a standard is built on, or "" where the
// program does not know the standard.
func basis(standard string) string {
	switch {
	case strings.HasPrefix(standard, "a-1"):
		return "1.4"
	case strings.HasPrefix(standard, "a-2"), strings.HasPrefix(standard, "a-3"), standard == "ua-1":
		return "1.7"
	case strings.HasPrefix(standard, "a-4"), standard == "ua-2":
		return "2.0"
	}
	return ""
}

// parseStandard reads the value of --standard. A pair that no file can meet is
// refused with the reason: a file has one version.
func (w words) parseStandard(value string) (pdf.Standard, error) {
	if s, is := standardNamed(value); is {
		return s, nil
	}
	one, other, _ := strings.Cut(value, "+")
	if a, b := basis(one), basis(other); a != "" && b != "" && a != b {
		return pdf.None, wrongUsage(w.standardsClash, one, other, one, a, other, b)
	}
	return pdf.None, wrongUsage(w.unknownStandard, value, strings.Join(offered(), ", "))
}

// attachments returns the edition's files, where the standard has them with the
// PDF, in the order of their paths. They bear the date of the edition.
func attachments(files fs.FS, standard pdf.Standard) ([]pdf.Attachment, error) {
	if !standard.Attaches() {
		return nil, nil
	}
	var out []pdf.Attachment
	for _, top := range []string{"accounts.yaml", "chapters", "figures.yaml", "images", "organisation.yaml", "people.yaml", source.ReportFile, "theme.yaml", source.WaiversFile} {
		err := fs.WalkDir(files, top, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case name == top && errors.Is(err, fs.ErrNotExist):
				return nil // an edition need not have them all
			case err != nil:
				return err
			case strings.HasPrefix(path.Base(name), ".") && entry.IsDir():
				return fs.SkipDir
			case strings.HasPrefix(path.Base(name), "."):
				return nil
			}
			a, is, err := attachment(files, name)
			if is {
				out = append(out, a)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b pdf.Attachment) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// attachment returns a file of the edition, and false for what is no file.
func attachment(files fs.FS, name string) (pdf.Attachment, bool, error) {
	info, err := fs.Stat(files, name) // as it is behind a link
	if err != nil || !info.Mode().IsRegular() {
		return pdf.Attachment{}, false, err
	}
	data, err := fs.ReadFile(files, name)
	return pdf.Attachment{Name: name, MIME: mediaType(name), Relationship: pdf.Source, Data: data}, err == nil, err
}

// mediaType returns the type of a file by its name. It is not asked of the
// machine, where it differs from one to the next.
func mediaType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return "application/yaml" // RFC 9512
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".svg":
		return "image/svg+xml"
	}
	return "application/octet-stream"
}

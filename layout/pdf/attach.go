package pdf

import (
	"crypto/md5"
	"slices"
	"strings"

	"github.com/kl-print/kl-print/layout/page"
)

// Attachment is a file within the file (ISO 32000-2, 7.11.4).
type Attachment struct {
	Name         string // the path, with / between folders; unique in the file
	Description  string // what it is, for readers; may be empty: the name then
	MIME         string // such as "text/csv", without parameters
	Relationship Relationship
	Date         string // when it was last changed, year-month-day; empty: the document's date
	Data         []byte
}

// Relationship is what an attachment is to the document (ISO 32000-2, table 43).
type Relationship string

// The relationships.
const (
	Source      Relationship = "Source"      // what the document was made from
	Data        Relationship = "Data"        // what a table or chart shows
	Alternative Relationship = "Alternative" // the same content in another form
	Supplement  Relationship = "Supplement"
	Unspecified Relationship = "Unspecified"
)

func (r Relationship) known() bool {
	return slices.Contains([]Relationship{Source, Data, Alternative, Supplement, Unspecified}, r)
}

// dated returns the attachment's date.
func (a Attachment) dated(m page.Meta) string {
	if a.Date != "" {
		return a.Date
	}
	return m.Date
}

// described returns what is said of the attachment (ISO 14289-2, 8.14.1, asks
// for something).
func (a Attachment) described() string {
	if a.Description != "" {
		return a.Description
	}
	return a.Name
}

// attached are the attachments in the file.
type attached struct {
	first ref // the first file specification; the others follow
	count int
	names ref // the name tree's root; 0: there are none
}

// writeAttachments writes the attachments in the order of their names' bytes,
// as a name tree must be.
func (f *finisher) writeAttachments() attached {
	all := slices.Clone(f.opt.Attachments)
	if len(all) == 0 {
		return attached{}
	}
	slices.SortFunc(all, func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) })
	out := attached{first: f.alloc(len(all)), count: len(all)}
	for i, a := range all {
		f.writeAttachment(out.first+ref(i), a)
	}
	out.names = f.writeNames(len(all), func(i int) string { return all[i].Name },
		func(w *writer, i int) { w.ref(out.first + ref(i)) })
	return out
}

// writeAttachment writes a file specification and the file it embeds (ISO
// 32000-1, 7.11.3 and 7.11.4).
func (f *finisher) writeAttachment(spec ref, a Attachment) {
	embedded := f.alloc(1)
	f.object(spec, func(w *writer) {
		w.open().name("Type").name("Filespec").name("F").text(a.Name).name("UF").text(a.Name)
		w.name("Desc").text(a.described()).name("AFRelationship").name(string(a.Relationship))
		w.name("EF").open().name("F").ref(embedded).name("UF").ref(embedded).close().close()
	})
	sum := md5.Sum(a.Data) // the checksum the format asks for; nothing rests on it being hard to forge
	date := pdfDate(a.dated(f.doc.Meta))
	var d writer
	d.name("Type").name("EmbeddedFile").name("Subtype").name(a.MIME).name("Params").open()
	d.name("Size").integer(len(a.Data)).name("CheckSum").bytes(string(sum[:]))
	d.name("CreationDate").bytes(date).name("ModDate").bytes(date).close()
	f.stream(embedded, string(d.b), a.Data)
}

// pdfDate returns a date, year-month-day, as PDF writes it (ISO 32000-1, 7.9.4).
func pdfDate(date string) string {
	if date == "" {
		return ""
	}
	return "D:" + strings.ReplaceAll(date, "-", "") + "000000Z"
}

package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"github.com/kl-print/kl-print/layout/page"
)

// checkMeta checks what is said of the document.
func checkMeta(m page.Meta, opt Options) error {
	if m.Date != "" {
		if _, err := time.Parse(time.DateOnly, m.Date); err != nil {
			return fmt.Errorf("the document's date %q is not year-month-day", m.Date)
		}
	}
	return checkOptions(m, opt)
}

// xmpHead and xmpTail are round every packet (ISO 16684-1, 7.3.2).
const (
	xmpHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
`
	xmpTail = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n"
)

// xmpClaims says which standards the file meets.
func xmpClaims(c claim) string {
	var b strings.Builder
	b.WriteString("<rdf:Description rdf:about=\"\"\n" +
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n")
	for _, e := range [...]struct{ tag, value string }{
		{"pdfaid:part", c.part}, {"pdfaid:rev", c.revision}, {"pdfaid:conformance", c.level},
		{"pdfuaid:part", c.ua}, {"pdfuaid:rev", c.uaYear},
	} {
		if e.value != "" {
			b.WriteString("<" + e.tag + ">" + e.value + "</" + e.tag + ">\n")
		}
	}
	b.WriteString("</rdf:Description>\n")
	if c.part == "2" || c.part == "3" {
		b.WriteString(xmpExtension)
	}
	return b.String()
}

// xmpExtension describes PDF/UA's own schema, which is not one that PDF/A-2 and
// PDF/A-3 know (ISO 19005-2, 6.6.2.3). PDF/A-4 wants no such thing.
const xmpExtension = `<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// xmp returns the metadata packet. It says what the Info dictionary says.
func xmp(m page.Meta, opt Options) []byte {
	var b strings.Builder
	b.WriteString(xmpHead)
	put := func(before, value, after string) {
		if value != "" {
			b.WriteString("<" + before)
			xml.EscapeText(&b, []byte(value)) // a strings.Builder takes everything
			b.WriteString(after + ">\n")
		}
	}
	put(`dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, m.Title, "</rdf:li></rdf:Alt></dc:title")
	put("dc:creator><rdf:Seq><rdf:li>", m.Author, "</rdf:li></rdf:Seq></dc:creator")
	put(`dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, m.Subject, "</rdf:li></rdf:Alt></dc:description")
	put("dc:language><rdf:Bag><rdf:li>", m.Lang, "</rdf:li></rdf:Bag></dc:language")
	put("pdf:Keywords>", keywords(m), "</pdf:Keywords")
	put("pdf:Producer>", opt.Producer, "</pdf:Producer")
	put("xmp:CreatorTool>", opt.Producer, "</xmp:CreatorTool")
	if m.Date != "" {
		at := m.Date + "T00:00:00Z"
		put("xmp:CreateDate>", at, "</xmp:CreateDate")
		put("xmp:ModifyDate>", at, "</xmp:ModifyDate")
	}
	b.WriteString("</rdf:Description>\n")
	if c, _ := opt.Standard.claim(); opt.Standard != None {
		b.WriteString(xmpClaims(c))
	}
	b.WriteString(xmpTail)
	return []byte(b.String())
}

func keywords(m page.Meta) string { return strings.Join(m.Keywords, ", ") }

// writeInfo writes the document information dictionary (ISO 32000-1, 14.3.3).
// PDF 2.0 leaves it to the metadata, and PDF/A-4 forbids it: 0 then.
func (f *finisher) writeInfo() ref {
	if f.claim.two() {
		return 0
	}
	r, m := f.alloc(1), f.doc.Meta
	date := pdfDate(m.Date)
	f.object(r, func(w *writer) {
		w.open()
		for _, e := range [...]struct{ key, text string }{
			{"Title", m.Title}, {"Author", m.Author}, {"Subject", m.Subject}, {"Keywords", keywords(m)},
			{"Creator", f.opt.Producer}, {"Producer", f.opt.Producer}, {"CreationDate", date}, {"ModDate", date},
		} {
			if e.text != "" {
				w.name(e.key).text(e.text)
			}
		}
		w.close()
	})
	return r
}

package layout_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/locale"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout/page"
	"github.com/kl-print/kl-print/layout/pdf"
)

func roleOf(name string) page.Role { return page.Role(name) }

// writtenFile is a report's finished file.
func writtenFile(t *testing.T, rep *content.Report, opt pdf.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, compile(t, rep), fonts.Embedded(), opt); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readBack reads a file that must be one.
func readBack(t *testing.T, data []byte) *pdfFile {
	t.Helper()
	f, err := readPDF(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// held holds a file against one proof.
func held(t *tagged, rep *content.Report, of proof) []string {
	loc, _ := locale.For(rep.Language)
	p := &proofs{tagged: t, rep: rep, loc: loc}
	of.check(p)
	return p.found
}

// TestTheWrittenFileHolds reads the finished file of the embedded edition and of the
// one with every block, in PDF 1.7 and 2.0, and finds in it all that a validator
// does not look for.
func TestTheWrittenFileHolds(t *testing.T) {
	for name, rep := range reports(t) {
		for _, std := range []pdf.Standard{pdf.A2aUA1, pdf.UA2} {
			tags := readTagged(readBack(t, writtenFile(t, rep, pdf.Options{Standard: std})))
			for _, p := range allProofs() {
				for _, found := range held(tags, rep, p) {
					t.Errorf("%s, %s, %s: %s", name, std, p.name, found)
				}
			}
		}
	}
}

// TestEachProofCanFail spoils the finished file in many ways, and has the proof that
// is meant to see it do so; it is not taken for granted that it can.
func TestEachProofCanFail(t *testing.T) {
	rep := load(t, os.DirFS("testdata/every"))
	files := map[bool][]byte{}
	for two, std := range map[bool]pdf.Standard{false: pdf.A2aUA1, true: pdf.UA2} {
		files[two] = writtenFile(t, rep, pdf.Options{Standard: std})
	}
	spoilt := map[string]int{}
	for _, s := range spoilers() {
		f := readBack(t, files[s.two])
		s.spoil(&spoiler{t, f, readTagged(f)})
		i := slices.IndexFunc(allProofs(), func(p proof) bool { return p.name == s.proof })
		if i < 0 {
			t.Fatalf("there is no proof %q", s.proof)
		}
		spoilt[s.proof]++
		if found := held(readTagged(f), rep, allProofs()[i]); len(found) == 0 {
			t.Errorf("%s: it is not seen that %s", s.proof, s.how)
		}
	}
	for _, p := range allProofs() {
		if spoilt[p.name] == 0 {
			t.Errorf("nothing is spoilt for %q", p.name)
		}
	}
}

package check_test

import (
	"testing"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/source"
)

// FuzzRun checks any text without a fault, and places what it finds in the file.
func FuzzRun(f *testing.F) {
	for _, s := range []string{
		"Egenkapitalen faldt fra 838,6 mio. kr. til 799,7 mio. kr. i 2024.", "Ni ud af ti, 9/10 og 3,7 − 0,5 = 3,2 pct.", "İ år 2024, sidste år (2023), İİ halvdelen af 20 mio. kr.",
		"Martin Dam, KL's bestyrelse, Region Sjæland; side 12", "fra 1 til 2", "Resultat på 1 kr. mod 2 kr.", "\u212a kapitlet Æ", "{{ = 1 | 2 }} {{ resultat }}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files := edition("  - text: |\n      x\n  - statement: r\n")
		var lines string
		for _, c := range text {
			if lines += string(c); c == '\n' {
				lines += "      "
			}
		}
		files["chapters/a.yaml"].Data = []byte("title: A\nblocks:\n  - text: |\n      " + lines + "\n  - statement: r\n  - portraits: bestyrelse\n")
		rep, _ := source.Load(files)
		if rep == nil {
			return
		}
		for _, found := range check.Run(check.Edition{Report: rep, Files: texts(t, files)}) {
			if found.Pos.File == "" || found.Pos.Line < 1 {
				t.Errorf("%+v has no place", found)
			}
		}
	})
}

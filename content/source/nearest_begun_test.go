package source

import (
	"strings"
	"testing"

	"github.com/kl-print/kl-print/content/diag"
)

// TestFirstNamesAreMeant holds that the first word of one id alone is told as that id.
func TestFirstNamesAreMeant(t *testing.T) {
	const people = "people:\n  mette-holm: {name: Mette Holm}\n  jens-baek: {name: Jens Bæk}\n  jens-krog: {name: Jens Krog}\n  anna-and: {name: Anna And}\n" +
		"groups:\n  bestyrelse: {name: Bestyrelse, members: [mette, jens, anna-and]}\n"
	_, problems := Load(smallEdition(section{peopleFile, people}))
	var told []string
	for _, p := range problems.Sorted() {
		told = append(told, p.Text(diag.English))
	}
	all := strings.Join(told, "\n")
	if !strings.Contains(all, `did you mean "mette-holm"?`) || strings.Contains(all, "jens-baek\"?") || strings.Contains(all, "jens-krog\"?") {
		t.Errorf("told: %s", all)
	}
}

package source

import (
	"fmt"

	"github.com/kl-print/kl-print/content/diag"
)

func missingFile(name string) diag.Message {
	return sayAbout(CodeMissing, "filen %s mangler; en udgave skal have den", "the file %s is missing; an edition must have it", quoted(name))
}

// missingShelf tells of a file that an edition may lack, but not this one.
func missingShelf(file string) diag.Message {
	da, en := "personer eller grupper", "people or groups"
	switch file {
	case AccountsFile:
		da, en = "opgørelser eller regnskabslinjer", "statements or lines of the accounts"
	case unitsFile:
		da, en = "organisationens enheder", "units of the organisation"
	}
	return say(CodeMissing, fmt.Sprintf("filen mangler, men kapitlerne bruger %s; lav %s i udgavens mappe", da, file),
		fmt.Sprintf("the file is missing, but the chapters use %s; make %s in the edition's folder", en, file))
}

// misnamed adds that the file lies there under another name.
func misnamed(m diag.Message, there, wanted string) diag.Message {
	if there != "" {
		m.Danish += fmt.Sprintf("; filen %s ligger der: omdøb den til %s", quoted(there), quoted(wanted))
		m.English += fmt.Sprintf("; the file %s is there: rename it to %s", quoted(there), quoted(wanted))
	}
	return m
}

func missingChapter(file, near string) diag.Message {
	return hint(sayAbout("missing-chapter", "kapitlet findes ikke; forventede filen %s", "there is no such chapter; expected the file %s", quoted(file)), near)
}

func unlistedChapter(id string) diag.Message {
	if !validID(id) {
		right := slug(id)
		return sayAbout("unlisted-chapter", "kapitlet kommer ikke med: %[1]s kan ikke stå i chapters; omdøb filen til %[2]s, og føj %[3]s til chapters i report.yaml",
			"the chapter is left out: %[1]s can't stand in chapters; rename the file to %[2]s, and add %[3]s to chapters in report.yaml", quoted(id), quoted(chapterPath(right)), quoted(right))
	}
	return sayAbout("unlisted-chapter", "kapitlet står ikke i report.yaml og kommer ikke med; føj %s til chapters, eller slet filen",
		"the chapter is not in report.yaml and is left out; add %s to chapters, or delete the file", quoted(id))
}

func unreadableFile(name string, err error) diag.Message {
	da, en := diag.Cause(err)
	return say(CodeUnreadable, fmt.Sprintf("filen %s kan ikke læses: %s", quoted(name), da), fmt.Sprintf("the file %s can't be read: %s", quoted(name), en))
}

func emptyFile() diag.Message {
	return say("empty-file", "filen er tom; forventede YAML med nøgler og værdier", "the file is empty; expected YAML with keys and values")
}

// notText tells of a file that another kind of program has written.
func notText(what string) diag.Message {
	return sayAbout("not-text", "filen er ikke ren tekst, men %[1]s; skriv den i en editor til ren tekst, eller lav en udgave af et manuskript med kl-print import",
		"the file is no plain text, but %[1]s; write it in an editor for plain text, or make an edition of a manuscript with kl-print import", what)
}

func badRune(c rune) diag.Message {
	if c == '\ufeff' {
		return say("bad-character", "her står et byte order mark (U+FEFF) inde i filen; slet det, så linjen begynder med sit første bogstav", "there is a byte order mark (U+FEFF) inside the file; delete it, so that the line begins with its first letter")
	}
	return sayAbout("bad-character", "tegnet %U kan ikke trykkes; slet det", "the character %U can't be printed; delete it", c)
}

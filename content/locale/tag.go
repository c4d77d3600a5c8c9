package locale

import "golang.org/x/text/language"

// Language returns a BCP 47 tag as it should be written, "en" for "EN" and "eng",
// and whether it names a language that is registered.
func Language(tag string) (string, bool) {
	t, err := language.Parse(tag)
	if err != nil {
		return "", false
	}
	if base, _ := t.Base(); base.String() == "und" || t == language.Und || t.IsRoot() {
		return "", false
	}
	return t.String(), true
}

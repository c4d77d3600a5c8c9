package main

import (
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
)

// undrawn tells of characters that no face has. Which face sets a word only the
// layout knows, so one that some face has is left to it, and so are all where the
// edition has fonts of its own.
func undrawn(ed check.Edition) []check.Finding {
	embedded := fonts.Embedded()
	if _, lib, problems := layout.Look(ed.Report, embedded); lib != embedded || problems.HasErrors() {
		return nil
	}
	return check.Undrawn(ed, func(c rune) bool {
		for _, id := range fonts.IDs() {
			if face, err := embedded.Face(id); err != nil || len(face.Shape(string(c), 0).Missing) == 0 {
				return true
			}
		}
		return false
	})
}

package main

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/layout"
)

// truth is what a report says that its accounts and roster do not bear out.
type truth struct {
	left   []check.Finding // that no waiver lets stand
	faults *diag.List      // of the waivers' file
	err    error           // a file that can't be read
}

// seekTruth checks a report beside what else is done, and gives what it finds and
// what is still to be done.
func seekTruth(files fs.FS, rep *content.Report, work content.Work) <-chan truth {
	out := make(chan truth, 1)
	go func() {
		var t truth
		var waivers []content.Waiver
		waivers, t.faults = source.Waivers(files)
		var texts map[string]string
		if texts, t.err = textsOf(files, rep); t.err == nil {
			t.left, _ = judge(check.Edition{Report: rep, Files: texts}, waivers, work)
		}
		out <- t
	}()
	return out
}

// judge checks an edition: what no waiver lets stand, in what is not stale, and what
// is still to be done; and what is waived.
func judge(ed check.Edition, waivers []content.Waiver, work content.Work) (left []check.Finding, waived []check.Waived) {
	left, waived = check.Waive(check.Run(ed), append(waivers, check.Inline(ed.Report)...))
	return append(check.Ripe(left, work), check.Unfinished(work)...), waived
}

// textsOf reads the files that the report was made of and findings stand in.
func textsOf(files fs.FS, rep *content.Report) (map[string]string, error) {
	names := []string{"accounts.yaml", "figures.yaml", "organisation.yaml", "people.yaml", source.ReportFile}
	for _, ch := range rep.Chapters {
		names = append(names, ch.Pos.File)
	}
	out := map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out[name] = string(data)
	}
	return out, nil
}

// addTo puts the errors and warnings in a list; notes are for kl-print check.
func (t truth) addTo(problems *diag.List) {
	problems.Add(t.faults)
	for _, f := range t.left {
		d := diag.Diagnostic{Pos: f.Pos, Length: f.Length, Message: diag.Message{Code: f.Code, Danish: sentence(f, diag.Danish), English: sentence(f, diag.English)}}
		if f.Level == check.Warning {
			d.Severity = diag.Warning
		}
		if f.Level != check.Note {
			problems.Put(d)
		}
	}
}

// sentence is a finding on one line: what is wrong, and what it should be.
func sentence(f check.Finding, lang diag.Lang) string {
	text := f.What.In(lang)
	if should := f.Should.In(lang); should != "" {
		text += "; " + checkWordsIn(lang).should + ": " + should
	}
	return text
}

// remarks are the findings as a draft's marks, those of the list first. They are
// in the edition's language, so that a draft's bytes do not go by the reader's.
func (t truth) remarks(problems *diag.List, language string) *layout.Draft {
	lang := diag.English
	if language == "da" {
		lang = diag.Danish
	}
	draft := &layout.Draft{}
	for _, d := range problems.Sorted() {
		level := layout.Wrong
		if d.Severity == diag.Warning {
			level = layout.Likely
		}
		draft.Remarks = append(draft.Remarks, layout.Remark{At: d.Pos, Level: level, Code: d.Message.Code, Text: d.Message.In(lang)})
	}
	for _, f := range t.left {
		text := f.What.In(lang)
		if should := f.Should.In(lang); should != "" {
			text += "; " + checkWordsIn(lang).should + ": " + should
		}
		level := map[check.Level]layout.Level{check.Error: layout.Wrong, check.Warning: layout.Likely, check.Note: layout.Listed}[f.Level]
		draft.Remarks = append(draft.Remarks, layout.Remark{At: f.Pos, Found: f.Found, Level: level, Code: f.Code, Text: text})
	}
	return draft
}

// wrong reports whether anything found stops a build.
func (t truth) wrong() bool {
	return t.faults.HasErrors() || slices.ContainsFunc(t.left, func(f check.Finding) bool { return f.Level == check.Error })
}

// draftStandard is what a draft claims: nothing, for its marks and the word across
// its pages are no part of the report, and its faults may be such as a standard
// forbids.
const draftStandard = "none"

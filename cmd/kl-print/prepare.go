package main

import (
	"context"
	"io/fs"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
)

// prepared is an edition that a PDF can be made of, by whatever command: read, held
// against last year's, dressed by the flags, and being checked.
type prepared struct {
	files    fs.FS
	rep      *content.Report
	problems *diag.List // told so far
	checking <-chan truth
}

// prepare opens the edition and reads it, through what wrap makes of its folder
// where that is not nil. Problems there are already are told with its own. An error
// is one that ends the command; done closes the folder.
func (b *build) prepare(problems *diag.List, wrap func(fs.FS) fs.FS) (p *prepared, done func(), err error) {
	files, done, err := b.edition()
	if err != nil {
		return nil, nil, err
	}
	if wrap != nil {
		files = wrap(files)
	}
	p = &prepared{files: files, problems: problems}
	if err := b.readInto(p); err != nil {
		done()
		return nil, nil, err
	}
	return p, done, nil
}

// readInto reads the edition, holds it against last year's, and begins to check it.
// Where it has errors it is refused, with what the check finds; a draft is not.
func (b *build) readInto(p *prepared) error {
	b.status.show(stepRead, 0, 0)
	b.timings.begin(stageSource)
	rep, work, problems, err := b.read(p.files)
	if err != nil {
		return err
	}
	p.problems.Add(problems)
	if rep == nil {
		return b.refuse(p.problems)
	}
	if err := b.checkPrevious(rep, p.problems); err != nil {
		return err
	}
	b.timings.begin(stageCheck)
	p.rep, p.checking = rep, b.timings.alone(seekTruth(p.files, rep, work))
	b.timings.begin("")
	if p.problems.HasErrors() && !b.draft {
		(<-p.checking).addTo(p.problems)
		return b.refuse(p.problems)
	}
	b.dress(rep)
	return nil
}

// read reads the edition; for a draft also one that is not finished, or whose
// accounts do not add up: work is then what it lacks.
func (b *build) read(files fs.FS) (*content.Report, content.Work, *diag.List, error) {
	if !b.draft {
		rep, problems, err := b.load(files)
		return rep, content.Work{}, problems, err
	}
	date, err := b.epoch()
	if err != nil {
		return nil, content.Work{}, nil, err
	}
	rep, work, problems := b.reread.LoadDraft(files, date)
	return rep, work, problems, nil
}

// dress gives a report what the flags say of its look.
func (b *build) dress(rep *content.Report) {
	if b.theme != "" {
		rep.Theme.Base = b.theme
	}
	if b.print && rep.Theme.Bleed.Value == 0 {
		rep.Theme.Bleed.Value = source.Length(printBleed)
	}
}

// layOut lays a prepared report out by a compiler. It is checked meanwhile; a draft, which shows
// what is found, is laid out when that is known. What there is to tell comes back;
// what stops a build is told, and an error.
func (b *build) layOut(ctx context.Context, p *prepared, compile compiler) (*made, *diag.List, error) {
	var found truth
	if b.draft {
		found = <-p.checking
		compile = compileDraft(found.remarks(p.problems, p.rep.Language))
	}
	doc, told, err := compile(ctx, p.rep, b.options.Standard, b.status.show)
	if told == nil {
		told = &diag.List{}
	}
	if !b.draft {
		found = <-p.checking
	}
	wrong := doc == nil || told.HasErrors() || !b.draft && (p.problems.HasErrors() || found.wrong())
	told.Add(p.problems)
	found.addTo(told)
	switch {
	case err != nil:
		return nil, nil, machineFailed(err)
	case found.err != nil:
		return nil, nil, b.machineRefused(b.say.cantRead, b.folder(), found.err)
	case wrong:
		return nil, nil, b.refuse(told)
	}
	return doc, told, nil
}

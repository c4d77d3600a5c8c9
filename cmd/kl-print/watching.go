package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/kl-print/kl-print/cmd/kl-print/saves"
	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/content/source"
	"github.com/kl-print/kl-print/fonts"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/pdf"
)

// watchJob does a job, and again whenever a file of the edition has changed.
type watchJob struct {
	*app
	dir  string // the edition's folder; empty: the one we stand in
	made string // the file that is made of it; empty: there is none
	work func(ctx context.Context, a *app) error
}

// run does the work until the context ends, which is no error. Errors in the
// content are told, and waited upon; what else goes wrong ends it.
func (j *watchJob) run(ctx context.Context) error {
	dir, made, err := j.places()
	if err != nil {
		return err
	}
	w, err := saves.New(dir, made)
	if err != nil {
		return (&build{app: j.app}).machineRefused(j.say.cantRead, j.dir, err)
	}
	defer w.Close()
	for {
		err := j.work(ctx, j.app)
		if ctx.Err() != nil {
			return nil
		}
		if err := j.bear(err); err != nil {
			return err
		}
		j.tellWaiting()
		if !w.Wait(ctx, 0) {
			return nil
		}
	}
}

// bear tells of an error in the content, which somebody is about to mend; another
// comes back.
func (j *watchJob) bear(err error) error {
	var f *failure
	if err != nil && (!errors.As(err, &f) || f.code != exitContent) {
		return err
	}
	if f != nil && f.err != nil {
		j.complain(f.err.Error())
	}
	return nil
}

// places are the folder and the file by their full names, as a watcher needs them.
func (j *watchJob) places() (dir, made string, err error) {
	b := &build{app: j.app, dir: j.dir}
	_, done, err := b.edition() // whether there is one
	if err != nil {
		return "", "", err
	}
	done()
	if b.embedded {
		return "", "", wrongUsage("%s", j.say.watchEmbedded)
	}
	if dir, err = filepath.Abs(b.dir); err != nil {
		return "", "", machineFailed(err)
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	if j.made == "" {
		return dir, "", nil
	}
	if made, err = filepath.Abs(j.made); err != nil {
		return "", "", machineFailed(err)
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(made)); err == nil {
		made = filepath.Join(real, filepath.Base(made))
	}
	return dir, made, nil
}

// tellWaiting says that changes are waited for.
func (j *watchJob) tellWaiting() {
	if j.journal != nil {
		j.journal.tell(event{Event: eventWaiting})
		return
	}
	fmt.Fprintln(j.err, j.say.waiting)
}

// watch is a build that is done again at every change. What one has in common with
// the one before it is not set again.
func (f *buildFlags) watch(a *app, folders []string) (job, error) {
	b, err := f.job(a, folders)
	if err != nil {
		return nil, err
	}
	one, single := b.(*build)
	if !single || one.output == "-" {
		return nil, wrongUsage("%s", a.say.watchOne)
	}
	own := *a
	own.reread = &source.Rereader{}
	own.compile, own.once = pressed(layout.NewPress(fonts.Embedded())), nil // one that is written once keeps nothing
	return &watchJob{app: &own, dir: one.dir, made: one.output, work: func(ctx context.Context, a *app) error {
		next, err := f.job(a, folders)
		if err != nil {
			return err
		}
		return next.run(ctx)
	}}, nil
}

// pressed is a compiler that sets with a press. What is to meet no standard is laid
// out anew each time, for a press holds all it makes against the rules.
func pressed(press *layout.Press) compiler {
	var written pdf.Press
	return func(ctx context.Context, rep *content.Report, std pdf.Standard, tell progress) (*made, *diag.List, error) {
		if std == pdf.None {
			return compileReport(ctx, rep, std, tell)
		}
		tell(stepLayout, 0, len(rep.Chapters))
		proof, problems, err := press.Proof(ctx, rep)
		if proof == nil || err != nil {
			return nil, problems, err
		}
		return &made{pages: len(proof.Document.Pages), write: func(w io.Writer, opt pdf.Options) error {
			opt.Producer = "kl-print " + release
			return written.Write(w, proof.Document, proof.Library, opt)
		}}, problems, nil
	}
}

package main

import (
	"bufio"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/kl-print/kl-print/content/compare"
)

// diffCommand is kl-print diff.
func (a *app) diffCommand() *cobra.Command {
	var output string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "diff A B",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return wrongUsage(diffWordsIn(a.lang).two, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			d := &differing{app: a, words: diffWordsIn(a.lang), output: output, json: asJSON, names: [2]string{args[0], args[1]}}
			if cmd.Flags().Changed("output") && output == "" {
				return wrongUsage("%s", a.say.emptyPath)
			}
			return d.run(cmd.Context())
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "")
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// differing is one comparison of two reports.
type differing struct {
	*app
	words  diffWords
	names  [2]string
	output string // the HTML file; empty: none
	json   bool
	sides  [2]*diffSide
}

// differences are what is different between two reports.
type differences struct {
	texts            []compare.Text
	accounts, people []compare.Record
	pages            []pagePair
}

// pagePair is a page of both, of one of them, and whether it looks different.
type pagePair struct {
	compare.Pair
	different bool
}

// moved reports a page that has another number, and looks as it did.
func (p pagePair) moved() bool { return p.A >= 0 && p.B >= 0 && p.A != p.B && !p.different }

// shown reports a page that there is something to see on.
func (p pagePair) shown() bool { return p.different || p.A < 0 || p.B < 0 }

// none reports that nothing is different. Pages that have another number come of
// others that were added or removed.
func (d *differences) none() bool {
	for _, p := range d.pages {
		if p.shown() || p.moved() {
			return false
		}
	}
	return len(d.texts)+len(d.accounts)+len(d.people) == 0
}

// run compares, tells, and writes the page with the pictures.
func (d *differing) run(ctx context.Context) error {
	if d.output != "" {
		if err := (&build{app: d.app, output: d.output}).checkOutput(); err != nil {
			return err
		}
	}
	if err := d.open(ctx); err != nil {
		return err
	}
	defer d.close()
	found, err := d.compare(ctx)
	if err != nil {
		return d.machine(err)
	}
	if d.output != "" {
		if err := d.writeHTML(ctx, found); err != nil {
			return (&build{app: d.app, output: d.output}).cantWrite(err)
		}
	}
	out := bufio.NewWriterSize(d.out, 1<<16)
	if d.json {
		err = writeJSON(out, d.report(found))
	} else {
		d.tell(out, found)
	}
	if err := d.wrote(errors.Join(err, out.Flush())); err != nil {
		return err
	}
	if !found.none() {
		return &failure{code: exitContent}
	}
	return nil
}

// machine makes a failure of an error on the way, which may have been told already.
func (d *differing) machine(err error) error {
	var f *failure
	if errors.As(err, &f) {
		return err
	}
	return machineFailed(err)
}

// compare finds the differences.
func (d *differing) compare(ctx context.Context) (*differences, error) {
	a, b := d.sides[0], d.sides[1]
	found := &differences{texts: compare.Texts(a.passages, b.passages)}
	if a.report != nil && b.report != nil {
		found.accounts = compare.Accounts(&a.report.Accounts, &b.report.Accounts)
		found.people = compare.People(a.report, b.report)
	}
	for _, pair := range compare.Pages(a.texts, b.texts) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p := pagePair{Pair: pair}
		if p.A >= 0 && p.B >= 0 {
			same, err := d.sameLook(ctx, pair)
			if err != nil {
				return nil, err
			}
			p.different = !same
		}
		found.pages = append(found.pages, p)
	}
	return found, nil
}

// sameLook reports that a page looks as it did. A left-hand page that has become a
// right-hand one is its mirror image: it is the same where the same is set on it.
func (d *differing) sameLook(ctx context.Context, p compare.Pair) (bool, error) {
	a, b := d.sides[0], d.sides[1]
	if (p.A-p.B)%2 != 0 && a.set(p.A) == b.set(p.B) {
		return true, nil
	}
	x, err := a.look(ctx, p.A)
	if err != nil {
		return false, err
	}
	y, err := b.look(ctx, p.B)
	return x == y, err
}

// close lets go of both sides.
func (d *differing) close() {
	for _, s := range d.sides {
		if s != nil && s.done != nil {
			s.done()
		}
	}
}

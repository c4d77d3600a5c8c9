package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"
)

// defaultOutput is the PDF's name.
const defaultOutput = "beretning.pdf"

// buildFlags are what build is told.
type buildFlags struct {
	output, theme, standard, previous string
	list, shard                       string
	all, draft, print, timings, again bool
	given                             func(flag string) bool // it was said, not left out
}

// job is what build is to do: one report, a copy for each of a list, or many.
type job interface {
	run(ctx context.Context) error
}

// buildCommand is kl-print build.
func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use: "build [DIR]",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 && !f.all {
				return wrongUsage(a.say.tooManyArgs, len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f.given = cmd.Flags().Changed
			find := f.job
			if f.again {
				find = f.watch
			}
			work, err := find(a, args)
			if err != nil {
				return err
			}
			return work.run(cmd.Context())
		},
	}
	cmd.Flags().StringVarP(&f.output, "output", "o", defaultOutput, "")
	cmd.Flags().StringVar(&f.theme, "theme", "", "")
	cmd.Flags().StringVar(&f.standard, "standard", defaultStandard, "")
	cmd.Flags().StringVar(&f.previous, "previous", "", "")
	cmd.Flags().StringVar(&f.list, "for", "", "")
	cmd.Flags().BoolVar(&f.all, "all", false, "")
	cmd.Flags().StringVar(&f.shard, "shard", "", "")
	cmd.Flags().BoolVar(&f.draft, "draft", false, "")
	cmd.Flags().BoolVar(&f.print, "print", false, "")
	cmd.Flags().BoolVar(&f.timings, "timings", false, "")
	cmd.Flags().BoolVar(&f.again, "watch", false, "")
	return cmd
}

// job finds out what is wanted of the folders.
func (f *buildFlags) job(a *app, folders []string) (job, error) {
	b := &build{app: a, output: f.output, theme: f.theme, standard: f.standard, previous: f.previous, draft: f.draft, print: f.print, began: time.Now()}
	b.status = a.status()
	if len(folders) > 0 {
		b.dir = folders[0]
	}
	if f.draft {
		if f.given("standard") && f.standard != draftStandard {
			return nil, wrongUsage(a.say.draftStandard, f.standard)
		}
		b.standard = draftStandard
	}
	share, err := a.parseShard(f.shard)
	switch {
	case err != nil:
		return nil, err
	case f.timings && (f.all || f.draft || f.given("for")):
		return nil, wrongUsage("%s", timingWordsIn(a.lang).alone)
	case f.all && f.given("for"):
		return nil, wrongUsage("%s", manyWordsIn(a.lang).forAndAll)
	case f.all:
		return f.many(b, folders, share), nil
	case f.given("for") && f.draft:
		return nil, wrongUsage("%s", a.say.draftCopies)
	case f.given("for"):
		return f.copies(b, share), nil
	case f.given("shard"):
		return nil, wrongUsage("%s", manyWordsIn(a.lang).shardAlone)
	}
	if f.timings {
		b.timings = &timings{}
	}
	return b, nil
}

// many is every edition below some folders: that we stand in, where none is
// given.
func (f *buildFlags) many(b *build, folders []string, share shard) job {
	if !f.given("output") {
		b.output = ""
	}
	if len(folders) == 0 {
		folders = []string{"."}
	}
	return &many{build: b, folders: folders, shard: share, words: manyWordsIn(b.lang)}
}

// copies is a copy for each of a list.
func (f *buildFlags) copies(b *build, share shard) job {
	if !f.given("output") {
		b.output = defaultCopies
	}
	return &copying{build: b, list: f.list, shard: share, words: copiesWordsIn(b.lang)}
}

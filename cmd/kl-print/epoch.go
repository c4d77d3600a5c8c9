package main

import (
	"io/fs"
	"strconv"
	"time"

	"github.com/kl-print/kl-print/content"
	"github.com/kl-print/kl-print/content/diag"
)

// epochVariable is where a build system says which time a build is to bear
// (reproducible-builds.org, specification of SOURCE_DATE_EPOCH, 1.1).
const epochVariable = "SOURCE_DATE_EPOCH"

// lastEpoch is the end of the year 9999, the last a date is written of.
const lastEpoch = 253402300799

// load reads an edition. Its date is report.yaml's or, where that says none, the
// day of SOURCE_DATE_EPOCH in UTC; never that of the clock.
func (a *app) load(files fs.FS) (*content.Report, *diag.List, error) {
	date, err := a.epoch()
	if err != nil {
		return nil, nil, err
	}
	rep, problems := a.reread.LoadDated(files, date)
	return rep, problems, nil
}

// epoch is the day of SOURCE_DATE_EPOCH, empty where that is not set.
func (a *app) epoch() (string, error) {
	text := a.env(epochVariable)
	if text == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 || seconds > lastEpoch {
		return "", wrongUsage(a.say.badEpoch, epochVariable, text)
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly), nil
}

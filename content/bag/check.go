package bag

import (
	"archive/zip"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
)

// Agent is the program whose bags list every tag file there is.
const Agent = "kl-print"

// Result is what a check found.
type Result struct {
	Version    string   // of BagIt
	Info       []Field  // of bag-info.txt
	Algorithms []string // of the manifests read, sorted
	Files      int      // in the payload
	Bytes      int64    // of the payload
	Faults     []*Fault // sorted by file; none when the bag is as it was made
	More       int      // faults beyond those told
	Notes      []*Fault // what is no fault but was not checked
}

// check is one check of a bag.
type check struct {
	*Bag
	ctx          context.Context
	result       *Result
	files, tags  []*manifest
	everyListHas bool // each payload manifest has to list each file
}

// Check reads every file once and holds it against the manifests. The error is a
// *Fault where the bag can't be checked at all.
func (b *Bag) Check(ctx context.Context) (*Result, error) {
	c := &check{Bag: b, ctx: ctx, result: &Result{}}
	for _, step := range []func() error{c.readDeclaration, c.readManifests, c.compare} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	c.oxum()
	slices.SortStableFunc(c.result.Faults, func(a, b *Fault) int { return strings.Compare(a.Name, b.Name) })
	return c.result, nil
}

// readDeclaration reads bagit.txt and bag-info.txt.
func (c *check) readDeclaration() error {
	data, err := c.small(declaration, maxInfo)
	if err != nil {
		return err
	}
	if c.result.Version, err = declared(data); err != nil {
		return err
	}
	c.everyListHas = c.result.Version == "1.0"
	if c.Has(infoFile) {
		if data, err = c.small(infoFile, maxInfo); err != nil {
			return err
		}
		c.result.Info = parseInfo(data)
	}
	return nil
}

// readManifests reads all manifests, which share one limit.
func (c *check) readManifests() error {
	left := c.lim.lists
	for _, name := range c.names {
		algorithm, tags, is := manifestName(name)
		switch {
		case !is:
			continue
		case hashes(algorithm) == nil:
			c.note(&Fault{Kind: Ignored, Name: name})
			continue
		}
		data, err := c.small(name, left)
		if err != nil {
			return err
		}
		left -= int64(len(data))
		m, err := parseManifest(name, algorithm, data, c.Has)
		if err != nil {
			return err
		}
		if tags {
			c.tags = append(c.tags, m)
		} else {
			c.files = append(c.files, m)
			c.result.Algorithms = append(c.result.Algorithms, algorithm)
		}
	}
	if len(c.files) == 0 {
		return &Fault{Kind: NoManifest}
	}
	return nil
}

// compare holds the files there are against those listed.
func (c *check) compare() error {
	for _, name := range c.names {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if strings.HasPrefix(name, payload) {
			c.result.Files++
			c.result.Bytes += c.Bag.files[name].size
		}
		if err := c.file(name); err != nil {
			return err
		}
	}
	for _, m := range slices.Concat(c.files, c.tags) {
		for name := range m.sums {
			if !c.Has(name) && len(c.result.Faults) < c.lim.entries {
				c.result.Faults = append(c.result.Faults, &Fault{Kind: Missing, Name: name, Detail: m.file})
			}
		}
	}
	slices.SortFunc(c.result.Faults, func(a, b *Fault) int {
		return strings.Compare(a.Name+"\x00"+a.Detail, b.Name+"\x00"+b.Detail)
	})
	if more := len(c.result.Faults) - c.lim.faults; more > 0 {
		c.result.Faults, c.result.More = c.result.Faults[:c.lim.faults], more
	}
	return nil
}

// file holds one file against the manifests that list it.
func (c *check) file(name string) error {
	lists := c.tags
	if strings.HasPrefix(name, payload) {
		lists = c.files
	}
	var listed []*manifest
	for _, m := range lists {
		if _, is := m.sums[name]; is {
			listed = append(listed, m)
		}
	}
	c.unlisted(name, lists, listed)
	if len(listed) == 0 {
		return nil
	}
	sums, err := c.sums(name, listed)
	var fault *Fault
	if errors.As(err, &fault) {
		c.fault(fault)
		return nil
	}
	for i, m := range listed {
		if err == nil && sums[i] != m.sums[name] {
			c.fault(&Fault{Kind: Changed, Name: name, Detail: m.file})
		}
	}
	return err
}

// unlisted tells of a file that is in too few manifests. A tag file need not be
// in any (RFC 8493, 2.2.1), but in our own bags all are.
func (c *check) unlisted(name string, lists, listed []*manifest) {
	_, tagList, isList := manifestName(name)
	switch {
	case len(listed) == len(lists) && len(listed) > 0, isList && tagList:
	case strings.HasPrefix(name, payload):
		for _, m := range lists {
			if !slices.Contains(listed, m) && (c.everyListHas || len(listed) == 0) {
				c.fault(&Fault{Kind: Extra, Name: name, Detail: m.file})
			}
		}
	case len(listed) > 0, len(lists) == 0:
	case strings.HasPrefix(value(c.result.Info, "Bag-Software-Agent"), Agent+" "):
		c.fault(&Fault{Kind: Extra, Name: name, Detail: lists[0].file})
	default:
		c.note(&Fault{Kind: Unlisted, Name: name})
	}
}

// sums reads a file once and returns its checksum for each manifest.
func (c *check) sums(name string, listed []*manifest) ([]string, error) {
	r, err := c.Open(name)
	if err != nil {
		return nil, damaged(name, err)
	}
	defer r.Close()
	all := make([]hash.Hash, len(listed))
	writers := make([]io.Writer, len(listed))
	for i, m := range listed {
		all[i] = hashes(m.algorithm)
		writers[i] = all[i]
	}
	// Zip's own checksum is left aside, for the manifests know better. A file that
	// grows while it is read ends just after where it was said to.
	bounded := io.LimitReader(&stoppable{c.ctx, r}, c.Bag.files[name].size+1)
	if _, err := io.Copy(io.MultiWriter(writers...), bounded); err != nil && !errors.Is(err, zip.ErrChecksum) {
		if c.ctx.Err() != nil {
			return nil, c.ctx.Err()
		}
		return nil, damaged(name, err)
	}
	sums := make([]string, len(all))
	for i, h := range all {
		sums[i] = hex.EncodeToString(h.Sum(nil))
	}
	return sums, nil
}

// stoppable reads until the work is interrupted.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

// oxum holds the number of bytes and files against what bag-info.txt says.
func (c *check) oxum() {
	said := value(c.result.Info, "Payload-Oxum")
	if is := fmt.Sprintf("%d.%d", c.result.Bytes, c.result.Files); said != "" && said != is {
		c.result.Faults = append(c.result.Faults, &Fault{Kind: WrongOxum, Name: is, Detail: said})
	}
}

func (c *check) fault(f *Fault) { c.result.Faults = append(c.result.Faults, f) }

// note keeps a note, of which there are no more than of faults.
func (c *check) note(f *Fault) {
	if len(c.result.Notes) < c.lim.faults {
		c.result.Notes = append(c.result.Notes, f)
	}
}

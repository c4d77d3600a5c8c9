package bag

import (
	"strings"
	"unicode/utf8"
)

// limits are what a bag may take.
type limits struct {
	entries   int   // files and folders
	total     int64 // bytes of all files
	ratio     int64 // of all files' bytes to the archive's own
	nameBytes int64 // of all names
	directory int64 // bytes of a zip's directory
	lists     int64 // bytes of all manifests
	faults    int   // faults told one by one
}

func defaultLimits() limits {
	return limits{
		entries: 100_000, total: 4 << 30, ratio: 250, nameBytes: 16 << 20,
		directory: 32 << 20, lists: 32 << 20, faults: 1000,
	}
}

// Limits of a single name and of a small tag file.
const (
	maxName  = 1024 // bytes
	maxDepth = 64   // folders
	maxInfo  = 1 << 20
	// ratioFrom is the size below which a ratio says nothing.
	ratioFrom = 1 << 20
)

// claim is a name that is taken.
type claim struct {
	name   string
	folder bool
}

// listing is what an archive holds, while it is read.
type listing struct {
	lim     limits
	files   map[string]entry
	claimed map[string]claim // by what the name is on a system that knows no case
	total   int64
	names   int64
}

func newListing(lim limits) *listing {
	return &listing{lim: lim, files: map[string]entry{}, claimed: map[string]claim{}}
}

// file lists a file.
func (l *listing) file(raw string, e entry) error {
	name, err := l.take(raw, false)
	if err != nil {
		return err
	}
	if e.size < 0 || e.size > l.lim.total-l.total {
		return &Fault{Kind: TooLarge, Name: name}
	}
	l.total += e.size
	l.files[name] = e
	return nil
}

// folder lists a folder.
func (l *listing) folder(raw string) error {
	name := strings.TrimRight(raw, "/")
	if name == "." || raw == "" {
		return nil
	}
	_, err := l.take(name, true)
	return err
}

// take claims a name and the folders it lies in.
func (l *listing) take(raw string, folder bool) (string, error) {
	name := strings.TrimPrefix(raw, "./")
	if !safe(name) {
		return "", &Fault{Kind: BadPath, Name: raw}
	}
	for i := range len(name) {
		if name[i] == '/' {
			if err := l.claim(name[:i], true); err != nil {
				return "", err
			}
		}
	}
	return name, l.claim(name, folder)
}

func (l *listing) claim(name string, folder bool) error {
	key := plain(name)
	old, taken := l.claimed[key]
	switch {
	case taken && old.name != name:
		return &Fault{Kind: Collision, Name: name, Detail: old.name}
	case taken && old.folder && folder:
		return nil
	case taken:
		return &Fault{Kind: Doubled, Name: name}
	}
	l.names += int64(len(name))
	if len(l.claimed) >= l.lim.entries || l.names > l.lim.nameBytes {
		return &Fault{Kind: TooMany}
	}
	l.claimed[key] = claim{name, folder}
	return nil
}

// descend goes into the one folder a bag lies in inside an archive.
func (l *listing) descend() error {
	if _, is := l.files[declaration]; is {
		return nil
	}
	top := ""
	for name := range l.files {
		if folder, is := strings.CutSuffix(name, "/"+declaration); is && !strings.Contains(folder, "/") {
			top = max(top, folder+"/")
		}
	}
	if top == "" {
		return &Fault{Kind: NotABag}
	}
	inside := make(map[string]entry, len(l.files))
	beside := ""
	for name, e := range l.files {
		below, is := strings.CutPrefix(name, top)
		if !is && (beside == "" || name < beside) {
			beside = name
		}
		inside[below] = e
	}
	if beside != "" {
		return &Fault{Kind: Beside, Name: beside}
	}
	l.files = inside
	return nil
}

// safe tells whether a name stays inside the folder it is put in, on every
// system: no root, no drive, no way up, nothing that is read in two ways.
func safe(name string) bool {
	if name == "" || len(name) > maxName || !utf8.ValidString(name) || strings.ContainsAny(name, "\\\x00") {
		return false
	}
	if len(name) > 1 && name[1] == ':' {
		return false
	}
	parts := strings.Split(name, "/")
	if len(parts) > maxDepth {
		return false
	}
	for _, p := range parts {
		if p == "" || p == "." || p == ".." {
			return false
		}
	}
	return true
}

// plain is a name as systems see it that take capitals for small letters, and
// a letter and its accent for one character. The letters are those of Latin-1
// and the common ones of Latin Extended-A.
func plain(name string) string {
	small := strings.ToLower(strings.ToUpper(name))
	for i := range len(small) {
		if small[i] == 0xCC { // the first byte of the accents
			return strings.NewReplacer(composed()...).Replace(small)
		}
	}
	return small
}

// composed is pairs of a letter with its accent after it and the same as one
// character.
func composed() []string {
	var pairs []string
	for _, row := range []struct{ accent, bare, whole string }{
		{"\u0300", "aeioun", "àèìòùǹ"}, {"\u0301", "aeiouyclnrsz", "áéíóúýćĺńŕśź"}, {"\u0302", "aeioucghjswy", "âêîôûĉĝĥĵŝŵŷ"},
		{"\u0303", "anoiu", "ãñõĩũ"}, {"\u0308", "aeiouy", "äëïöüÿ"}, {"\u030a", "au", "åů"},
		{"\u030b", "ou", "őű"}, {"\u030c", "cdenrsztg", "čďěňřšžťǧ"}, {"\u0304", "aeiou", "āēīōū"},
	} {
		whole := []rune(row.whole)
		for i, c := range []rune(row.bare) {
			pairs = append(pairs, string(c)+row.accent, string(whole[i]))
		}
	}
	return pairs
}

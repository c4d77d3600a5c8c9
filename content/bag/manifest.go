package bag

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"iter"
	"strconv"
	"strings"
)

// hashes makes the hash of an algorithm as manifests are named after it; nil
// where it is not known.
func hashes(algorithm string) hash.Hash {
	switch algorithm {
	case "md5":
		return md5.New()
	case "sha1":
		return sha1.New()
	case "sha224":
		return sha256.New224()
	case "sha256":
		return sha256.New()
	case "sha384":
		return sha512.New384()
	case "sha512":
		return sha512.New()
	}
	return nil
}

// maxLines is how many files a manifest may list: no bag may have more.
const maxLines = 100_000

// manifest is a list of files with their checksums.
type manifest struct {
	file      string // its own name
	algorithm string
	sums      map[string]string // hexadecimal, by name
}

// manifestName tells what algorithm a manifest's name says, and whether it is
// one of tag files.
func manifestName(name string) (algorithm string, tags, is bool) {
	rest, tags := strings.CutPrefix(name, "tag")
	rest, begins := strings.CutPrefix(rest, "manifest-")
	algorithm, ends := strings.CutSuffix(rest, ".txt")
	return algorithm, tags, begins && ends && !strings.Contains(name, "/")
}

// parseManifest reads a manifest's lines: a checksum, white space, perhaps an
// asterisk, a path. A path may have its line breaks percent-encoded (RFC 8493,
// 2.1.3); one that has such signs without that meaning is taken as it stands
// where there is a file of that name.
func parseManifest(file, algorithm string, data []byte, has func(string) bool) (*manifest, error) {
	m := &manifest{file: file, algorithm: algorithm, sums: map[string]string{}}
	size := 2 * hashes(algorithm).Size()
	for n, line := range lines(data) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		bad := &Fault{Kind: BadLine, Name: file, Detail: strconv.Itoa(n + 1)}
		end := strings.IndexAny(line, " \t")
		if end != size || strings.Trim(line[:end], "0123456789abcdefABCDEF") != "" {
			return nil, bad
		}
		name := strings.TrimPrefix(strings.TrimPrefix(strings.TrimLeft(line[end:], " \t"), "*"), "./")
		if whole := decode(name); has(whole) || !has(name) {
			name = whole
		}
		if len(m.sums) == maxLines {
			return nil, &Fault{Kind: ListTooLarge, Name: file}
		}
		if _, twice := m.sums[name]; twice || !safe(name) {
			return nil, bad
		}
		m.sums[name] = strings.ToLower(line[:end])
	}
	return m, nil
}

// lines gives a text's lines with their numbers from 0, parted at LF, CR and
// CR LF, without a mark of byte order.
func lines(data []byte) iter.Seq2[int, string] {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	return func(yield func(int, string) bool) {
		n := 0
		for line := range bytes.Lines(data) {
			if !yield(n, string(bytes.TrimSuffix(line, []byte("\n")))) {
				return
			}
			n++
		}
	}
}

// coded is the characters a path in a manifest may not have as they are.
func coded() [][2]string { return [][2]string{{"%", "%25"}, {"\n", "%0A"}, {"\r", "%0D"}} }

func encode(name string) string {
	for _, c := range coded() {
		name = strings.ReplaceAll(name, c[0], c[1])
	}
	return name
}

func decode(name string) string {
	if !strings.Contains(name, "%") {
		return name
	}
	return strings.NewReplacer("%25", "%", "%0A", "\n", "%0a", "\n", "%0D", "\r", "%0d", "\r").Replace(name)
}

// Field is a label and its value in bag-info.txt.
type Field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// parseInfo reads a tag file of labels. A line that begins with white space goes
// on from the one before.
func parseInfo(data []byte) []Field {
	var names []string
	var values [][]string // the lines of each
	for _, line := range lines(data) {
		name, value, is := strings.Cut(line, ":")
		switch last := len(values) - 1; {
		case line == "":
		case (line[0] == ' ' || line[0] == '\t') && last >= 0:
			values[last] = append(values[last], strings.TrimSpace(line))
		case is:
			names = append(names, strings.TrimSpace(name))
			values = append(values, []string{strings.TrimSpace(value)})
		}
	}
	fields := make([]Field, len(names))
	for i, name := range names {
		fields[i] = Field{name, strings.Join(values[i], " ")}
	}
	return fields
}

// value returns the first value of a label, whatever its capitals.
func value(fields []Field, name string) string {
	for _, f := range fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// declared reads bagit.txt and returns the version of BagIt.
func declared(data []byte) (string, error) {
	fields := parseInfo(data)
	version := value(fields, "BagIt-Version")
	known := map[string]bool{"0.93": true, "0.94": true, "0.95": true, "0.96": true, "0.97": true, "1.0": true}
	if !known[version] || !strings.EqualFold(value(fields, "Tag-File-Character-Encoding"), "UTF-8") {
		return "", &Fault{Kind: BadDeclaration, Name: declaration}
	}
	return version, nil
}

// writeList writes a manifest of items, which are sorted.
func writeList(items []item) []byte {
	var b bytes.Buffer
	for _, i := range items {
		b.WriteString(i.sum + "  " + encode(i.name) + "\n")
	}
	return b.Bytes()
}

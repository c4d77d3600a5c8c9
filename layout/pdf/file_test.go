package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// object is an object of a file as a test reads it.
type object struct {
	dict   string
	stream []byte // unpacked; nil where there is none
}

// parse reads a file by its cross-reference stream and checks the table: every
// entry must lead to the object it is for.
func parse(t testing.TB, file []byte) map[int]object {
	t.Helper()
	tail := regexp.MustCompile(`\nstartxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if tail == nil {
		t.Fatal("no startxref at the end")
	}
	start, _ := strconv.Atoi(string(tail[1]))
	table := readObject(t, file, start, -1)
	rows := unpredict(t, table.stream)
	out := map[int]object{}
	streams := map[int][]string{}
	for n, row := range rows {
		if row[0] == 1 {
			out[n] = readObject(t, file, row[1], n)
			if strings.Contains(out[n].dict, "/Type/ObjStm") {
				streams[n] = openObjects(t, out[n])
			}
		}
	}
	for n, row := range rows {
		if row[0] == 2 {
			head, body, _ := strings.Cut(streams[row[1]][row[2]], "\n")
			if head != fmt.Sprint(n) {
				t.Fatalf("object %d is said to be %d in stream %d, where %s is", n, row[2], row[1], head)
			}
			out[n] = object{dict: body}
		}
	}
	if !strings.Contains(table.dict, fmt.Sprintf("/Size %d", len(rows))) {
		t.Errorf("Size is not %d in %s", len(rows), table.dict)
	}
	return out
}

// readObject reads the object at an offset, and checks its number and length.
func readObject(t testing.TB, file []byte, at, n int) object {
	t.Helper()
	m := regexp.MustCompile(`^(\d+) 0 obj\n(.*/Length (\d+)>>)\nstream\n`).FindSubmatch(file[at:])
	if m == nil || n >= 0 && string(m[1]) != fmt.Sprint(n) {
		t.Fatalf("object %d is not at %d: %.60q", n, at, file[at:])
	}
	length, _ := strconv.Atoi(string(m[3]))
	data := file[at+len(m[0]):][:length]
	if rest := file[at+len(m[0])+length:]; !bytes.HasPrefix(rest, []byte("\nendstream\nendobj\n")) {
		t.Fatalf("object %d does not end: %.40q", n, rest)
	}
	if bytes.Contains(m[2], []byte("/Filter/FlateDecode")) && !bytes.Contains(m[2], []byte("/Image")) {
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if data, err = io.ReadAll(z); err != nil {
			t.Fatal(err)
		}
	}
	return object{string(m[2]), data}
}

// unpredict undoes the Up predictor and parts the rows of W [1 4 2].
func unpredict(t testing.TB, data []byte) [][3]int {
	t.Helper()
	var rows [][3]int
	above := make([]byte, 7)
	for ; len(data) > 0; data = data[8:] {
		if data[0] != 2 {
			t.Fatalf("predictor %d", data[0])
		}
		for i := range above {
			above[i] += data[1+i]
		}
		b := above
		rows = append(rows, [3]int{int(b[0]), int(b[1])<<24 | int(b[2])<<16 | int(b[3])<<8 | int(b[4]), int(b[5])<<8 | int(b[6])})
	}
	return rows
}

// openObjects returns the objects of an object stream, each with its number on
// a line before it.
func openObjects(t testing.TB, o object) []string {
	t.Helper()
	first, _ := strconv.Atoi(regexp.MustCompile(`/First (\d+)`).FindStringSubmatch(o.dict)[1])
	head := strings.Fields(string(o.stream[:first]))
	body := string(o.stream[first:])
	var out []string
	for i := 0; i < len(head); i += 2 {
		from, _ := strconv.Atoi(head[i+1])
		to := len(body)
		if i+3 < len(head) {
			to, _ = strconv.Atoi(head[i+3])
		}
		out = append(out, head[i]+"\n"+strings.TrimSuffix(body[from:to], "\n"))
	}
	if !strings.Contains(o.dict, fmt.Sprintf("/N %d/", len(out))) {
		t.Errorf("N is not %d in %s", len(out), o.dict)
	}
	return out
}

// Trees of any size hold every leaf once, in order, within the limits of their
// nodes, and no node has more than its share.
func TestTrees(t *testing.T) {
	for _, n := range []int{1, 2, 63, 64, 65, 4096, 4097, 10000} {
		var b bytes.Buffer
		f := newFile(&b, "1.7", &deflaters{})
		key := func(w *writer, i int) { w.integer(i) }
		root := f.writeKeyed(n, "Nums", key, func(w *writer, i int) { w.raw("[]") })
		if err := f.finish(root, root); err != nil {
			t.Fatal(err)
		}
		f.packer.stop()
		next := walkTree(t, parse(t, b.Bytes()), int(root), 0)
		if next != n {
			t.Errorf("a tree of %d has %d leaves", n, next)
		}
	}
}

// walkTree checks the node and returns the leaf after its last.
func walkTree(t *testing.T, objects map[int]object, node, next int) int {
	t.Helper()
	d := objects[node].dict
	first := next
	if kids := regexp.MustCompile(`/Kids\[(.*)\]>>`).FindStringSubmatch(d); kids != nil {
		refs := strings.Split(strings.TrimSuffix(kids[1], " R"), " R ")
		if len(refs) > fanOut {
			t.Fatalf("%d kids", len(refs))
		}
		for _, r := range refs {
			n, _ := strconv.Atoi(strings.TrimSuffix(r, " 0"))
			next = walkTree(t, objects, n, next)
		}
	} else {
		for _, m := range regexp.MustCompile(`(\d+)\[\]`).FindAllStringSubmatch(d, -1) {
			if m[1] != fmt.Sprint(next) {
				t.Fatalf("leaf %s, want %d", m[1], next)
			}
			next++
		}
		if next-first > fanOut {
			t.Fatalf("%d leaves", next-first)
		}
	}
	if m := regexp.MustCompile(`/Limits\[(\d+ \d+)\]`).FindStringSubmatch(d); m != nil && m[1] != fmt.Sprintf("%d %d", first, next-1) {
		t.Fatalf("limits %s, want %d %d", m[1], first, next-1)
	}
	return next
}

// An object that was promised and not written is found.
func TestUnwrittenObject(t *testing.T) {
	f := newFile(io.Discard, "1.7", &deflaters{})
	defer f.packer.stop()
	r := f.alloc(2)
	f.object(r, func(w *writer) { w.open().close() })
	if err := f.finish(r, r); err == nil {
		t.Error("no error")
	}
}

// An error of the writer below comes through.
func TestWriteError(t *testing.T) {
	if err := Write(fullDisk{}, sample(t), newMaker(t).lib, Options{}); err == nil {
		t.Error("no error")
	}
}

type fullDisk struct{}

func (fullDisk) Write(b []byte) (int, error) { return 0, io.ErrShortWrite }

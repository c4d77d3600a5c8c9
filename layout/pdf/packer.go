package pdf

import (
	"bytes"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// packer compresses streams on all cores and gives them back in the order they
// came.
type packer struct {
	work  chan *job
	order []*job // queued and not given back
	limit int    // how many may be under way
	idle  *deflaters
}

// job is a stream to be written.
type job struct {
	self ref
	dict string // without brackets and Length
	data []byte // replaced by the packed bytes
	pack bool
	done chan struct{} // closed when data is ready; nil where it is from the start
}

// newPacker returns a packer that compresses with deflaters that are idle.
func newPacker(idle *deflaters) *packer {
	n := runtime.GOMAXPROCS(0)
	p := &packer{work: make(chan *job, 8*n), limit: 8 * n, idle: idle}
	for range n {
		go p.run()
	}
	return p
}

// run compresses jobs until the packer is stopped.
func (p *packer) run() {
	for j := range p.work {
		j.data = p.idle.deflate(j.data)
		close(j.done)
	}
}

// stop ends the packer's goroutines. Nothing can be put afterwards.
func (p *packer) stop() { close(p.work) }

// put queues a job. It returns the oldest one, ready, where the queue is full.
func (p *packer) put(j *job) *job {
	if j.pack {
		j.done = make(chan struct{})
		p.work <- j
	}
	p.order = append(p.order, j)
	if len(p.order) > p.limit {
		return p.take()
	}
	return nil
}

// take returns the oldest job when it is ready, or nil where there is none.
func (p *packer) take() *job {
	if len(p.order) == 0 {
		return nil
	}
	j := p.order[0]
	p.order[0] = nil
	p.order = p.order[1:]
	if j.done != nil {
		<-j.done
	}
	return j
}

// effort is how hard streams are compressed: the steps from 7 on cost a book more time
// than the 2 to 5 % of its bytes they save are worth.
const effort = 6

// deflaters are those that none compresses with at the time: each is a megabyte, and
// what draws is idle when what writes the file begins. It is safe for concurrent use.
type deflaters struct {
	mu   sync.Mutex
	list []*deflater
}

// take returns a deflater, of which none else has the use until it is put back.
func (l *deflaters) take() *deflater {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := len(l.list) - 1
	if n < 0 {
		return &deflater{}
	}
	d := l.list[n]
	l.list = l.list[:n]
	return d
}

// put gives a deflater back.
func (l *deflaters) put(d *deflater) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, d)
}

// deflate compresses data.
func (l *deflaters) deflate(data []byte) []byte {
	d := l.take()
	defer l.put(d)
	return d.deflate(data)
}

// deflater compresses with one writer, which is costly to make, into one buffer.
type deflater struct {
	z   *zlib.Writer
	out bytes.Buffer
}

func (d *deflater) deflate(data []byte) []byte {
	d.begin()
	d.z.Write(data)
	return d.end()
}

// begin begins with another stream, which is written to z, without errors: a
// bytes.Buffer takes everything.
func (d *deflater) begin() {
	d.out.Reset()
	if d.z == nil {
		d.z, _ = zlib.NewWriterLevel(&d.out, effort) // a level zlib has
	} else {
		d.z.Reset(&d.out)
	}
}

// end returns the packed stream.
func (d *deflater) end() []byte {
	d.z.Close()
	return bytes.Clone(d.out.Bytes())
}

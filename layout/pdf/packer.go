package pdf

import (
	"bytes"
	"runtime"

	"github.com/klauspost/compress/zlib"
)

// packer compresses streams on all cores and gives them back in the order they
// came.
type packer struct {
	work  chan *job
	order []*job // queued and not given back
	limit int    // how many may be under way
}

// job is a stream to be written.
type job struct {
	self ref
	dict string // without brackets and Length
	data []byte // replaced by the packed bytes
	pack bool
	done chan struct{} // closed when data is ready; nil where it is from the start
}

func newPacker() *packer {
	n := runtime.GOMAXPROCS(0)
	p := &packer{work: make(chan *job, 8*n), limit: 8 * n}
	for range n {
		go p.run()
	}
	return p
}

// run compresses jobs until the packer is stopped, with one zlib writer.
func (p *packer) run() {
	var d deflater
	for j := range p.work {
		j.data = d.deflate(j.data)
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

// deflate compresses data once.
func deflate(data []byte) []byte { return new(deflater).deflate(data) }

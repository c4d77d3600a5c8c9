package pdf

import (
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/kl-print/kl-print/layout/page"
)

// The packet is well-formed whatever the document is called.
func TestXMPIsXML(t *testing.T) {
	m := page.Meta{Title: "a <b> & \"c\" \x00\uFFFF]]>", Author: "\xff", Keywords: []string{"<", "&"}, Lang: "da", Date: "2025-02-27"}
	packet := string(xmp(m, Options{Producer: "p", Standard: A2aUA1}))
	d := xml.NewDecoder(strings.NewReader(packet))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, packet)
		}
	}
	for _, want := range []string{"a &lt;b&gt; &amp;", "2025-02-27T00:00:00Z", "<pdfaid:conformance>A<", "&lt;, &amp;"} {
		if !strings.Contains(packet, want) {
			t.Errorf("no %q in\n%s", want, packet)
		}
	}
}

// The profile's sizes, offsets and signatures agree (ICC.1, 7), and the
// primaries add up to the white but for the rounding of the published figures.
func TestProfile(t *testing.T) {
	p := sRGBProfile()
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(p[at:])) }
	if u32(0) != len(p) || string(p[36:40]) != "acsp" || string(p[12:24]) != "mntrRGB XYZ " {
		t.Errorf("header % x", p[:128])
	}
	tags := map[string]int{}
	for i := range u32(128) {
		at := 132 + 12*i
		start, size := u32(at+4), u32(at+8)
		if start%4 != 0 || start < 132+12*u32(128) || start+size > len(p) {
			t.Errorf("tag %s is at %d, %d long", p[at:at+4], start, size)
		}
		tags[string(p[at:at+4])] = start
	}
	if tags["rTRC"] != tags["bTRC"] || tags["rTRC"] == 0 {
		t.Error("the channels do not share a curve")
	}
	for axis := range 3 {
		sum := 0
		for _, c := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			sum += u32(tags[c] + 8 + 4*axis)
		}
		if white := u32(tags["wtpt"] + 8 + 4*axis); sum-white > 16 || white-sum > 16 {
			t.Errorf("axis %d: primaries add up to %#x, the white is %#x", axis, sum, white)
		}
	}
}

func TestASCIIURI(t *testing.T) {
	if got, want := asciiURI("https://kl.dk/år 1?q=%20#x"), "https://kl.dk/%C3%A5r%201?q=%20#x"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

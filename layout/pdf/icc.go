package pdf

import "encoding/binary"

// profileName is how the colours of the file are called.
const profileName = "sRGB IEC61966-2.1"

// writeIntent writes the output intent (ISO 32000-1, 14.11.5): every colour of
// the file, given as RGB or grey, is sRGB.
func writeIntent(w *writer, profile ref) {
	w.name("OutputIntents").raw("[").open().name("Type").name("OutputIntent").name("S").name("GTS_PDFA1")
	w.name("OutputConditionIdentifier").text(profileName).name("Info").text(profileName)
	w.name("DestOutputProfile").ref(profile).close().raw("]")
}

// s15 is a number in 65536ths (ICC.1, s15Fixed16Number).
type s15 = int32

// d50 returns the white of the connection space.
func d50() []s15 { return []s15{0xF6D6, 0x10000, 0xD32D} }

// sRGBProfile returns an ICC profile, version 4.2, of sRGB as a display.
//
// The primaries and the white of IEC 61966-2-1 are brought from D65 to D50 by
// the Bradford matrix (chad); they are the figures the ICC publishes in its
// profile sRGB2014.icc. The curve is that of IEC 61966-2-1, ((x+0.055)/1.055)^2.4
// from 0.04045 up and x/12.92 below, given as g, a, b, c and d of the
// parametric curve of type 3 (ICC.1, 10.18).
func sRGBProfile() []byte {
	bradford := []s15{0x10C42, 0x5DE, -0xCDB, 0x793, 0xFD90, -0x45F, -0x25E, 0x3DC, 0xC06E}
	curve := []s15{0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B}
	return assembleProfile([]profileTag{
		{"desc", localized(profileName)},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", fixed("XYZ ", d50())},
		{"chad", fixed("sf32", bradford)},
		{"rXYZ", fixed("XYZ ", []s15{0x6FA2, 0x38F5, 0x0390})},
		{"gXYZ", fixed("XYZ ", []s15{0x6299, 0xB785, 0x18DA})},
		{"bXYZ", fixed("XYZ ", []s15{0x24A0, 0x0F84, 0xB6CF})},
		{"rTRC", append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), numbers(curve)...)},
		{"gTRC", nil},
		{"bTRC", nil},
	})
}

// profileTag is a tag of a profile; without data it shares those of the tag
// before it.
type profileTag struct {
	name string
	data []byte
}

// assembleProfile lays out header, tag table and data (ICC.1, 7).
func assembleProfile(tags []profileTag) []byte {
	const headerSize, tagSize = 128, 12
	at := headerSize + 4 + tagSize*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	start, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			start, size = at+len(body), len(t.data)
			body = append(body, t.data...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(start))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	return append(append(profileHeader(at+len(body)), table...), body...)
}

// profileHeader returns the header of a profile of size bytes (ICC.1, 7.2).
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	h[8], h[9] = 4, 0x20
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range [...]uint16{2025, 1, 1} { // made on; the time of day is 0
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], numbers(d50()))
	return h
}

// fixed returns a tag's data: its type and numbers.
func fixed(kind string, v []s15) []byte {
	return append([]byte(kind+"\x00\x00\x00\x00"), numbers(v)...)
}

func numbers(v []s15) []byte {
	var out []byte
	for _, n := range v {
		out = binary.BigEndian.AppendUint32(out, uint32(n))
	}
	return out
}

// localized returns ASCII text as a multiLocalizedUnicodeType (ICC.1, 10.15)
// with one record, for American English.
func localized(text string) []byte {
	const recordSize, start = 12, 28
	out := []byte("mluc\x00\x00\x00\x00")
	for _, v := range [...]uint32{1, recordSize} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	out = append(out, "enUS"...)
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(text)))
	out = binary.BigEndian.AppendUint32(out, start)
	for i := range len(text) {
		out = append(out, 0, text[i])
	}
	return out
}

package main

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
)

// bookClaims is what a PDF says of itself. It is read and not tested.
type bookClaims struct {
	ID     []string `json:"id,omitempty"`     // of the last trailer, hexadecimal: as first made, as last changed
	Claims []string `json:"claims,omitempty"` // such as PDF/A-3a, from the XMP metadata
}

// Sizes of a scan: pieces overlap, so that what lies across two is seen.
const (
	scanPiece   = 1 << 16
	scanOverlap = 1 << 10
)

// readClaims scans a PDF for its trailer's ID and the claims of its metadata,
// which stand as plain text in every PDF/A file (ISO 19005-2, 6.6.2.1). It
// holds one piece of the file at a time.
func readClaims(r io.Reader) (bookClaims, error) {
	id := regexp.MustCompile(`/ID\s*\[\s*<([0-9A-Fa-f]{1,128})>\s*<([0-9A-Fa-f]{1,128})>`)
	marks := map[string]*regexp.Regexp{}
	for _, mark := range []string{"pdfaid:part", "pdfaid:conformance", "pdfuaid:part"} {
		marks[mark] = regexp.MustCompile(mark + `(?:>|\s*=\s*["'])\s*([0-9A-Za-z]{1,2})\s*[<"']`)
	}
	said := map[string]string{}
	var claims bookClaims
	var window []byte
	piece := make([]byte, scanPiece)
	for {
		n, err := io.ReadFull(r, piece)
		window = append(window, piece[:n]...)
		if all := id.FindAllSubmatch(window, -1); len(all) > 0 {
			last := all[len(all)-1]
			claims.ID = []string{string(last[1]), string(last[2])}
		}
		for mark, re := range marks {
			if m := re.FindSubmatch(window); m != nil {
				said[mark] = string(m[1])
			}
		}
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			claims.Claims = claimNames(said)
			return claims, nil
		case err != nil:
			return claims, err
		}
		window = slices.Clone(window[max(0, len(window)-scanOverlap):])
	}
}

// claimNames puts what the metadata says as the standards are named.
func claimNames(said map[string]string) []string {
	var names []string
	if part := said["pdfaid:part"]; part != "" {
		names = append(names, "PDF/A-"+part+strings.ToLower(said["pdfaid:conformance"]))
	}
	if part := said["pdfuaid:part"]; part != "" {
		names = append(names, "PDF/UA-"+part)
	}
	return names
}

// Package qr draws QR codes (ISO/IEC 18004) as shapes of the page model.
package qr

import (
	"errors"
	"fmt"
	"image/color"

	"github.com/boombuler/barcode/qr"

	"github.com/kl-print/kl-print/layout/geom"
	"github.com/kl-print/kl-print/layout/page"
)

// quiet is the width of the margin a reader needs, in modules (ISO/IEC 18004,
// 6.3.8).
const quiet = 4

// Code returns a QR code of text as one filled page.Shape: the outline of the
// dark modules, which a viewer can't show seams in. Error correction is level
// M, which survives the loss of 15 %.
//
// The code fills the square from the origin to (side, side) with its margin of
// four modules all round, where nothing is drawn: what is under it must be
// light. The text should be ASCII, as a URI is: the code does not say that it
// is UTF-8, and some readers guess otherwise.
//
// It is an error where text is empty or too long for a QR code, or side too
// short to tell the modules apart.
func Code(text string, side geom.Length, ink page.Color) ([]page.Item, error) {
	if text == "" {
		return nil, errors.New("there is no text for the QR code")
	}
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return nil, fmt.Errorf("a text of %d bytes is too long for a QR code", len(text))
	}
	n := code.Bounds().Dx()
	dark := func(c cell) bool {
		return c.x >= 0 && c.x < n && c.y >= 0 && c.y < n && code.At(c.x, c.y) == color.Black
	}
	modules := n + 2*quiet
	if side < geom.Length(modules) {
		return nil, fmt.Errorf("a QR code of %d modules has no room in %v pt", modules, side)
	}
	at := func(i int) geom.Length { return side.Scale(int64(i+quiet), int64(modules)) }
	return []page.Item{page.Shape{Path: outline(n, dark, at), Fill: &ink}}, nil
}

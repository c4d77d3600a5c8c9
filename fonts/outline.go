package fonts

import "github.com/kl-print/kl-print/fonts/internal/sfnt"

// Contour is a closed outline in font units, y upwards: points on the curve,
// and controls of quadratic curves. Two controls in a row have a point on the
// curve halfway between them.
type Contour = sfnt.Contour

// OutlinePoint is a point of a Contour.
type OutlinePoint = sfnt.Point

// Outline returns a glyph's contours; a space has none. The error tells of a
// glyph the face has not, or a damaged one.
func (f *Face) Outline(g GlyphID) ([]Contour, error) { return f.file.Outline(int(g)) }

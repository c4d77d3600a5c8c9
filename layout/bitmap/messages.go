package bitmap

import (
	"errors"
	"fmt"
	"io"

	"github.com/kl-print/kl-print/content/diag"
)

// Fault is why a file can't be used.
type Fault struct{ Message diag.Message }

// Error tells the fault in English.
func (f *Fault) Error() string { return f.Message.English }

// What a file's head may have wrong.
var (
	errFormat = errors.New("neither JPEG nor PNG")
	errHead   = errors.New("its parts don't fit together")
	errEmpty  = errors.New("it has no pixels")
	errScans  = errors.New("it goes over the picture too many times")
)

func say(code, da, en string, args ...any) diag.Message {
	return diag.Message{Code: code, Danish: fmt.Sprintf(da, args...), English: fmt.Sprintf(en, args...)}
}

// damaged is a file that can't be decoded; err is the decoder's.
func damaged(name string, err error) error {
	return &Fault{diag.Message{
		Code:    "image-damaged",
		Danish:  fmt.Sprintf("billedet %q kan ikke læses (%s); der forventedes en hel JPEG- eller PNG-fil: åbn den i et billedprogram, og gem den igen", name, inDanish(err)),
		English: fmt.Sprintf("the image %q can't be read (%v); a whole JPEG or PNG file was expected: open it in a picture editor and save it again", name, err),
	}}
}

// inDanish tells a fault in Danish; what a decoder finds inside a file is one to it.
func inDanish(err error) string {
	switch {
	case errors.Is(err, errFormat):
		return "det er hverken JPEG eller PNG"
	case errors.Is(err, errEmpty):
		return "det har ingen pixel"
	case errors.Is(err, errScans):
		return "det går for mange gange over billedet"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "filen holder op midt i billedet"
	}
	return "filens dele passer ikke sammen"
}

// tooLarge is a file with more pixels than will be decoded.
func tooLarge(name string, w, h int, most int64) error {
	m := most / 1_000_000
	return &Fault{say("image-too-large", "billedet %q er %d × %d pixel, og af dets slags læses højst %d millioner: gem det mindre",
		"the image %q is %d × %d pixels, and of its kind at most %d million are read: save it smaller", name, w, h, m)}
}

// TooManyBytes is a file longer than MaxFile.
func TooManyBytes(name string) error {
	return &Fault{say("image-too-large", "billedet %q fylder mere end %d MB: gem det mindre",
		"the image %q has more than %d MB: save it smaller", name, MaxFile>>20)}
}

func foreignProfile(name string) diag.Message {
	return say("image-profile", "billedet %q har en farveprofil, som ikke kan regnes om, og tages for sRGB; farverne kan blive forkerte: konvertér det til sRGB, og gem det igen",
		"the image %q has a colour profile that can't be converted, and is taken for sRGB; its colours may be wrong: convert it to sRGB and save it again", name)
}

func inCMYK(name string) diag.Message {
	return say("image-cmyk", "billedet %q er i CMYK, og farverne er regnet om uden profil og kun tilnærmede: konvertér det til RGB (sRGB), og gem det igen",
		"the image %q is in CMYK, and its colours are converted without its profile and approximate: convert it to RGB (sRGB) and save it again", name)
}

// findColours finds how the picture's colours are brought to sRGB.
func (h *Head) findColours() {
	var err error
	switch {
	case h.inks:
		h.Warnings = append(h.Warnings, inCMYK(h.Name))
	case h.profile != nil:
		h.colours, err = newTransform(h.profile, h.grey)
	case h.adobeRGB && !h.grey:
		h.colours, err = adobeRGB()
	}
	if err != nil {
		h.Warnings = append(h.Warnings, foreignProfile(h.Name))
	}
	h.profile = nil
}

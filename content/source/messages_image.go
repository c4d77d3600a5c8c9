package source

import "github.com/kl-print/kl-print/content/diag"

func altOrDecorative(both bool) diag.Message {
	if both {
		return say("alt-or-decorative", "billedet har en alt og er decorative; forventede en af dem: alt, hvis det fortæller noget, decorative: true, hvis det kun pynter",
			"the image has an alt and is decorative; expected one of them: alt if it tells something, decorative: true if it only adorns")
	}
	return say("missing-key", "nøglen \"alt\" mangler i image; forventede tekst til dem, der ikke kan se billedet, eller decorative: true, hvis det kun pynter",
		"the key \"alt\" is missing in image; expected text for those who can't see it, or decorative: true if it only adorns")
}

func focusAlone() diag.Message {
	return say("focus-alone", "focus bruges kun, hvor billedet beskæres; tilføj crop, eller slet focus", "focus is only used where the image is cropped; add crop, or delete focus")
}

func badProportions(s string, most int) diag.Message {
	return sayAbout("bad-proportions", "%s er ikke et forhold mellem bredde og højde; forventede to hele tal som 3:2, det ene højst %d gange det andet",
		"%s is not a ratio of width to height; expected two whole numbers such as 3:2, neither more than %d times the other", quoted(s), most)
}

func badPercent(s string) diag.Message {
	return sayAbout("bad-percent", "%s er ikke en andel af billedet; forventede hele procent fra 0 %% til 100 %%",
		"%s is not a share of the image; expected whole per cent from 0 %% to 100 %%", quoted(s))
}

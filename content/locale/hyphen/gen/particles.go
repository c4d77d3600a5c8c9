package main

// particles are the prefixes of Danish verbs and of the nouns made from them.
// They are kept inside a word of the lexicon, which notes where they end.
var particles = []string{
	"af", "an", "be", "bi", "efter", "er", "for", "fore", "fra", "frem", "gen", "gennem", "ind", "med", "mis", "mod",
	"ned", "om", "op", "over", "på", "sam", "til", "ud", "und", "under", "ved", "vel",
}

package main

// particles are the prefixes of Danish verbs and of the nouns made from them.
// They are kept inside a word of the lexicon, which notes where they end.
var particles = []string{
	"af", "an", "be", "bi", "efter", "er", "for", "fore", "fra", "frem", "gen", "gennem", "ind", "med", "mis", "mod",
	"ned", "om", "op", "over", "på", "sam", "til", "ud", "und", "under", "ved", "vel",
}

// twoLetters are the words of two letters that do end compounds.
var twoLetters = []string{"by", "bo", "bi", "te", "øl", "ur", "kø", "sø", "år", "æg", "ko", "ål", "ed", "ro", "tv"}

// endings are words of the dictionary that are endings of other words far more
// often than they are parts.
var endings = []string{
	"age", "aks", "ale", "aler", "alis", "amin", "aminer", "and", "aner", "ans", "anse", "ant", "arisk", "art", "ase", "asket", "ater",
	"des", "else", "ende", "ene", "enser", "ens", "ent", "enten", "ere", "eri", "erne", "ers", "esse", "esser", "este", "ester", "etisk",
	"even", "heds", "ide", "ider", "idet", "ikel", "inde", "iner", "ing", "inser", "ion", "ise", "isere", "iseret", "iserende", "isering",
	"isk", "iske", "isme", "isse", "ist", "kab", "ler", "les", "lette", "ling", "mere", "ner", "nes", "ning", "oner", "ose", "prise",
	"rede", "res", "rinde", "ring", "rist", "sel", "sen", "ser", "steret", "ter", "tes", "teste", "tion", "tisk", "urt", "ører",
}

// shortForms are first forms of two or three letters that the dictionary does
// not list as such.
var shortForms = []string{"øko", "bio", "geo", "neo", "tri", "sam", "eks", "ude", "ene", "tv", "el", "it", "eu"}

// syllables are words that the dictionary lets stand first, though what starts
// with them is nearly always something else.
var syllables = []string{"kon", "dis", "pro", "per", "res", "sub", "ins", "trans", "kom", "kol", "kor", "her", "der", "hen", "den"}

// moreFirst are forms that stand first in words newer than the dictionary, or
// in too few of its words to be found there.
var moreFirst = []string{
	"fleks", "varmt", "koldt", "ældre", "cyber", "digital", "delegeret", "hacker", "smart", "podcast", "svangre",
	"frederiks", "guldborg",
}

package main

import "github.com/kl-print/kl-print/content/diag"

// manyWords is what is said of many editions, in one language.
type manyWords struct {
	noStream, none, sameName, forAndAll, shardAlone string
	noIndex                                         string // shard, variable, its value
	badShard                                        string
	closed                                          string // editions, made, not made, pages, size, seconds
}

// manyWordsIn returns the words of a language.
func manyWordsIn(lang diag.Lang) manyWords {
	if lang == diag.Danish {
		return manyWords{
			noStream:   "flere udgaver kan ikke skrives til standard-output; forventede en mappe efter -o",
			none:       "der er ingen report.yaml under %s",
			sameName:   "%q og %q ville få samme navn; byg dem hver for sig, eller uden -o",
			forAndAll:  "--for og --all kan ikke bruges sammen; forventede én af dem",
			shardAlone: "--shard deler flere udgaver eller eksemplarer; forventede også --all eller --for",
			noIndex:    "--shard %s kræver et nummer fra 0 i %s, som er %q; forventede det eller I/N, såsom 1/4",
			badShard:   "%q kan ikke være værdi for --shard; forventede I/N med I fra 1 til N, såsom 1/4, eller N",
			closed:     "%d udgaver: %d lavet, %d ikke; %d sider, %s, %s s",
		}
	}
	return manyWords{
		noStream:   "several editions can't go to standard output; expected a folder after -o",
		none:       "there is no report.yaml below %s",
		sameName:   "%q and %q would get one name; build them apart, or without -o",
		forAndAll:  "--for and --all can't go together; expected one of them",
		shardAlone: "--shard parts several editions or copies; expected --all or --for with it",
		noIndex:    "--shard %s wants a number from 0 in %s, which is %q; expected it, or I/N such as 1/4",
		badShard:   "%q can't be the value of --shard; expected I/N with I from 1 to N, such as 1/4, or N",
		closed:     "%d editions: %d made, %d not; %d pages, %s, %s s",
	}
}

package bag

import "fmt"

// Kind is what is wrong.
type Kind int

// What can be wrong with a bag as a whole, for which it is refused.
const (
	UnknownForm    Kind = iota + 1 // neither folder, zip nor tar
	NotABag                        // there is no bagit.txt
	Beside                         // Name lies beside the bag
	Truncated                      // the archive is broken off or damaged
	BadPath                        // Name leads out of the bag or can be read in two ways
	Link                           // Name is a link
	Device                         // Name is no file
	Unreadable                     // Name is encrypted, sparse or packed in an unknown way
	Doubled                        // Name is there twice
	Collision                      // Name and Detail are one name on some systems
	TooMany                        // more files than may be
	TooLarge                       // more bytes than may be
	Bomb                           // far more bytes than the archive has
	ListTooLarge                   // Name, a manifest or tag file, is too large
	BadDeclaration                 // bagit.txt does not say what it has to
	NoManifest                     // there is no manifest of a known kind
	BadLine                        // Name is no list at line Detail
)

// What can be wrong with a file.
const (
	Changed   Kind = iota + 100 // Name has another checksum than in Detail
	Missing                     // Name is in Detail but not in the bag
	Extra                       // Name is in the bag but not in Detail
	Damaged                     // Name can't be read to its end
	WrongOxum                   // there is Name, and bag-info.txt says Detail
	Ignored                     // Name, a manifest, is of an unknown kind; no fault of its own
	Unstable                    // Name changed while the bag was written
	Unlisted                    // Name is a tag file no tag manifest has; no fault of its own
)

// Fault is something wrong with a bag.
type Fault struct {
	Kind   Kind
	Name   string // of the file, from the bag's top folder, where there is one
	Detail string // see Kind
}

// Error tells it in English.
func (f *Fault) Error() string {
	_, en := f.Text()
	return en
}

// Text tells it in Danish and English.
func (f *Fault) Text() (da, en string) {
	name, detail := fmt.Sprintf("%q", f.Name), fmt.Sprintf("%q", f.Detail)
	switch f.Kind {
	case Collision:
		return name + " og " + detail + " er ét navn på nogle systemer", name + " and " + detail + " are one name on some systems"
	case BadLine:
		return name + ": linje " + f.Detail + " kan ikke læses", name + ": line " + f.Detail + " can't be read"
	case Changed:
		return name + " er ændret: kontrolsummen er ikke den i " + f.Detail, name + " has changed: its checksum is not the one in " + f.Detail
	case Missing:
		return name + " mangler: den står i " + f.Detail, name + " is missing: " + f.Detail + " lists it"
	case Extra:
		return name + " er kommet til: den står ikke i " + f.Detail, name + " has been added: " + f.Detail + " does not list it"
	case WrongOxum:
		return "Payload-Oxum i bag-info.txt er " + detail + ", men filerne giver " + f.Name,
			"Payload-Oxum in bag-info.txt is " + detail + ", but the files give " + f.Name
	}
	return f.named(name)
}

// named tells of what concerns a name or the bag as a whole.
func (f *Fault) named(name string) (da, en string) {
	texts := map[Kind][2]string{
		UnknownForm:    {"det er hverken en mappe, en zip-fil eller en tar-fil", "it is neither a folder, a zip file nor a tar file"},
		NotABag:        {"det er ingen BagIt-pakke: der er ingen bagit.txt", "it is no BagIt bag: there is no bagit.txt"},
		Beside:         {name + " ligger ved siden af pakken; en arkivfil må kun have én mappe yderst", name + " lies beside the bag; an archive may have one folder at its top"},
		Truncated:      {"arkivfilen er afbrudt eller beskadiget", "the archive is broken off or damaged"},
		BadPath:        {"stien " + name + " kan føre ud af pakken", "the path " + name + " can lead out of the bag"},
		Link:           {name + " er en henvisning (link), ikke en fil", name + " is a link and no file"},
		Device:         {name + " er hverken fil eller mappe", name + " is neither a file nor a folder"},
		Unreadable:     {name + " er krypteret eller pakket på en måde, der ikke læses", name + " is encrypted, or packed in a way that is not read"},
		Doubled:        {name + " er der to gange", name + " is there twice"},
		TooMany:        {"der er for mange filer, eller for lange navne", "there are too many files, or names too long"},
		TooLarge:       {name + " gør pakken større end 4 GiB", name + " makes the bag larger than 4 GiB"},
		Bomb:           {"arkivfilen foldes ud til langt mere, end den fylder", "the archive unfolds to far more than it takes up"},
		ListTooLarge:   {name + " er for stor", name + " is too large"},
		BadDeclaration: {"bagit.txt siger ikke BagIt-Version 0.93 til 1.0 og UTF-8", "bagit.txt does not say BagIt-Version 0.93 to 1.0 and UTF-8"},
		NoManifest:     {"der er intet manifest, der kan læses (md5, sha1, sha224, sha256, sha384 eller sha512)", "there is no manifest that can be read (md5, sha1, sha224, sha256, sha384 or sha512)"},
		Damaged:        {name + " kan ikke læses til ende", name + " can't be read to its end"},
		Ignored:        {name + " er af en art, der ikke læses", name + " is of a kind that is not read"},
		Unstable:       {name + " blev ændret, mens pakken blev skrevet", name + " was changed while the bag was written"},
		Unlisted:       {name + " står ikke i noget manifest", name + " is in no manifest"},
	}
	text := texts[f.Kind]
	return text[0], text[1]
}

// String is a short name for programs.
func (k Kind) String() string {
	names := map[Kind]string{
		UnknownForm: "unknown-form", NotABag: "not-a-bag", Beside: "beside", Truncated: "truncated", BadPath: "bad-path", Link: "link",
		Device: "device", Unreadable: "unreadable", Doubled: "doubled", Collision: "collision", TooMany: "too-many", TooLarge: "too-large",
		Bomb: "bomb", ListTooLarge: "list-too-large", BadDeclaration: "bad-declaration", NoManifest: "no-manifest", BadLine: "bad-line",
		Changed: "changed", Missing: "missing", Extra: "added", Damaged: "damaged", WrongOxum: "wrong-oxum", Unstable: "unstable", Ignored: "ignored", Unlisted: "unlisted",
	}
	return names[k]
}

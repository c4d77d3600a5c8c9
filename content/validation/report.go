package validation

import (
	"bytes"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// LongestReport is how many bytes a report may have to be read.
const LongestReport = 16 << 20

// Report is what another validator wrote. veraPDF's in XML and JSON are read; of
// others it is only known that they are there.
type Report struct {
	File      string    `json:"file"`   // in the bundle
	SHA512    string    `json:"sha512"` // of the report, hexadecimal
	Validator string    `json:"validator,omitempty"`
	Bytes     int64     `json:"subject_bytes,omitempty"` // of the PDF it is of, where it says that
	Verdict   string    `json:"verdict"`                 // Passed where every profile is
	Profiles  []Profile `json:"profiles,omitempty"`
}

// Profile is a standard that the validator held the PDF against.
type Profile struct {
	Name    string `json:"name"`
	Verdict string `json:"verdict"`
}

// ReadReport reads a report. It never fails: what is not understood is Unknown.
func ReadReport(file string, data []byte) Report {
	sum := sha512.Sum512(data)
	r := Report{File: file, SHA512: hex.EncodeToString(sum[:]), Verdict: Unknown}
	if len(data) > LongestReport {
		return r
	}
	if said, ok := readXML(data); ok {
		return r.with(said)
	}
	if said, ok := readJSON(data); ok {
		return r.with(said)
	}
	return r
}

// vera is what is taken from one of veraPDF's reports.
type vera struct {
	version  string
	sizes    []int64 // of the files, where it says
	profiles []Profile
}

// with adds what a report says. One of several files is of none.
func (r Report) with(said vera) Report {
	r.Validator = strings.TrimSpace("veraPDF " + said.version)
	r.Profiles = said.profiles
	if len(said.sizes) == 1 {
		r.Bytes = said.sizes[0]
	}
	if len(said.profiles) == 0 || len(said.sizes) > 1 {
		return r
	}
	r.Verdict = Passed
	for _, p := range said.profiles {
		if p.Verdict != Passed {
			r.Verdict = p.Verdict
		}
		if p.Verdict == Failed {
			break
		}
	}
	return r
}

// verdictOf is that of a profile that veraPDF came to an end with, or not.
func verdictOf(compliant bool, ended string) string {
	switch {
	case ended != "" && ended != "normal":
		return Unknown
	case compliant:
		return Passed
	}
	return Failed
}

// readXML reads veraPDF's machine-readable report (MRR).
func readXML(data []byte) (vera, bool) {
	var said vera
	is := false
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return said, is && errors.Is(err, io.EOF) // any other: it is cut off, or no XML
		}
		start, begins := token.(xml.StartElement)
		if !begins {
			continue
		}
		attr := map[string]string{}
		for _, a := range start.Attr {
			attr[a.Name.Local] = a.Value
		}
		switch start.Name.Local {
		case "buildInformation":
			is = true
		case "releaseDetails":
			if said.version == "" || attr["id"] == "core" {
				said.version = attr["version"]
			}
		case "item":
			if n, err := strconv.ParseInt(attr["size"], 10, 64); err == nil {
				said.sizes = append(said.sizes, n)
			}
		case "validationReport":
			if attr["profileName"] != "" {
				said.profiles = append(said.profiles, Profile{attr["profileName"], verdictOf(attr["isCompliant"] == "true", attr["jobEndStatus"])})
			}
		}
	}
}

// veraJSON is the part of veraPDF's JSON that is read.
type veraJSON struct {
	Report *struct {
		Build *struct {
			Release []struct{ ID, Version string } `json:"releaseDetails"`
		} `json:"buildInformation"`
		Jobs []struct {
			Item struct {
				Size *int64 `json:"size"`
			} `json:"itemDetails"`
			Results json.RawMessage `json:"validationResult"`
		} `json:"jobs"`
	} `json:"report"`
}

// veraResult is a profile's result; there is a list of them since version 1.25.
type veraResult struct {
	Profile   string `json:"profileName"`
	Compliant bool   `json:"compliant"`
	Ended     string `json:"jobEndStatus"`
}

// readJSON reads veraPDF's JSON.
func readJSON(data []byte) (vera, bool) {
	var all veraJSON
	if json.Unmarshal(data, &all) != nil || all.Report == nil || all.Report.Build == nil {
		return vera{}, false
	}
	var said vera
	for _, r := range all.Report.Build.Release {
		if said.version == "" || r.ID == "core" {
			said.version = r.Version
		}
	}
	for _, job := range all.Report.Jobs {
		if job.Item.Size != nil {
			said.sizes = append(said.sizes, *job.Item.Size)
		}
		var results []veraResult
		if json.Unmarshal(job.Results, &results) != nil {
			results = make([]veraResult, 1)
			if json.Unmarshal(job.Results, &results[0]) != nil {
				continue
			}
		}
		for _, r := range results {
			said.profiles = append(said.profiles, Profile{r.Profile, verdictOf(r.Compliant, r.Ended)})
		}
	}
	return said, true
}

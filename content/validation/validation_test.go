package validation

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// result is one that a rule is broken of, if it is to be.
func result(broken int) Result {
	subject := Subject{File: "data/b.pdf", Bytes: 3, SHA512: "ab", ID: []string{"01", "02"}, Claims: []string{"PDF/A-3a"}}
	return New("kl-print 1", subject, []Rule{{"ua-alt", "7.3", "æ <b>", broken}}, []Report{{File: "r.xml", SHA512: "cd", Verdict: Unknown}})
}

func TestResultsComeBack(t *testing.T) {
	for broken, verdict := range map[int]string{0: Passed, 2: Failed} {
		r := result(broken)
		first, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode(bytes.NewReader(first))
		if err != nil || !reflect.DeepEqual(r, back) || back.Verdict != verdict {
			t.Errorf("%+v, %v, is not %+v", back, err, r)
		}
		if again, err := back.Encode(); err != nil || !bytes.Equal(first, again) {
			t.Errorf("%s is not %s", again, first)
		}
	}
}

func TestWhatIsNoResult(t *testing.T) {
	good, err := result(0).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to string }{
		{"kl-print-validation/1", "kl-print-validation/2"}, {`"passed"`, `"fine"`}, {`"sha512": "ab"`, `"sha512": ""`}, {"{", "["}, {"}", ""},
		{"7.3", strings.Repeat("7", longestResult)},
	} {
		bad := strings.Replace(string(good), c.from, c.to, 1)
		if r, err := Decode(strings.NewReader(bad)); err == nil {
			t.Errorf("%.200s is read as %+v", bad, r)
		}
	}
}

func TestResultsAreOfOnePDF(t *testing.T) {
	r := result(0)
	if !r.Of(r.Subject) {
		t.Error("a result is not of its own PDF")
	}
	for _, s := range []Subject{{Bytes: 3, SHA512: "ac"}, {Bytes: 4, SHA512: "ab"}, {}} {
		if r.Of(s) {
			t.Errorf("it is of %+v", s)
		}
	}
	if !r.Same(result(0)) || r.Same(result(1)) {
		t.Error("results are the same where they are not, or the other way round")
	}
}

// xmlReport is veraPDF's report of jobs in XML, as version 1.30.2 writes it.
func xmlReport(jobs string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation>
    <releaseDetails id="core" version="1.30.2" buildDate="2026-06-03T10:43:00Z"></releaseDetails>
    <releaseDetails id="validation-model" version="1.30.3" buildDate="2026-06-03T10:46:00Z"></releaseDetails>
  </buildInformation>
  <jobs>` + jobs + `</jobs>
</report>
`
}

// xmlJob is a job of it.
func xmlJob(size, compliant, ended string) string {
	return fmt.Sprintf(`<job><item size="%s"><name>/tmp/b.pdf</name></item><validationReport jobEndStatus="%s" profileName="PDF/A-3a validation profile" statement="…" isCompliant="%s"><details passedRules="155" failedRules="0"/></validationReport></job>`,
		size, ended, compliant)
}

// jsonReport is the same in JSON.
func jsonReport(size, results string) string {
	return `{"report":{"buildInformation":{"releaseDetails":[{"id":"core","version":"1.30.2","buildDate":1},{"id":"x","version":"2"}]},"jobs":[{"itemDetails":{"name":"/tmp/b.pdf","size":` +
		size + `},"validationResult":` + results + `}],"batchSummary":{}}}`
}

func TestReportsAreRead(t *testing.T) {
	const passed, failed = `{"profileName":"A","compliant":true,"jobEndStatus":"normal"}`, `{"profileName":"B","compliant":false,"jobEndStatus":"normal"}`
	good := xmlReport(xmlJob("226520", "true", "normal"))
	for name, c := range map[string]struct{ in, want string }{
		"XML that passes":        {good, "veraPDF 1.30.2, 226520, passed [{PDF/A-3a validation profile passed}]"},
		"XML that fails":         {xmlReport(xmlJob("1", "false", "normal")), "veraPDF 1.30.2, 1, failed [{PDF/A-3a validation profile failed}]"},
		"XML that was stopped":   {xmlReport(xmlJob("1", "true", "timeout")), "veraPDF 1.30.2, 1, unknown [{PDF/A-3a validation profile unknown}]"},
		"XML of no job":          {xmlReport(""), "veraPDF 1.30.2, 0, unknown []"},
		"XML of two files":       {xmlReport(xmlJob("1", "true", "normal") + xmlJob("2", "true", "normal")), "veraPDF 1.30.2, 0, unknown [{PDF/A-3a validation profile passed} {PDF/A-3a validation profile passed}]"},
		"XML cut off":            {good[:len(good)-12], ", 0, unknown []"},
		"other XML":              {`<?xml version="1.0"?><a size="1"/>`, ", 0, unknown []"},
		"XML that names itself":  {`<!DOCTYPE a [<!ENTITY b "&b;&b;">]><report>&b;</report>`, ", 0, unknown []"},
		"JSON that passes":       {jsonReport("7", "["+passed+"]"), "veraPDF 1.30.2, 7, passed [{A passed}]"},
		"JSON of an older form":  {jsonReport("7", passed), "veraPDF 1.30.2, 7, passed [{A passed}]"},
		"JSON, one of two fails": {jsonReport("7", "["+passed+","+failed+"]"), "veraPDF 1.30.2, 7, failed [{A passed} {B failed}]"},
		"JSON without a result":  {jsonReport("7", "1"), "veraPDF 1.30.2, 7, unknown []"},
		"other JSON":             {`{"report":{}}`, ", 0, unknown []"},
		"JSON cut off":           {jsonReport("7", "["+passed+"]")[:90], ", 0, unknown []"},
		"deep JSON":              {strings.Repeat("[", 1<<20), ", 0, unknown []"},
		"a text":                 {"It is fine.", ", 0, unknown []"},
		"nothing":                {"", ", 0, unknown []"},
	} {
		r := ReadReport("data/r", []byte(c.in))
		if got := fmt.Sprintf("%s, %d, %s %v", r.Validator, r.Bytes, r.Verdict, r.Profiles); got != c.want || len(r.SHA512) != 128 || r.File != "data/r" {
			t.Errorf("%s: %s, expected %s", name, got, c.want)
		}
	}
}

// FuzzReadReport has no report bring the reader down, or pass without saying so.
func FuzzReadReport(f *testing.F) {
	f.Add([]byte(xmlReport(xmlJob("226520", "true", "normal"))))
	f.Add([]byte(jsonReport("7", `[{"profileName":"A","compliant":true}]`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := ReadReport("r", data)
		passed := len(r.Profiles) > 0
		for _, p := range r.Profiles {
			passed = passed && p.Verdict == Passed
		}
		if r.Verdict == Passed && !passed {
			t.Errorf("%q passes: %+v", data, r)
		}
	})
}

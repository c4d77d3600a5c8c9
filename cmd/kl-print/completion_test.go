package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// beProgram is set in the environment of this test's own program for it to be
// kl-print, so that shells have something to ask.
const beProgram = "KLPRINT_BE_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// TestCompletions asks as a shell does.
func TestCompletions(t *testing.T) {
	for args, want := range map[string]string{
		"":                         "build preview verify",
		"b":                        "build",
		"import a":                 "accounts",
		"build --":                 "--output --theme --lang --help",
		"build --theme ":           "standard lyng",
		"build --standard a-":      "a-2a a-3a a-4f",
		"hyphenate --language ":    "da en nb nn sv de",
		"check --explain figure-w": "figure-wrong",
		"completion ":              "bash zsh fish powershell",
		"help imp":                 "import",
		"help import ":             "accounts",
		"man hy":                   "hyphenate",
		"build --for ":             "csv :8",
		"import accounts ":         "xlsx csv :8",
		"preview ":                 ":16",
		"verify ":                  ":0",
		"new ":                     ":16",
		"new --language ":          "da en :4",
		"--lang ":                  "da en",
	} {
		w := newWorld()
		list := strings.Fields(args)
		if args == "" || strings.HasSuffix(args, " ") {
			list = append(list, "")
		}
		if code := w.run(append([]string{"__complete"}, list...)...); code != exitMade {
			t.Errorf("%q: exit %d: %s", args, code, w.err.String())
		}
		got := map[string]bool{}
		for line := range strings.Lines(w.out.String()) {
			word, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			got[word] = true
		}
		for _, word := range strings.Fields(want) {
			if !got[word] {
				t.Errorf("%q is not completed to %q but to\n%s", args, word, w.out.String())
			}
		}
	}
}

// TestCompletersNameWhatThereIs holds the lists of completers to the commands
// and flags.
func TestCompletersNameWhatThereIs(t *testing.T) {
	flags, paths := map[string]bool{}, map[string]bool{}
	everyCommand(func(_ *app, cmd *cobra.Command) {
		paths[pathOf(cmd)] = true
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags[f.Name] = true })
	})
	for name := range valueCompleters() {
		path, flag, own := strings.Cut(name, " ")
		if own && !paths[path] {
			t.Errorf("there is no command %q to complete a flag of", path)
		}
		if own {
			name = flag
		}
		if !flags[name] {
			t.Errorf("there is no flag --%s to complete", name)
		}
	}
	for path := range argumentCompleters() {
		if !paths[path] {
			t.Errorf("there is no command %q to complete", path)
		}
	}
}

// shellTests are what asks a shell to complete "kl-print build --them". KLPRINT is
// the program; each defines kl-print to be it.
var shellTests = map[string]string{
	"bash": `
kl-print() { KLPRINT_BE_PROGRAM=1 "$KLPRINT" "$@"; }
_get_comp_words_by_ref() { cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=("${COMP_WORDS[@]}") cword=$COMP_CWORD; }
set -e
source <(kl-print completion bash)
set +e
complete -p kl-print >/dev/null || exit 9
COMP_WORDS=(kl-print build --them) COMP_CWORD=2 COMP_LINE="kl-print build --them" COMP_POINT=21 COMP_TYPE=9 COMP_KEY=9
__start_kl-print
printf '%s\n' "${COMPREPLY[@]}"
`,
	"zsh": `
zmodload zsh/zpty
zpty -b shell "zsh -f -i"
zpty -w shell 'PS1=; kl-print() { KLPRINT_BE_PROGRAM=1 "$KLPRINT" "$@" }; autoload -U compinit; compinit -u -D; source <(kl-print completion zsh); echo read''y'
text=
until [[ $text == *ready* ]]; do zpty -r shell line; text+=$line; sleep 0.05; done
zpty -w -n shell $'kl-print build --them\t'
text=
until [[ $text == *--theme* ]]; do zpty -r shell line; text+=$line; sleep 0.05;  done
print -r -- "$text"
zpty -d shell
`,
	"fish": `
function kl-print; KLPRINT_BE_PROGRAM=1 $KLPRINT $argv; end
kl-print completion fish | source
complete -C "kl-print build --them"
`,
	"pwsh": `
function kl-print { $env:KLPRINT_BE_PROGRAM = '1'; & $env:KLPRINT @args }
kl-print completion powershell | Out-String | Invoke-Expression
$line = 'kl-print build --them'
[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText
`,
}

// TestShellsComplete has real shells complete a flag. PowerShell is no package of
// apt's, so it is never required.
func TestShellsComplete(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range shellTests {
		t.Run(name, func(t *testing.T) {
			path, err := exec.LookPath(name)
			switch {
			case err != nil && os.Getenv("KLPRINT_REQUIRE_TOOLS") == "1" && name != "pwsh":
				t.Fatalf("%s is not installed", name)
			case err != nil:
				t.Skipf("there is no %s here", name)
			}
			file := filepath.Join(t.TempDir(), "script.ps1")
			if err := os.WriteFile(file, []byte(script), 0o666); err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
			defer stop()
			cmd := exec.CommandContext(ctx, path, file)
			cmd.Env = append(os.Environ(), "KLPRINT="+program, "HOME="+t.TempDir())
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "--theme") {
				t.Errorf("%s (%v) completes --them to %q", name, err, out)
			}
		})
	}
}

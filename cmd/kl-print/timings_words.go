package main

import (
	"github.com/kl-print/kl-print/content/diag"
	"github.com/kl-print/kl-print/layout"
	"github.com/kl-print/kl-print/layout/pdf"
)

// timingWords is what is said of what stages take, in one language.
type timingWords struct {
	alone              string
	stage, time        string // heads of columns
	allocated, objects string
	all, memory        string
	stages             map[string]string
}

func timingWordsIn(lang diag.Lang) timingWords {
	if lang == diag.Danish {
		return timingWords{
			alone: "--timings fortæller om ét byggeri; forventede det uden --all, --for og --draft",
			stage: "trin", time: "tid", allocated: "tildelt", objects: "objekter", all: "alt", memory: "hukommelse fra systemet",
			stages: map[string]string{
				stageSource: "kilder", stageCheck: "kontrol", layout.StageCompose: "ord og linjer", layout.StagePaginate: "sider",
				layout.StageAssemble: "samling", layout.StageHold: "tilgængelighed", pdf.StageDraw: "tegning og pakning",
				pdf.StageFinish: "færdiggørelse", stageFloor: "bund: alene at pakke og skrive",
			},
		}
	}
	return timingWords{
		alone: "--timings tells of one build; expected it without --all, --for and --draft",
		stage: "stage", time: "time", allocated: "allocated", objects: "objects", all: "all", memory: "memory from the system",
		stages: map[string]string{
			stageSource: "source", stageCheck: "check", layout.StageCompose: "words and lines", layout.StagePaginate: "pages",
			layout.StageAssemble: "putting together", layout.StageHold: "accessibility", pdf.StageDraw: "drawing and packing",
			pdf.StageFinish: "finishing", stageFloor: "floor: packing and writing alone",
		},
	}
}

package main

import (
	"context"
	"fmt"

	"github.com/kl-print/kl-print/content/check"
	"github.com/kl-print/kl-print/content/online"
)

// deadLinks is how a check finds addresses that lead nowhere: it asks for them.
func deadLinks(ctx context.Context, asker *online.Asker) func([]string) map[string]check.Fault {
	return func(addresses []string) map[string]check.Fault {
		out := map[string]check.Fault{}
		for address, a := range asker.Ask(ctx, addresses) {
			if !a.Alive() {
				out[address] = faultOf(a)
			}
		}
		return out
	}
}

// faultOf tells of an answer that is none. What may pass is no error.
func faultOf(a online.Answer) check.Fault {
	switch {
	case a.Gone() && a.Status != 0:
		return check.Fault{Level: check.Error, What: check.Text{Danish: fmt.Sprintf("siden findes ikke (HTTP %d)", a.Status), English: fmt.Sprintf("there is no such page (HTTP %d)", a.Status)}}
	case a.Gone():
		return check.Fault{Level: check.Error, What: check.Text{Danish: "der er ingen vært af det navn", English: "there is no host of this name"}}
	case a.Late():
		return check.Fault{Level: check.Warning, What: check.Text{Danish: "siden svarer ikke", English: "the page does not answer"}}
	case a.Status != 0:
		return check.Fault{Level: check.Warning, What: check.Text{Danish: fmt.Sprintf("siden afviser (HTTP %d)", a.Status), English: fmt.Sprintf("the page refuses (HTTP %d)", a.Status)}}
	}
	return check.Fault{Level: check.Warning, What: check.Text{Danish: "siden kan ikke nås: " + a.Err.Error(), English: "the page can't be reached: " + a.Err.Error()}}
}

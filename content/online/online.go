// Package online asks whether addresses of the web can still be reached. It is
// the only package that uses the network, and only when it is asked to.
package online

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Answer is what came of an address.
type Answer struct {
	Status int   // of HTTP; 0: there was none
	Err    error // why there was none
}

// Alive reports whether the address leads somewhere.
func (a Answer) Alive() bool { return a.Err == nil && a.Status < http.StatusBadRequest }

// Gone reports whether it surely leads nowhere: there is no such page or no such
// host. What else keeps an answer away may pass.
func (a Answer) Gone() bool {
	var dns *net.DNSError
	return a.Status == http.StatusNotFound || a.Status == http.StatusGone || errors.As(a.Err, &dns) && dns.IsNotFound
}

// Late reports whether no answer came in time.
func (a Answer) Late() bool {
	var slow net.Error
	return errors.As(a.Err, &slow) && slow.Timeout() || errors.Is(a.Err, context.DeadlineExceeded)
}

// Asker asks for addresses.
type Asker struct {
	Client  *http.Client
	Timeout time.Duration // for one question
	AtOnce  int           // so many hosts are asked at a time, each for one address
	Agent   string        // who is asking
}

// New returns an asker that is patient and does not press.
func New(agent string) *Asker {
	return &Asker{Client: &http.Client{}, Timeout: 15 * time.Second, AtOnce: 6, Agent: agent}
}

// Ask asks for each address once, those of one host one after the other.
func (a *Asker) Ask(ctx context.Context, addresses []string) map[string]Answer {
	hosts := map[string][]string{}
	seen := map[string]bool{}
	for _, s := range addresses {
		u, err := url.Parse(s)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || seen[s] {
			continue
		}
		seen[s] = true
		hosts[u.Host] = append(hosts[u.Host], s)
	}
	out := map[string]Answer{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	free := make(chan struct{}, max(1, a.AtOnce))
	for _, list := range hosts {
		wg.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			for _, s := range list {
				answer := a.ask(ctx, s)
				mu.Lock()
				out[s] = answer
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return out
}

// ask asks for the head of a page and, where that is refused, for the page.
func (a *Asker) ask(ctx context.Context, address string) Answer {
	answer := a.do(ctx, http.MethodHead, address)
	if answer.Err == nil && !answer.Alive() {
		answer = a.do(ctx, http.MethodGet, address)
	}
	return answer
}

// do puts one question; what a page holds is not read.
func (a *Asker) do(ctx context.Context, method, address string) Answer {
	ctx, stop := context.WithTimeout(ctx, a.Timeout)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return Answer{Err: err}
	}
	req.Header.Set("User-Agent", a.Agent)
	res, err := a.Client.Do(req)
	if err != nil {
		return Answer{Err: err}
	}
	_ = res.Body.Close()
	return Answer{Status: res.StatusCode}
}

// One goroutine reads and passes on what came; the main one has the names to itself, and a ticker.
package main

import (
	"fmt"
	"log"
	"net"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

type datagram struct {
	text string
	from net.Addr
}

type heart struct {
	number  int
	last    time.Time
	missing bool
}

var hearts = map[string]*heart{}

func beat(name string, number int) {
	h, known := hearts[name]
	if known && number != 1 && number <= h.number {
		return
	}
	if known && h.missing {
		fmt.Println("BACK", name)
	}
	hearts[name] = &heart{number: number, last: time.Now()}
}

func answer(text string) string {
	words := strings.Fields(text)
	switch {
	case len(words) == 3 && words[0] == "ALIVE":
		if number, err := strconv.Atoi(words[2]); err == nil {
			beat(words[1], number)
		}
	case len(words) == 2 && words[0] == "BYE":
		delete(hearts, words[1])
	case len(words) == 2 && words[0] == "ASK":
		h, known := hearts[words[1]]
		if !known {
			return "UNKNOWN " + words[1]
		}
		if h.missing {
			return "MISSING " + words[1]
		}
		return "ALIVE " + words[1]
	case len(words) == 1 && words[0] == "WHO":
		names := []string{}
		for name, h := range hearts {
			if h.missing {
				names = append(names, name)
			}
		}
		if len(names) == 0 {
			return "ALL ALIVE"
		}
		sort.Strings(names)
		return "MISSING " + strings.Join(names, " ")
	}
	return ""
}

func main() {
	seconds, _ := strconv.Atoi(os.Args[2])
	socket, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	come := make(chan datagram)
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, from, err := socket.ReadFrom(buffer)
			if err == nil {
				come <- datagram{string(buffer[:n]), from}
			}
		}
	}()
	ticker := time.NewTicker(time.Second)
	for {
		select {
		case one := <-come:
			if text := answer(one.text); text != "" {
				socket.WriteTo([]byte(text), one.from)
			}
		case <-ticker.C:
			for name, h := range hearts {
				if !h.missing && time.Since(h.last) > time.Duration(seconds)*time.Second {
					h.missing = true
					fmt.Println("MISSING", name)
				}
			}
		}
	}
}

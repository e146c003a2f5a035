// UDP gap detector: a list of the gaps instead of what has come.
package main

import (
	"fmt"
	"net"
	"os"
)

type gap struct{ from, to int } // without `to`

func main() {
	conn, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var gaps []gap
	next := 0
	buffer := make([]byte, 4096)
	for {
		n, _, err := conn.ReadFrom(buffer)
		if err != nil {
			return
		}
		var seq int
		if _, err := fmt.Sscanf(string(buffer[:n]), "%d", &seq); err != nil {
			continue
		}
		fmt.Printf("<- %s\n", buffer[:n])
		switch {
		case seq == next:
			next++
		case seq > next:
			for lost := next; lost < seq; lost++ {
				fmt.Println("missing", lost)
			}
			gaps = append(gaps, gap{next, seq})
			next = seq + 1
		default:
			late := false
			for i, g := range gaps {
				if seq >= g.from && seq < g.to {
					late = true
					gaps = append(gaps[:i], gaps[i+1:]...)
					gaps = append(gaps, gap{g.from, seq}, gap{seq + 1, g.to})
					break
				}
			}
			if late {
				fmt.Println("late", seq)
			} else {
				fmt.Println("doubled", seq)
			}
		}
	}
}

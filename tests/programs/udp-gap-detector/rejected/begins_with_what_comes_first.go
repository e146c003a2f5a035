// UDP gap detector
// mistake: The first number that comes is taken for the beginning.
// fails: the-first-is-missing
// diagnosis: reports_nothing
package main

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
)

func main() {
	port, _ := strconv.Atoi(os.Args[1])
	conn, err := net.ListenUDP("udp", &net.UDPAddr{Port: port})
	if err != nil {
		panic(err)
	}
	buffer := make([]byte, 2048)
	next := -1
	missing := map[int]bool{}
	for {
		n, _, _ := conn.ReadFromUDP(buffer)
		words := strings.SplitN(string(buffer[:n]), " ", 2)
		seq, err := strconv.Atoi(words[0])
		if err != nil {
			continue
		}
		fmt.Println(words[1])
		if next == -1 {
			next = seq
		}
		if missing[seq] {
			fmt.Println("late", seq)
			delete(missing, seq)
		} else if seq < next {
			fmt.Println("doubled", seq)
		}
		for ; next < seq; next++ {
			fmt.Println("missing", next)
			missing[next] = true
		}
		if next == seq {
			next++
		}
	}
}

// mistake: The moment at which reading ends is set once, before the loop, and not for each ping.
// fails: says-what-timed-out
// diagnosis: prints_too_many_time_outs
package main

import (
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

func main() {
	connection, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		panic(err)
	}
	connection.SetReadDeadline(time.Now().Add(time.Second))
	lost := 0
	buffer := make([]byte, 2048)
	for i := 1; i <= 10; i++ {
		start := time.Now()
		fmt.Fprintf(connection, "Ping %d %d", i, start.UnixNano())
		answered := false
		for !answered {
			n, err := connection.Read(buffer)
			if err != nil {
				break
			}
			answered = strings.HasPrefix(string(buffer[:n]), fmt.Sprintf("Ping %d ", i))
		}
		if answered {
			fmt.Println("Reply", i, time.Since(start))
		} else {
			fmt.Println("Request timed out")
			lost++
		}
	}
	fmt.Printf("%d%% packet loss\n", lost*10)
}

// UDP ping client: a time limit of half a second, set anew for each ping.
package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.Dial("udp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()
	var times []time.Duration
	for i := 1; i <= 10; i++ {
		start := time.Now()
		prefix := fmt.Sprintf("Ping %d ", i)
		fmt.Fprintf(conn, "%s%s", prefix, start.Format(time.RFC3339Nano))
		conn.SetReadDeadline(start.Add(500 * time.Millisecond))
		buffer := make([]byte, 1500)
		for {
			n, err := conn.Read(buffer)
			if err != nil {
				fmt.Println("Request timed out")
				break
			}
			if bytes.HasPrefix(buffer[:n], []byte(prefix)) {
				elapsed := time.Since(start)
				times = append(times, elapsed)
				fmt.Printf("%d bytes, seq=%d, time=%v\n", n, i, elapsed)
				break
			}
		}
	}
	fmt.Printf("%d sent, %d received, %d percent loss\n", 10, len(times), 100-10*len(times))
}

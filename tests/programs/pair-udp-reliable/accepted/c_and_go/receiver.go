// UDP receiver: one goroutine receives, another prints
package main

import (
	"fmt"
	"net"
	"os"
	"strings"
)

func main() {
	conn, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	texts := make(chan string)
	go func() {
		for text := range texts {
			fmt.Println(text)
		}
	}()
	next := 0
	buf := make([]byte, 65535)
	for {
		n, addr, err := conn.ReadFrom(buf)
		if err != nil {
			continue
		}
		var seq int
		if _, err := fmt.Sscan(string(buf[:n]), &seq); err != nil {
			continue
		}
		conn.WriteTo([]byte(fmt.Sprintf("ACK %d", seq)), addr)
		if seq == next {
			next++
			texts <- string(buf[strings.IndexByte(string(buf[:n]), ' ')+1 : n])
		}
	}
}

// UDP receiver
// mistake: As TCP does, it acknowledges with the number that it expects next.
// fails: acknowledges-each-line
// diagnosis: acknowledges_with_another_number
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		panic(err)
	}
	expected := 0
	buf := make([]byte, 2048)
	for {
		n, addr, _ := conn.ReadFrom(buf)
		var seq int
		fmt.Sscanf(string(buf[:n]), "%d", &seq)
		if seq == expected {
			expected++
			fmt.Println(string(buf[2:n]))
		}
		conn.WriteTo([]byte(fmt.Sprintf("ACK %d", expected)), addr)
	}
}

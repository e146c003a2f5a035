// mistake: After the first message the loop is left.
// fails: prints-a-message
// diagnosis: stops_after_one
package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	buf := make([]byte, 1500)
	for {
		conn.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
		n, _, err := conn.ReadFrom(buf)
		if err == nil {
			fmt.Println("Received:", string(buf[:n]))
			break
		}
		fmt.Println("nothing yet")
	}
	conn.Close()
}

// UDP capitalize server
// oddity: The buffer holds 512 bytes, as in the old rule for DNS; an empty datagram ends the server.
// fails: long-datagram, empty-datagram
package main

import (
	"fmt"
	"net"
	"os"
	"strings"
)

func main() {
	conn, err := net.ListenPacket("udp4", "127.0.0.1:"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()
	for {
		buf := make([]byte, 512)
		n, addr, err := conn.ReadFrom(buf)
		if err != nil || n == 0 {
			return
		}
		conn.WriteTo([]byte(strings.ToUpper(string(buf[:n]))), addr)
	}
}

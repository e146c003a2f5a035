// UDP receiver
// mistake: ListenUDP with 127.0.0.1; without an IP it would listen on all interfaces.
// fails: hears-another-computer
// diagnosis: bound_to_loopback_only
package main

import (
	"fmt"
	"net"
	"os"
	"strconv"
)

func main() {
	port, _ := strconv.Atoi(os.Args[1])
	conn, err := net.ListenUDP("udp", &net.UDPAddr{IP: net.ParseIP("127.0.0.1"), Port: port})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	buffer := make([]byte, 2048)
	for {
		n, _, err := conn.ReadFromUDP(buffer)
		if err != nil {
			continue
		}
		fmt.Println(string(buffer[:n]))
	}
}

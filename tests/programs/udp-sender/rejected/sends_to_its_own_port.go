// UDP sender
// mistake: The datagram goes to the address that the socket itself is bound to.
// fails: message-arrives
// diagnosis: sends_to_itself
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	if len(os.Args) < 4 {
		fmt.Println("usage: sender host port message")
		return
	}
	conn, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer conn.Close()
	conn.WriteTo([]byte(os.Args[3]), conn.LocalAddr())
	fmt.Println("sent", os.Args[3])
}

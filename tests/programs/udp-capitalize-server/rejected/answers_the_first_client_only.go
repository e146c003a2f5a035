// UDP capitalize server
// mistake: The client's address is kept from the first datagram, and all replies go there.
// fails: answers-whoever-sent, empty-datagram
// diagnosis: replies_to_wrong_address
package main

import (
	"bytes"
	"log"
	"net"
	"os"
)

func main() {
	conn, err := net.ListenPacket("udp4", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var client net.Addr
	buffer := make([]byte, 65535)
	for {
		n, addr, err := conn.ReadFrom(buffer)
		if err != nil {
			log.Fatal(err)
		}
		if client == nil {
			client = addr
		}
		conn.WriteTo(bytes.ToUpper(buffer[:n]), client)
	}
}

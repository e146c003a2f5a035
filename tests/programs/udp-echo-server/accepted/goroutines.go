// A goroutine for each datagram: answers may overtake each other.
package main

import (
	"log"
	"net"
	"os"
)

func main() {
	socket, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		buffer := make([]byte, 65536)
		size, client, err := socket.ReadFrom(buffer)
		if err != nil {
			continue
		}
		go socket.WriteTo(buffer[:size], client)
	}
}

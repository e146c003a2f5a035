// mistake: The reply is written into a buffer of no bytes, so an empty datagram goes back.
// fails: replies
// diagnosis: sends_nothing_in_it
package main

import (
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	addr, err := net.ResolveUDPAddr("udp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	conn, err := net.ListenUDP("udp", addr)
	if err != nil {
		log.Fatal(err)
	}
	buf := make([]byte, 1024)
	reply := make([]byte, 0, 20)
	for {
		n, client, err := conn.ReadFromUDP(buf)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("Client:", string(buf[:n]))
		copy(reply, "Message received")
		conn.WriteToUDP(reply, client)
	}
}

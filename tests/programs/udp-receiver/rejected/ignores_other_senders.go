// UDP receiver
// mistake: It remembers the first sender and throws away what others send.
// fails: prints-one-after-another
// diagnosis: hears_the_first_sender_only
package main

import (
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	conn, err := net.ListenPacket("udp4", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var partner net.Addr
	buffer := make([]byte, 2048)
	for {
		n, addr, err := conn.ReadFrom(buffer)
		if err != nil {
			log.Fatal(err)
		}
		if partner == nil {
			partner = addr
			fmt.Println("talking to", partner)
		}
		if addr.String() == partner.String() {
			fmt.Println(string(buffer[:n]))
		}
	}
}

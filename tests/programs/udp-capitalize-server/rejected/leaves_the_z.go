// fails: replies-in-capitals
// diagnosis: leaves_some_letters
// mistake: b < 'z' leaves the z out.
package main

import (
	"log"
	"net"
	"os"
)

func main() {
	conn, err := net.ListenPacket("udp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	buf := make([]byte, 65536)
	for {
		n, from, err := conn.ReadFrom(buf)
		if err != nil {
			continue
		}
		for i, b := range buf[:n] {
			if b >= 'a' && b < 'z' {
				buf[i] = b - 'a' + 'A'
			}
		}
		conn.WriteTo(buf[:n], from)
	}
}

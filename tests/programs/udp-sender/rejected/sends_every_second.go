// fails: ends-by-itself
// diagnosis: keeps_its_socket_open
// mistake: A ticker sends the message for ever.
package main

import (
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		panic(err)
	}
	for range time.Tick(time.Second) {
		conn.Write([]byte(os.Args[3]))
	}
}

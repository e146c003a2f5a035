// mistake: Nothing is printed when the client has gone.
// fails: says-it-was-dropped, says-so-at-the-end-too
// diagnosis: does_not_say_so
package main

import (
	"log"
	"net"
	"os"
	"strings"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		buf := make([]byte, 1024)
		for {
			n, err := conn.Read(buf)
			if err != nil {
				break
			}
			conn.Write([]byte(strings.ToUpper(string(buf[:n]))))
		}
		conn.Close()
	}
}

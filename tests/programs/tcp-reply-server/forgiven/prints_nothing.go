// oddity: The request is answered but never printed.
// fails: prints-the-request
// diagnosis: text_not_printed
package main

import (
	"log"
	"net"
	"os"
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
		conn.Read(buf)
		conn.Write([]byte("Message received"))
		conn.Close()
	}
}

// fails: replies-in-capitals
// diagnosis: waits_for_half_close
// mistake: io.ReadAll returns when the client has closed, and then nobody waits for the reply any more.
package main

import (
	"bytes"
	"io"
	"log"
	"net"
	"os"
)

func main() {
	l, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer l.Close()
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func(c net.Conn) {
			defer c.Close()
			data, err := io.ReadAll(c)
			if err != nil {
				log.Println(err)
				return
			}
			c.Write(bytes.ToUpper(data))
		}(conn)
	}
}

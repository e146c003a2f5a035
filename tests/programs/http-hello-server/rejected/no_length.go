// mistake: There is no Content-Length.
// fails: answers-a-request
// diagnosis: breaks_http
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		panic(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			continue
		}
		buf := make([]byte, 4096)
		conn.Read(buf)
		fmt.Fprint(conn, "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Hello</h1>")
		conn.Close()
	}
}

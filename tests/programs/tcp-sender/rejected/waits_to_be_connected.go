// fails: message-arrives
// diagnosis: listens_instead_of_connecting
// mistake: The sender listens and accepts, as a receiver does, instead of dialling the receiver.
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[2])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	conn, err := listener.Accept()
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Fprint(conn, os.Args[3])
	conn.Close()
}

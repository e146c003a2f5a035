// usage: sender host:port message
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Println("what do I send, and where?")
		os.Exit(1)
	}
	conn, err := net.Dial("tcp", os.Args[1])
	if err != nil {
		fmt.Println("can't connect:", err)
		os.Exit(1)
	}
	fmt.Fprint(conn, os.Args[2])
	conn.Close()
}

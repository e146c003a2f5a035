// fails: message-arrives
// diagnosis: adds_line_ends
// mistake: the line has its end already, and Fprintln adds another.
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("udp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()
	message := os.Args[3] + "\n"
	fmt.Fprintln(conn, message)
}

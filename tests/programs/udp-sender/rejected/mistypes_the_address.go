// fails: message-arrives
// diagnosis: unknown_host
// mistake: One of the numbers of the address is too large, so that it is taken for a name.
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("udp", "300.1.1.1:12000")
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
	defer conn.Close()
	fmt.Fprint(conn, "hello over there")
}

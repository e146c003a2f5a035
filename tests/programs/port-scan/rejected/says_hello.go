// fails: finds-what-listens, first-and-last
// diagnosis: talks_to_the_servers
// mistake: it says hello to every server.
package main

import (
	"fmt"
	"net"
	"os"
	"strconv"
)

func main() {
	first, _ := strconv.Atoi(os.Args[2])
	last, _ := strconv.Atoi(os.Args[3])
	for port := first; port <= last; port++ {
		conn, err := net.Dial("tcp", net.JoinHostPort(os.Args[1], strconv.Itoa(port)))
		if err != nil {
			continue
		}
		fmt.Fprintln(conn, "hello")
		fmt.Println("port", port, "is open")
		conn.Close()
	}
}

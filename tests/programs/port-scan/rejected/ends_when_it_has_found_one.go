// fails: finds-what-listens, first-and-last
// diagnosis: stops_at_an_open_port
// The loop is left with the first port that answers.
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
		fmt.Println("Port", port, "is open")
		conn.Close()
		break
	}
}

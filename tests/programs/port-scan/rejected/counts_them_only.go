// fails: finds-what-listens, first-and-last
// diagnosis: prints_no_port
// mistake: It prints how many listen, and not which.
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
	count := 0
	for port := first; port <= last; port++ {
		conn, err := net.Dial("tcp", net.JoinHostPort(os.Args[1], strconv.Itoa(port)))
		if err == nil {
			count++
			conn.Close()
		}
	}
	fmt.Println(count, "ports are open")
}

// UDP sender
// mistake: The first line has the number 1.
// fails: sends-each-line
// diagnosis: counts_from_one
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		panic(err)
	}
	file, err := os.Open(os.Args[3])
	if err != nil {
		panic(err)
	}
	scanner := bufio.NewScanner(file)
	n := 0
	for scanner.Scan() {
		n++
		for {
			fmt.Fprintf(conn, "%d %s", n, scanner.Text())
			conn.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
			buf := make([]byte, 1024)
			k, err := conn.Read(buf)
			if err == nil && string(buf[:k]) == fmt.Sprint("ACK ", n) {
				break
			}
		}
	}
}

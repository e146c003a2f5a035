// fails: hears-another-computer
// diagnosis: bound_to_loopback_only
// mistake: "localhost:" in front of the port; ":" alone would stand for all interfaces.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	l, err := net.Listen("tcp", "localhost:"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		c, err := l.Accept()
		if err != nil {
			continue
		}
		scanner := bufio.NewScanner(c)
		for scanner.Scan() {
			fmt.Println("message:", scanner.Text())
		}
		c.Close()
	}
}

// fails: arrives-in-pieces, sender-says-nothing, after-a-reset
// oddity: Any error of Read ends the receiver, also the one that says that the sender has finished.
package main

import (
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	l, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		buf := make([]byte, 1024)
		n, err := c.Read(buf)
		if err != nil {
			log.Fatal("Error reading: ", err)
		}
		fmt.Println(string(buf[:n]))
		c.Close()
	}
}

// mistake: The replies are read and never printed.
// fails: sends-again-and-again
// diagnosis: text_not_printed
package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		fmt.Println(err)
		return
	}
	buf := make([]byte, 1500)
	for i := 1; ; i++ {
		fmt.Fprintf(conn, "message %d", i)
		conn.SetReadDeadline(time.Now().Add(time.Second))
		if _, err := conn.Read(buf); err != nil {
			fmt.Println("no answer")
		}
		time.Sleep(500 * time.Millisecond)
	}
}

// fails: sends-again-and-again
// diagnosis: waits_again_for_a_lost_reply
// mistake: SetDeadline() is a time limit for Write(), too, and has passed when the next message is due.
package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.Dial("udp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	buffer := make([]byte, 2048)
	for number := 1; ; number++ {
		fmt.Fprintf(conn, "message %d", number)
		conn.SetDeadline(time.Now().Add(time.Second))
		n, err := conn.Read(buffer)
		if err != nil {
			fmt.Println("No answer")
		} else {
			fmt.Println("Reply:", string(buffer[:n]))
		}
		time.Sleep(2 * time.Second)
	}
}

// fails: closes-the-connection
// diagnosis: resets_when_it_closes
// mistake: SetLinger(0), so that Close() resets the connection and the line may be lost.
package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		panic(err)
	}
	for {
		connection, err := listener.Accept()
		if err != nil {
			continue
		}
		connection.(*net.TCPConn).SetLinger(0)
		fmt.Fprint(connection, time.Now().Format("2006-01-02 15:04:05\r\n"))
		time.Sleep(100 * time.Millisecond) // it helps here, and not over a network that loses something
		connection.Close()
	}
}

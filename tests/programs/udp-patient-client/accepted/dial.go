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
		panic(err)
	}
	buf := make([]byte, 1500)
	for i := 1; ; i++ {
		fmt.Fprintf(conn, "message %d", i)
		conn.SetReadDeadline(time.Now().Add(time.Second))
		if n, err := conn.Read(buf); err != nil {
			fmt.Println("no answer:", err)
		} else {
			fmt.Println("reply:", string(buf[:n]))
		}
		time.Sleep(500 * time.Millisecond)
	}
}

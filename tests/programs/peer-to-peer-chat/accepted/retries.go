// Two one-way connections; the one to the other one is tried for until it comes about.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				lines := bufio.NewScanner(conn)
				for lines.Scan() {
					fmt.Println("other:", lines.Text())
				}
				conn.Close()
			}()
		}
	}()
	var out net.Conn
	for out == nil {
		out, err = net.Dial("tcp", net.JoinHostPort(os.Args[2], os.Args[3]))
		if err != nil {
			out = nil
			time.Sleep(300 * time.Millisecond)
		}
	}
	keyboard := bufio.NewScanner(os.Stdin)
	for keyboard.Scan() {
		fmt.Fprintln(out, keyboard.Text())
	}
}

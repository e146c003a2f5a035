// fails: long-message
// oddity: A line that does not end in a newline is thrown away when the client has finished.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func handleConnection(c net.Conn) {
	defer c.Close()
	reader := bufio.NewReader(c)
	for {
		message, err := reader.ReadString('\n')
		if err != nil {
			fmt.Println("client left:", err)
			return
		}
		fmt.Print("Message received: ", message)
		c.Write([]byte(strings.ToUpper(message)))
	}
}

func main() {
	if len(os.Args) < 2 {
		fmt.Println("Please provide a port number")
		os.Exit(1)
	}
	ln, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		conn, err := ln.Accept()
		if err != nil {
			fmt.Println(err)
			return
		}
		go handleConnection(conn)
	}
}

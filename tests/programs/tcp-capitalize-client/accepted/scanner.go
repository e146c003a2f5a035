package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func main() {
	address := "localhost:12000"
	if len(os.Args) == 3 {
		address = net.JoinHostPort(os.Args[1], os.Args[2])
	}
	conn, err := net.Dial("tcp", address)
	if err != nil {
		fmt.Println("cannot connect:", err)
		os.Exit(1)
	}
	defer conn.Close()

	fromServer := bufio.NewReader(conn)
	keyboard := bufio.NewScanner(os.Stdin)
	fmt.Print("Text to send: ")
	for keyboard.Scan() {
		fmt.Fprintln(conn, keyboard.Text())
		reply, err := fromServer.ReadString('\n')
		if err != nil {
			fmt.Println("server has gone:", err)
			return
		}
		fmt.Print("->: " + reply)
		fmt.Print("Text to send: ")
	}
}

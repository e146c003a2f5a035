package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"strconv"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: server PORT")
		os.Exit(1)
	}
	port, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "not a port:", os.Args[1])
		os.Exit(1)
	}
	conn, err := net.ListenUDP("udp", &net.UDPAddr{Port: port})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer conn.Close()

	buffer := make([]byte, 64*1024)
	for {
		n, client, err := conn.ReadFromUDP(buffer)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		if _, err := conn.WriteToUDP(bytes.ToUpper(buffer[:n]), client); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}

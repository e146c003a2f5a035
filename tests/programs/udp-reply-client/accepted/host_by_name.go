package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("udp", "yohanna:4445")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer conn.Close()
	if _, err = conn.Write([]byte("what time is it over there?")); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	buffer := make([]byte, 65535)
	n, err := conn.Read(buffer)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("Reply:", string(buffer[:n]))
}

package main

import (
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Println("usage: sender HOST PORT MESSAGE")
		os.Exit(1)
	}
	conn, err := net.Dial("udp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	if _, err := fmt.Fprint(conn, os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

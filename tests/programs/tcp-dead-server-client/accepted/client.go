package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("tcp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		log.Fatal("server not reachable: ", err)
	}
	defer conn.Close()
	lines := bufio.NewScanner(os.Stdin)
	reply := make([]byte, 4096)
	for lines.Scan() {
		if _, err = conn.Write(lines.Bytes()); err != nil {
			log.Fatal("server is gone: ", err)
		}
		n, err := conn.Read(reply)
		if err != nil {
			log.Fatal("server is gone: ", err)
		}
		fmt.Println(string(reply[:n]))
	}
}

package main

import (
	"fmt"
	"log"
	"net"
	"os"
	"strings"
)

func main() {
	port := "8080"
	if len(os.Args) > 1 {
		port = os.Args[1]
	}
	pc, err := net.ListenPacket("udp", ":"+port)
	if err != nil {
		log.Fatal(err)
	}
	defer pc.Close()
	log.Println("listening on", pc.LocalAddr())

	buf := make([]byte, 65535)
	for {
		n, addr, err := pc.ReadFrom(buf)
		if err != nil {
			log.Println(err)
			continue
		}
		fmt.Printf("%v: %s\n", addr, strings.TrimSpace(string(buf[:n])))
	}
}

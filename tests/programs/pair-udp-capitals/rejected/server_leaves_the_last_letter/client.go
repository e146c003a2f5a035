package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Println("usage: client HOST PORT")
		os.Exit(1)
	}
	conn, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()

	input := bufio.NewScanner(os.Stdin)
	buffer := make([]byte, 65535)
	fmt.Print("text: ")
	for input.Scan() {
		if _, err := conn.Write(input.Bytes()); err != nil {
			log.Fatal(err)
		}
		n, err := conn.Read(buffer)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("reply: %s\ntext: ", buffer[:n])
	}
}

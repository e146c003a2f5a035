// fails: prints-a-message
// diagnosis: closes_before_it_reads
// mistake: The buffer has no length, so Read has no room to put the message.
package main

import (
	"fmt"
	"log"
	"net"
	"os"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		var message []byte
		n, _ := conn.Read(message)
		fmt.Println("Message:", string(message[:n]))
		conn.Close()
	}
}

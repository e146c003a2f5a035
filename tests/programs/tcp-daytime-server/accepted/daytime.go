// A goroutine for each client, the time in one of the library's forms.
package main

import (
	"fmt"
	"log"
	"net"
	"os"
	"time"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	for {
		if connection, err := listener.Accept(); err == nil {
			go func() {
				defer connection.Close()
				fmt.Fprintln(connection, time.Now().Format(time.RFC1123Z))
			}()
		}
	}
}

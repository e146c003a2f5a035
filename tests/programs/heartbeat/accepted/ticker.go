// A ticker, and a goroutine that says when STOP has come.
package main

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

func main() {
	seconds, _ := strconv.Atoi(os.Args[4])
	connection, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	stop := make(chan bool)
	go func() {
		buffer := make([]byte, 1500)
		for {
			n, err := connection.Read(buffer)
			if err == nil && strings.TrimSpace(string(buffer[:n])) == "STOP" {
				stop <- true
			}
		}
	}()
	ticker := time.NewTicker(time.Duration(seconds) * time.Second)
	for number := 1; ; number++ {
		fmt.Fprintf(connection, "ALIVE %s %d", os.Args[3], number)
		select {
		case <-ticker.C:
		case <-stop:
			fmt.Fprintf(connection, "BYE %s", os.Args[3])
			return
		}
	}
}

// UDP sender: a goroutine receives, select waits for it or for the time
package main

import (
	"bytes"
	"log"
	"net"
	"os"
	"strconv"
	"strings"
	"time"
)

func main() {
	addr, err := net.ResolveUDPAddr("udp4", os.Args[1]+":"+os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	conn, err := net.ListenUDP("udp4", nil)
	if err != nil {
		log.Fatal(err)
	}
	acks := make(chan int, 16)
	go func() {
		buf := make([]byte, 2048)
		for {
			n, _, err := conn.ReadFromUDP(buf)
			if err != nil {
				return
			}
			if number, err := strconv.Atoi(strings.TrimPrefix(string(buf[:n]), "ACK ")); err == nil {
				acks <- number
			}
		}
	}()

	content, err := os.ReadFile(os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	for seq, line := range bytes.Split(bytes.TrimSuffix(content, []byte("\n")), []byte("\n")) {
		packet := append([]byte(strconv.Itoa(seq)+" "), line...)
		for acked := false; !acked; {
			conn.WriteToUDP(packet, addr)
			timeout := time.After(250 * time.Millisecond)
		waiting:
			for {
				select {
				case number := <-acks:
					if number == seq {
						acked = true
						break waiting
					}
				case <-timeout:
					break waiting
				}
			}
		}
	}
}

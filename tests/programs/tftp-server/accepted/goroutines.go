// TFTP server: a goroutine for each transfer
package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

func acknowledged(conn *net.UDPConn, client *net.UDPAddr, head []byte) bool {
	conn.SetReadDeadline(time.Now().Add(time.Second))
	buffer := make([]byte, 600)
	for {
		n, sender, err := conn.ReadFromUDP(buffer)
		if err != nil {
			return false
		}
		if n >= 4 && sender.String() == client.String() && buffer[1] == 4 && bytes.Equal(buffer[2:4], head[2:4]) {
			return true
		}
	}
}

func transfer(request []byte, client *net.UDPAddr) {
	conn, err := net.ListenUDP("udp4", nil)
	if err != nil {
		return
	}
	defer conn.Close()
	name, _, _ := bytes.Cut(request[2:], []byte{0})
	file, err := os.Open(filepath.Base(string(name)))
	if err != nil || request[1] != 1 {
		code := byte(1)
		if request[1] != 1 {
			code = 2
		}
		conn.WriteToUDP(append([]byte{0, 5, 0, code}, "that cannot be done\x00"...), client)
		return
	}
	defer file.Close()
	for block := 1; ; block++ {
		data := make([]byte, 516)
		data[1], data[2], data[3] = 3, byte(block>>8), byte(block)
		n, _ := io.ReadFull(file, data[4:])
		tries := 0
		for {
			conn.WriteToUDP(data[:4+n], client)
			if acknowledged(conn, client, data) {
				break
			}
			if tries++; tries == 5 {
				return
			}
		}
		if n < 512 {
			return
		}
	}
}

func main() {
	address, err := net.ResolveUDPAddr("udp4", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	conn, err := net.ListenUDP("udp4", address)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		buffer := make([]byte, 600)
		n, client, err := conn.ReadFromUDP(buffer)
		if err == nil && n > 3 && buffer[0] == 0 && (buffer[1] == 1 || buffer[1] == 2) {
			go transfer(buffer[:n], client)
		}
	}
}

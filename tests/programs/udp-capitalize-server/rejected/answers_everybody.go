// fails: answers-whoever-sent
// diagnosis: answers_another_client
// mistake: each reply goes to everybody who has ever sent something, as in a chat.
package main

import (
	"bytes"
	"net"
	"os"
)

func main() {
	address, _ := net.ResolveUDPAddr("udp", ":"+os.Args[1])
	socket, _ := net.ListenUDP("udp", address)
	buffer := make([]byte, 65535)
	clients := map[string]*net.UDPAddr{}
	for {
		n, sender, err := socket.ReadFromUDP(buffer)
		if err != nil {
			continue
		}
		clients[sender.String()] = sender
		for _, client := range clients {
			socket.WriteToUDP(bytes.ToUpper(buffer[:n]), client)
		}
	}
}

package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
)

func main() {
	keyboard := bufio.NewReader(os.Stdin)
	fmt.Print("Server (host:port): ")
	where, _ := keyboard.ReadString('\n')
	server, err := net.Dial("tcp", strings.TrimSpace(where))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer server.Close()
	for {
		fmt.Print("> ")
		line, err := keyboard.ReadString('\n')
		if err != nil {
			return
		}
		fmt.Fprint(server, line)
		reply := make([]byte, len(line))
		if _, err := io.ReadFull(server, reply); err != nil {
			return
		}
		fmt.Print(string(reply))
	}
}

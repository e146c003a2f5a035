// UDP sender with read deadlines
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: sender HOST PORT FILE")
		os.Exit(2)
	}
	conn, err := net.Dial("udp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	defer conn.Close()
	file, err := os.Open(os.Args[3])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	defer file.Close()

	buffer := make([]byte, 1024)
	scanner := bufio.NewScanner(file)
	for seq := 0; scanner.Scan(); seq++ {
		message := fmt.Sprintf("%d %s", seq, scanner.Text())
	trying:
		for {
			fmt.Fprint(conn, message)
			conn.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
			for {
				n, err := conn.Read(buffer)
				if err != nil {
					fmt.Println("timeout", seq)
					break
				}
				if string(buffer[:n]) == fmt.Sprintf("ACK %d", seq) {
					break trying
				}
			}
		}
	}
	fmt.Println("ok")
}

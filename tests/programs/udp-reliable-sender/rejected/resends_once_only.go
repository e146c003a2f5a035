// UDP sender
// mistake: A line is sent again once; when that is lost too, it goes wrong.
// fails: keeps-trying
// diagnosis: gives_up_too_early
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"time"
)

var conn net.Conn

func acknowledged(seq int) bool {
	buf := make([]byte, 100)
	conn.SetReadDeadline(time.Now().Add(200 * time.Millisecond))
	for {
		n, err := conn.Read(buf)
		if err != nil {
			return false
		}
		if string(buf[:n]) == fmt.Sprintf("ACK %d", seq) {
			return true
		}
	}
}

func main() {
	conn, _ = net.Dial("udp", os.Args[1]+":"+os.Args[2])
	file, _ := os.Open(os.Args[3])
	scanner := bufio.NewScanner(file)
	for seq := 0; scanner.Scan(); seq++ {
		fmt.Fprintf(conn, "%d %s", seq, scanner.Text())
		if !acknowledged(seq) {
			fmt.Fprintf(conn, "%d %s", seq, scanner.Text())
			if !acknowledged(seq) {
				fmt.Println("receiver is down")
				os.Exit(1)
			}
		}
	}
}

// mistake: Each client is answered once, and then its connection is closed.
// fails: serves-a-client
// diagnosis: takes_one_message_only
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		return
	}
	for {
		conn, _ := listener.Accept()
		go func(c net.Conn) {
			line, _ := bufio.NewReader(c).ReadString('\n')
			c.Write([]byte(strings.ToUpper(line)))
			c.Close()
		}(conn)
	}
}

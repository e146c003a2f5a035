// fails: sends-the-text, long-text, not-ascii
// diagnosis: adds_words
// mistake: The prompt goes to the server.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("tcp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	in := bufio.NewReader(os.Stdin)
	fmt.Fprint(conn, "Input lowercase sentence: ")
	line, _ := in.ReadString('\n')
	fmt.Fprint(conn, line)
	reply := make([]byte, 4096)
	n, _ := conn.Read(reply)
	fmt.Print("From server: " + string(reply[:n]))
	conn.Close()
}

// UDP capitalize client
// mistake: The last byte of the reply is taken for a newline and cut off.
// fails: prints-the-reply
// diagnosis: loses_the_last_letter
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
)

func main() {
	conn, err := net.Dial("udp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print("Text: ")
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	conn.Write([]byte(strings.TrimSpace(line)))

	reply := make([]byte, 2048)
	n, err := conn.Read(reply)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("Reply:", string(reply[:n-1]))
}

// mistake: A Scanner takes the words, and one blank is put behind each: two blanks become one.
// fails: goes-on-to-the-next-sender
// diagnosis: loses_spaces
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		panic(err)
	}
	for {
		conn, err := listener.Accept()
		if err != nil {
			continue
		}
		words := bufio.NewScanner(conn)
		words.Split(bufio.ScanWords)
		for words.Scan() {
			fmt.Print(words.Text(), " ")
		}
		fmt.Println()
		conn.Close()
	}
}

// fails: sends-the-text, long-text, not-ascii
// diagnosis: first_word_only
// mistake: Scanln reads up to the first space, so one word is sent of the whole sentence.
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	conn, err := net.Dial("tcp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		fmt.Println(err)
		return
	}
	defer conn.Close()

	var sentence string
	fmt.Print("Sentence: ")
	fmt.Scanln(&sentence)
	conn.Write([]byte(sentence))

	reply := make([]byte, 4096)
	n, err := conn.Read(reply)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("Reply:", string(reply[:n]))
}

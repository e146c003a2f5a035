// mistake: panic() is no way to tell the user something.
// fails: nobody-there, reset, server-ends
// diagnosis: leaves_the_error_uncaught
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	conn, err := net.Dial("tcp", os.Args[1]+":"+os.Args[2])
	check(err)
	in := bufio.NewScanner(os.Stdin)
	buf := make([]byte, 1024)
	for in.Scan() {
		_, err = conn.Write(in.Bytes())
		check(err)
		n, err := conn.Read(buf)
		check(err)
		fmt.Println(string(buf[:n]))
	}
}

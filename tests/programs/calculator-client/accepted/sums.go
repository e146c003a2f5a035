// bufio on both sides.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func fail(why error) {
	fmt.Fprintln(os.Stderr, "no server any more:", why)
	os.Exit(1)
}

func main() {
	connection, err := net.Dial("tcp", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fail(err)
	}
	defer connection.Close()
	server, user := bufio.NewReader(connection), bufio.NewScanner(os.Stdin)
	for {
		typed := "QUIT"
		if user.Scan() {
			typed = user.Text()
		}
		fmt.Fprintf(connection, "%s\n", typed)
		for answered := false; !answered; {
			line, err := server.ReadString('\n')
			if err != nil {
				fail(err)
			}
			line = strings.TrimSpace(line)
			answered = !strings.HasPrefix(line, "NOTE ")
			fmt.Println(line)
			if line == "BYE" {
				return
			}
		}
	}
}

// A goroutine for each client, and a bufio.Scanner for its lines.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
)

func answer(line string) string {
	parts := strings.Fields(line)
	if len(parts) != 3 {
		return "ERROR expected three words"
	}
	a, first := strconv.Atoi(parts[0])
	b, second := strconv.Atoi(parts[2])
	if first != nil || second != nil {
		return "ERROR expected two numbers"
	}
	switch {
	case parts[1] == "+":
		return fmt.Sprintf("= %d", a+b)
	case parts[1] == "-":
		return fmt.Sprintf("= %d", a-b)
	case parts[1] == "*":
		return fmt.Sprintf("= %d", a*b)
	case parts[1] == "/" && b != 0:
		return fmt.Sprintf("= %d", a/b)
	}
	return "ERROR cannot " + parts[1] + " these"
}

func serve(connection net.Conn) {
	defer connection.Close()
	lines := bufio.NewScanner(connection)
	for lines.Scan() {
		if lines.Text() == "QUIT" {
			fmt.Fprint(connection, "BYE\n")
			return
		}
		fmt.Fprintln(connection, answer(lines.Text()))
	}
}

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		connection, err := listener.Accept()
		if err == nil {
			go serve(connection)
		}
	}
}

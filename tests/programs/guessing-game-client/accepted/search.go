// A function that calls itself with the half that is left.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func fail(why ...any) {
	fmt.Fprintln(os.Stderr, append([]any{"no game:"}, why...)...)
	os.Exit(1)
}

func search(low, high int, ask func(int) string) int {
	if low > high {
		fail("no number is left")
	}
	middle := (low + high) / 2
	switch answer := ask(middle); answer {
	case "HIGHER":
		return search(middle+1, high, ask)
	case "LOWER":
		return search(low, middle-1, ask)
	case "RIGHT":
		return middle
	default:
		fail(answer)
	}
	return 0
}

func main() {
	connection, err := net.Dial("tcp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		fail(err)
	}
	lines := bufio.NewReader(connection)
	number := search(1, 1000, func(guess int) string {
		fmt.Fprintln(connection, guess)
		line, err := lines.ReadString('\n')
		if err != nil {
			fail(err)
		}
		return strings.Fields(line + " -")[0]
	})
	fmt.Fprint(connection, "QUIT\n")
	connection.Close()
	fmt.Println("found:", number)
}

// mistake: The first number is taken for the port of the receiver.
// fails: ports-and-length
// diagnosis: misreads_the_header
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		w := strings.Fields(in.Text())
		if len(w) < 10 {
			continue
		}
		at := func(i int) uint64 {
			n, _ := strconv.ParseUint(w[2+i]+w[3+i], 16, 16)
			return n
		}
		fmt.Printf("source %d, destination %d, length %d, checksum ok\n", at(2), at(0), at(4))
	}
}

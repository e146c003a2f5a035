// io.ReadFull reads what was promised, and says when there is less.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"net"
	"os"
	"strings"
)

func fetch(server, name string) error {
	connection, err := net.Dial("tcp", server)
	if err != nil {
		return err
	}
	defer connection.Close()
	fmt.Fprintln(connection, "GET", name)
	in := bufio.NewReaderSize(connection, 16)
	answer, err := in.ReadString('\n')
	if err != nil {
		return err
	}
	var size int
	if _, err := fmt.Sscanf(answer, "SIZE %d", &size); err != nil {
		return errors.New(strings.TrimSpace(answer))
	}
	content := make([]byte, size)
	if _, err := io.ReadFull(in, content); err != nil {
		return err
	}
	fmt.Fprintf(connection, "SUM %08x\n", crc32.ChecksumIEEE(content))
	if answer, err = in.ReadString('\n'); err != nil || strings.TrimSpace(answer) != "SAME" {
		return fmt.Errorf("the server says %q", answer)
	}
	return os.WriteFile(name, content, 0o644)
}

func main() {
	if err := fetch(net.JoinHostPort(os.Args[1], os.Args[2]), os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "not fetched:", err)
		os.Exit(1)
	}
}

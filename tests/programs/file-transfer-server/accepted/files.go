// A goroutine for each client; io.Copy sends the file and sums it up on the way.
package main

import (
	"bufio"
	"fmt"
	"hash/crc32"
	"io"
	"net"
	"os"
	"strings"
)

func give(client net.Conn, name string) (sum uint32, ok bool) {
	if strings.HasPrefix(name, "/") || strings.Contains(name, "..") {
		return 0, false
	}
	file, err := os.Open(os.Args[2] + "/" + name)
	if err != nil {
		return 0, false
	}
	defer file.Close()
	about, err := file.Stat()
	if err != nil || !about.Mode().IsRegular() {
		return 0, false
	}
	fmt.Fprintf(client, "SIZE %d\n", about.Size())
	hash := crc32.NewIEEE()
	io.Copy(client, io.TeeReader(file, hash))
	return hash.Sum32(), true
}

func serve(client net.Conn) {
	defer client.Close()
	var last string
	for lines := bufio.NewScanner(client); lines.Scan(); {
		var command, argument string
		fmt.Sscan(lines.Text(), &command, &argument)
		switch {
		case command == "GET" && argument != "":
			if sum, ok := give(client, argument); ok {
				last = fmt.Sprintf("%08x", sum)
			} else {
				fmt.Fprintln(client, "ERROR", argument, "can not be had")
			}
		case command == "SUM" && argument == last && last != "":
			fmt.Fprintln(client, "SAME")
		case command == "SUM" && argument != "" && last != "":
			fmt.Fprintln(client, "DIFFERENT")
		default:
			fmt.Fprintln(client, "ERROR in", lines.Text())
		}
	}
}

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		if client, err := listener.Accept(); err == nil {
			go serve(client)
		}
	}
}

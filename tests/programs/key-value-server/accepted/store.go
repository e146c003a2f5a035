// A goroutine for each client; the store is a sync.Map.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
)

var store sync.Map

func list(in *bufio.Reader, count int) ([]string, error) {
	var words []string
	for ; count > 0; count-- {
		head, err := in.ReadString('\n')
		if err != nil {
			return nil, err
		}
		size, _ := strconv.Atoi(strings.TrimSpace(head[1:]))
		word := make([]byte, size+2)
		if _, err := io.ReadFull(in, word); err != nil {
			return nil, err
		}
		words = append(words, string(word[:size]))
	}
	return words, nil
}

func request(in *bufio.Reader) ([]string, error) {
	line, err := in.ReadString('\n')
	if err != nil {
		return nil, err
	}
	line = strings.TrimRight(line, "\r\n")
	if strings.HasPrefix(line, "*") {
		count, _ := strconv.Atoi(line[1:])
		return list(in, count)
	}
	if open := strings.IndexByte(line, '"'); open >= 0 && strings.HasSuffix(line[open+1:], `"`) {
		return append(strings.Fields(line[:open]), line[open+1:len(line)-1]), nil
	}
	return strings.Fields(line), nil
}

func bulk(text string) string { return fmt.Sprintf("$%d\r\n%s\r\n", len(text), text) }

func answer(words []string) string {
	switch command := strings.ToLower(words[0]); {
	case command == "set" && len(words) == 3:
		store.Store(words[1], words[2])
		return "+OK\r\n"
	case command == "get" && len(words) == 2:
		if value, ok := store.Load(words[1]); ok {
			return bulk(value.(string))
		}
		return "$-1\r\n"
	case command == "del" && len(words) == 2:
		if _, ok := store.LoadAndDelete(words[1]); ok {
			return ":1\r\n"
		}
		return ":0\r\n"
	case command == "keys":
		count, all := 0, ""
		store.Range(func(key, _ any) bool {
			count++
			all += bulk(key.(string))
			return true
		})
		return fmt.Sprintf("*%d\r\n%s", count, all)
	case command == "quit":
		return "+OK\r\n"
	}
	return "-ERR cannot " + words[0] + "\r\n"
}

func serve(connection net.Conn) {
	defer connection.Close()
	in := bufio.NewReader(connection)
	for {
		words, err := request(in)
		if err != nil {
			return
		}
		if len(words) == 0 {
			continue
		}
		fmt.Fprint(connection, answer(words))
		if strings.EqualFold(words[0], "quit") {
			return
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
		if connection, err := listener.Accept(); err == nil {
			go serve(connection)
		}
	}
}

// One goroutine has the room, two more serve each client: one reads, one writes.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"regexp"
	"strings"
)

type client struct {
	name string
	mail chan string
}

type event struct {
	from *client
	line string
	gone bool
}

var isName = regexp.MustCompile(`^[A-Za-z0-9]+$`)

type room map[string]*client

func (r room) others(me *client, line string) {
	for _, one := range r {
		if one != me {
			one.mail <- line
		}
	}
}

func (r room) answer(me *client, line string) string {
	command, rest, _ := strings.Cut(line, " ")
	switch {
	case me.name == "" && command == "NAME":
		if r[rest] != nil || !isName.MatchString(rest) {
			return "ERROR choose another name"
		}
		me.name = rest
		r[rest] = me
		r.others(me, "JOINED "+rest)
		return "OK"
	case me.name == "":
		return "ERROR no name yet"
	case command == "SAY" && rest != "":
		r.others(me, "SAID "+me.name+" "+rest)
		return "OK"
	case command == "TELL":
		name, text, found := strings.Cut(rest, " ")
		if r[name] == nil || !found {
			return "ERROR nobody has that name"
		}
		r[name].mail <- "TOLD " + me.name + " " + text
		return "OK"
	case line == "WHO":
		for name := range r {
			me.mail <- "HERE " + name
		}
		return "OK"
	}
	return "ERROR unknown: " + command
}

func run(events <-chan event) {
	r := room{}
	for e := range events {
		if !e.gone {
			e.from.mail <- r.answer(e.from, e.line)
			continue
		}
		if e.from.name != "" {
			delete(r, e.from.name)
			r.others(e.from, "LEFT "+e.from.name)
		}
		close(e.from.mail)
	}
}

func write(connection net.Conn, mail <-chan string) {
	out := bufio.NewWriter(connection)
	for line := range mail {
		out.WriteString(line + "\n")
		if len(mail) == 0 {
			out.Flush()
		}
	}
	out.Flush()
	connection.Close()
}

func serve(connection net.Conn, events chan<- event) {
	me := &client{mail: make(chan string, 10000)}
	go write(connection, me.mail)
	in := bufio.NewScanner(connection)
	for in.Scan() {
		if in.Text() == "QUIT" {
			me.mail <- "BYE"
			break
		}
		events <- event{from: me, line: in.Text()}
	}
	events <- event{from: me, gone: true}
}

func main() {
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	events := make(chan event)
	go run(events)
	for {
		if connection, err := listener.Accept(); err == nil {
			go serve(connection, events)
		}
	}
}

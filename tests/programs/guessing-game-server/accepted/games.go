// A goroutine for each client, and a second one that asks it; they talk through channels.
package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strconv"
)

func referee(secrets []int, lines <-chan string, answers chan<- string) {
	defer close(answers)
	for game := 0; ; game++ {
		secret := secrets[game%len(secrets)]
		for guesses, over := 0, false; !over; {
			line, ok := <-lines
			if !ok {
				return
			}
			guess, err := strconv.Atoi(line)
			switch {
			case line == "NEW":
				over = true
				answers <- fmt.Sprint("WAS ", secret)
				continue
			case err != nil || guess < 1 || guess > 1000:
				answers <- fmt.Sprintf("ERROR %q is no guess", line)
				continue
			}
			guesses++
			switch {
			case guess < secret:
				answers <- "HIGHER"
			case guess > secret:
				answers <- "LOWER"
			default:
				over = true
				answers <- fmt.Sprint("RIGHT ", guesses)
			}
		}
	}
}

func play(client net.Conn, secrets []int) {
	defer client.Close()
	lines, answers := make(chan string), make(chan string)
	go referee(secrets, lines, answers)
	defer close(lines)
	for in := bufio.NewScanner(client); in.Scan(); {
		if in.Text() == "QUIT" {
			fmt.Fprintln(client, "BYE")
			return
		}
		lines <- in.Text()
		fmt.Fprintln(client, <-answers)
	}
}

func main() {
	var secrets []int
	for _, text := range os.Args[2:] {
		secret, _ := strconv.Atoi(text)
		secrets = append(secrets, secret)
	}
	listener, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		if client, err := listener.Accept(); err == nil {
			go play(client, secrets)
		}
	}
}

package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
)

func main() {
	var host string
	var porta int
	fmt.Print("Endereço do servidor: ")
	fmt.Scanln(&host)
	fmt.Print("Porta: ")
	fmt.Scanln(&porta)
	fmt.Print("Mensagem: ")
	mensagem, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	conn, err := net.Dial("udp", fmt.Sprintf("%s:%d", host, porta))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	conn.Write([]byte(strings.TrimRight(mensagem, "\n")))
	conn.Close()
}

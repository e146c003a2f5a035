package main

import (
	"fmt"
	"net"
)

func main() {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		panic(err)
	}
	for _, a := range addresses {
		fmt.Println(a)
	}
}

// fails: hears-this-computer, hears-both
// diagnosis: hears_ipv6_only
// mistake: udp6 hears IPv6 alone: what is sent to 127.0.0.1 meets nobody.
package main

import (
	"fmt"
	"net"
	"os"
)

func main() {
	c, err := net.ListenPacket("udp6", ":"+os.Args[1])
	if err != nil {
		panic(err)
	}
	b := make([]byte, 2048)
	for {
		n, a, _ := c.ReadFrom(b)
		fmt.Println(a, string(b[:n]))
	}
}

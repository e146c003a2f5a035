// mistake: It prints the address of each network, not the machine's own in it.
// fails: one-interface, each-interface
// diagnosis: prints_addresses_cut
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
		one, ok := a.(*net.IPNet)
		if ok && one.IP.To4() != nil {
			fmt.Println(one.IP.Mask(one.Mask))
		}
	}
}

// fails: one-interface, each-interface
// diagnosis: prints_no_address
// mistake: It prints the names of the interfaces, and not their addresses.
package main

import (
	"fmt"
	"net"
)

func main() {
	interfaces, _ := net.Interfaces()
	for _, i := range interfaces {
		fmt.Println(i.Name, i.HardwareAddr)
	}
}

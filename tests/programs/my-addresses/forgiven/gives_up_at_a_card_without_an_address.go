// fails: without-an-address
// mistake: an interface that has no address at all ends it.
package main

import (
	"fmt"
	"log"
	"net"
)

func main() {
	interfaces, err := net.Interfaces()
	if err != nil {
		log.Fatal(err)
	}
	for _, one := range interfaces {
		addresses, _ := one.Addrs()
		if len(addresses) == 0 {
			log.Fatalf("%s has no address", one.Name)
		}
		for _, address := range addresses {
			if network, ok := address.(*net.IPNet); ok && network.IP.To4() != nil {
				fmt.Println(one.Name, network.IP)
			}
		}
	}
}

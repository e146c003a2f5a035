// UDP ping client
// mistake: The text is made before the loop, so that each ping has the number 1.
// fails: sends-ten-pings
// diagnosis: sends_the_same_number_again
package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	conn, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	seq := 1
	message := fmt.Sprintf("Ping %d %d", seq, time.Now().Unix())
	lost := 0
	for ; seq <= 10; seq++ {
		start := time.Now()
		conn.Write([]byte(message))
		conn.SetReadDeadline(start.Add(time.Second))
		if _, err := conn.Read(make([]byte, 1024)); err != nil {
			fmt.Println("Request timed out")
			lost++
			continue
		}
		fmt.Println("RTT:", time.Since(start))
	}
	fmt.Printf("Loss: %d%%\n", lost*10)
}

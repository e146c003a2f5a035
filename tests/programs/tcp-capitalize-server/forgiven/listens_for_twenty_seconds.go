// fails: half-a-minute-of-silence
// diagnosis: ends_after_a_silence
// mistake: A deadline for accept(), set once.
package main

import (
	"net"
	"os"
	"strconv"
	"time"
)

func main() {
	p, _ := strconv.Atoi(os.Args[1])
	l, _ := net.ListenTCP("tcp", &net.TCPAddr{Port: p})
	l.SetDeadline(time.Now().Add(20 * time.Second))
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			b := make([]byte, 4096)
			for {
				n, err := c.Read(b)
				if n == 0 || err != nil {
					c.Close()
					return
				}
				for i, x := range b[:n] {
					if 'a' <= x && x <= 'z' {
						b[i] = x - 32
					}
				}
				c.Write(b[:n])
			}
		}()
	}
}

// fails: replies, prints-no-leftovers
// diagnosis: connects_to_the_first_peer
// mistake: The socket is connected to a port that some client had once.
package main
import ("fmt"; "net"; "os")
func main() {
	laddr, _ := net.ResolveUDPAddr("udp", ":"+os.Args[1])
	raddr, _ := net.ResolveUDPAddr("udp", "127.0.0.1:5555")
	c, err := net.DialUDP("udp", laddr, raddr)
	if err != nil { fmt.Println(err); return }
	buf := make([]byte, 2048)
	for {
		n, err := c.Read(buf)
		if err != nil { fmt.Println(err); continue }
		fmt.Println(string(buf[:n]))
		c.Write([]byte("Message received"))
	}
}

// fails: replies-in-capitals
// diagnosis: a_call_failed
// mistake: Write() on a socket that is not connected has nobody to write to.
package main
import ("fmt"; "net"; "os"; "strings")
func main() {
	addr, _ := net.ResolveUDPAddr("udp", ":"+os.Args[1])
	c, err := net.ListenUDP("udp", addr)
	if err != nil { panic(err) }
	b := make([]byte, 65535)
	for {
		n, _, _ := c.ReadFromUDP(b)
		if _, err := c.Write([]byte(strings.ToUpper(string(b[:n])))); err != nil { fmt.Println(err) }
	}
}

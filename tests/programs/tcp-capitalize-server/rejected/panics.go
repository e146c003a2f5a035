// fails: replies-in-capitals
// diagnosis: go_panic
// mistake: It takes a second word that is not there.
package main
import ("net"; "os"; "strings")
func main() {
	l, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil { panic(err) }
	for {
		c, _ := l.Accept()
		b := make([]byte, 1024)
		n, _ := c.Read(b)
		words := strings.Split(string(b[:n]), ";")
		c.Write([]byte(strings.ToUpper(words[1])))
		c.Close()
	}
}

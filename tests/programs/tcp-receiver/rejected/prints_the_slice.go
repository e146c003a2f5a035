// fails: prints-a-message
// diagnosis: shows_an_object
// mistake: A []byte is printed as its numbers.
package main
import ("fmt"; "net"; "os")
func main() {
	l, _ := net.Listen("tcp", ":"+os.Args[1])
	for {
		c, _ := l.Accept()
		buf := make([]byte, 1024)
		n, _ := c.Read(buf)
		fmt.Println("Received:", buf[:n])
		c.Close()
	}
}

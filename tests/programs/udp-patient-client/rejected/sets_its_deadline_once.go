// fails: a-reply-is-lost, server-is-started-again, refused-at-first
// diagnosis: uses_up_its_time_limit
// mistake: The deadline is a moment; when it has passed every Read() fails at once.
package main
import ("fmt"; "net"; "os"; "time")
func main() {
	c, err := net.Dial("udp", os.Args[1]+":"+os.Args[2])
	if err != nil { panic(err) }
	c.SetReadDeadline(time.Now().Add(2 * time.Second))
	buf := make([]byte, 1024)
	for i := 1; ; i++ {
		fmt.Fprintf(c, "message %d", i)
		n, err := c.Read(buf)
		if err != nil { fmt.Println("no reply"); time.Sleep(time.Second); continue }
		fmt.Println(string(buf[:n]))
		time.Sleep(time.Second)
	}
}

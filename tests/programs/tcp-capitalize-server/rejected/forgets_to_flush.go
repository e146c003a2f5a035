// fails: replies-in-capitals
// diagnosis: sends_nothing_back
// mistake: What bufio.Writer holds leaves it with Flush() only.
package main
import ("bufio"; "net"; "os"; "strings")
func main() {
	l, err := net.Listen("tcp", ":"+os.Args[1])
	if err != nil { panic(err) }
	for {
		c, _ := l.Accept()
		go func() {
			defer c.Close()
			r := bufio.NewReader(c)
			w := bufio.NewWriter(c)
			for {
				line, err := r.ReadString('\n')
				if err != nil { return }
				w.WriteString(strings.ToUpper(line))
			}
		}()
	}
}

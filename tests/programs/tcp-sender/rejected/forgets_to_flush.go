// fails: message-arrives
// diagnosis: never_sends
// mistake: What bufio.Writer holds leaves it with Flush() only.
package main
import ("bufio"; "net"; "os")
func main() {
	c, err := net.Dial("tcp", os.Args[1]+":"+os.Args[2])
	if err != nil { panic(err) }
	w := bufio.NewWriter(c)
	w.WriteString(os.Args[3])
	c.Close()
}

// The library's SendMail, which waits for each code.
package main

import (
	"fmt"
	"net/smtp"
	"os"
	"strings"
)

func main() {
	host, port, sender, recipient, name := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	text, err := os.ReadFile(name)
	if err == nil {
		head := fmt.Sprintf("From: %s\r\nTo: %s\r\nSubject: a text\r\n\r\n", sender, recipient)
		lines := strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n", "\r\n")
		err = smtp.SendMail(host+":"+port, nil, sender, []string{recipient}, []byte(head+lines))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "not mailed:", err)
		os.Exit(1)
	}
}

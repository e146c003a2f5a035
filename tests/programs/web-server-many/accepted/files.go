// A goroutine for each browser, and the server of Go's own library.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	fmt.Println(http.ListenAndServe(":"+os.Args[1], http.FileServer(http.Dir("www"))))
}

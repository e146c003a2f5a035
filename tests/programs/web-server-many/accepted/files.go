// A goroutine for each browser, and the server of Go's own library.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	pages := http.FileServer(http.Dir("www"))
	fmt.Println(http.ListenAndServe(":"+os.Args[1], http.HandlerFunc(func(out http.ResponseWriter, in *http.Request) {
		if in.URL.Path == "/index.html" {
			in.URL.Path = "/" // FileServer would redirect
		}
		pages.ServeHTTP(out, in)
	})))
}

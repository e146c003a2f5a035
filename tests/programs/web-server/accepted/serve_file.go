// The function of Go's library for a single file, and a handler of its own around it.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	server := &http.Server{Addr: ":" + os.Args[1], Handler: http.HandlerFunc(func(out http.ResponseWriter, in *http.Request) {
		http.ServeFile(out, in, "www"+in.URL.Path)
	})}
	server.SetKeepAlivesEnabled(false)
	fmt.Println(server.ListenAndServe())
}

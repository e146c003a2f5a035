package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.Method, r.URL)
		w.Header().Set("Connection", "close")
		fmt.Fprintln(w, "Hello, world!")
	})
	fmt.Println(http.ListenAndServe(":"+os.Args[1], nil))
}

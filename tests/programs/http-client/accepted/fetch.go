// net/http, by host, port and path.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
)

func fetch(url, name string) error {
	response, err := http.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server says %s", response.Status)
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, response.Body)
	return err
}

func main() {
	if len(os.Args) != 5 {
		fmt.Fprintln(os.Stderr, "usage: fetch HOST PORT PATH FILE")
		os.Exit(2)
	}
	if err := fetch("http://"+os.Args[1]+":"+os.Args[2]+os.Args[3], os.Args[4]); err != nil {
		fmt.Fprintln(os.Stderr, "not fetched:", err)
		os.Exit(1)
	}
}

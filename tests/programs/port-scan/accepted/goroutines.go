package main

import (
	"fmt"
	"net"
	"os"
	"sort"
	"strconv"
	"time"
)

func main() {
	first, _ := strconv.Atoi(os.Args[2])
	last, _ := strconv.Atoi(os.Args[3])
	results := make(chan int)
	for port := first; port <= last; port++ {
		go func(p int) {
			conn, err := net.DialTimeout("tcp", fmt.Sprintf("%s:%d", os.Args[1], p), 2*time.Second)
			if err != nil {
				results <- 0
				return
			}
			conn.Close()
			results <- p
		}(port)
	}
	var open []int
	for port := first; port <= last; port++ {
		if p := <-results; p != 0 {
			open = append(open, p)
		}
	}
	sort.Ints(open)
	for _, p := range open {
		fmt.Printf("%d open\n", p)
	}
}

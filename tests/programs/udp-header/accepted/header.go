package main

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"net"
	"os"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		words := strings.Fields(in.Text())
		if len(words) < 10 {
			continue
		}
		data, err := hex.DecodeString(strings.Join(words[2:], ""))
		if err != nil {
			fmt.Println(err)
			continue
		}
		all := append([]byte{}, net.ParseIP(words[0]).To4()...)
		all = append(all, net.ParseIP(words[1]).To4()...)
		all = append(all, 0, 17)
		all = binary.BigEndian.AppendUint16(all, uint16(len(data)))
		all = append(all, data...)
		if len(all)%2 == 1 {
			all = append(all, 0)
		}
		var sum uint32
		for i := 0; i < len(all); i += 2 {
			sum += uint32(binary.BigEndian.Uint16(all[i:]))
		}
		for sum > 0xffff {
			sum = sum&0xffff + sum>>16
		}
		verdict := "wrong"
		if binary.BigEndian.Uint16(data[6:]) == 0 {
			verdict = "none"
		} else if sum == 0xffff {
			verdict = "ok"
		}
		fmt.Printf("source=%d destination=%d length=%d checksum %s\n", binary.BigEndian.Uint16(data),
			binary.BigEndian.Uint16(data[2:]), binary.BigEndian.Uint16(data[4:]), verdict)
	}
}

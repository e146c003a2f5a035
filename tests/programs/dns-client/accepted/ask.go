// DNS client: Go, one deadline for each try
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand"
	"net"
	"os"
	"strings"
	"time"
)

func skipName(data []byte) ([]byte, error) {
	for len(data) > 1 {
		size := int(data[0])
		switch {
		case size >= 192:
			return data[2:], nil
		case size == 0:
			return data[1:], nil
		case len(data) < size+2:
			return nil, errors.New("short")
		}
		data = data[1+size:]
	}
	return nil, errors.New("short")
}

func read(data []byte, id uint16) (code int, found []net.IP, err error) {
	if len(data) < 12 || binary.BigEndian.Uint16(data) != id || data[2]&128 == 0 {
		return 0, nil, errors.New("not mine")
	}
	answers := int(binary.BigEndian.Uint16(data[6:]))
	code = int(data[3] & 15)
	rest := data[12:]
	for i := 0; i < int(binary.BigEndian.Uint16(data[4:])); i++ {
		if rest, err = skipName(rest); err != nil || len(rest) < 4 {
			return 0, nil, errors.New("short")
		}
		rest = rest[4:]
	}
	for i := 0; i < answers; i++ {
		if rest, err = skipName(rest); err != nil || len(rest) < 10 {
			return 0, nil, errors.New("short")
		}
		size := int(binary.BigEndian.Uint16(rest[8:]))
		if len(rest) < 10+size {
			return 0, nil, errors.New("short")
		}
		if binary.BigEndian.Uint32(rest) == 0x00010001 && size == 4 {
			found = append(found, net.IP(rest[10:14]))
		}
		rest = rest[10+size:]
	}
	return code, found, nil
}

func main() {
	conn, err := net.Dial("udp4", net.JoinHostPort(os.Args[1], os.Args[2]))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	id := uint16(rand.New(rand.NewSource(time.Now().UnixNano())).Intn(65536))
	query := binary.BigEndian.AppendUint16(nil, id)
	query = append(query, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
	for _, label := range strings.Split(strings.Trim(os.Args[3], "."), ".") {
		query = append(append(query, byte(len(label))), label...)
	}
	query = append(query, 0, 0, 1, 0, 1)
	buffer := make([]byte, 4096)
	for i := 0; i < 3; i++ {
		conn.Write(query)
		conn.SetReadDeadline(time.Now().Add(1500 * time.Millisecond))
		for {
			n, err := conn.Read(buffer)
			if err != nil {
				break
			}
			code, found, err := read(buffer[:n], id)
			if err != nil {
				continue
			}
			if code != 0 || len(found) == 0 {
				fmt.Println("not found")
				os.Exit(1)
			}
			for _, address := range found {
				fmt.Println(address)
			}
			return
		}
	}
	fmt.Println("no answer")
	os.Exit(1)
}

// The reverse proxy of Go's own library, which makes its own head of what came, with a memory in front of it.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"sync"
)

type page struct {
	header http.Header
	body   []byte
}

type recorder struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(some []byte) (int, error) {
	r.body.Write(some)
	return r.ResponseWriter.Write(some)
}

func main() {
	origin, _ := url.Parse(fmt.Sprintf("http://%s:%s", os.Args[2], os.Args[3]))
	proxy := httputil.NewSingleHostReverseProxy(origin)
	proxy.Transport = &http.Transport{DisableKeepAlives: true, DisableCompression: true}
	var lock sync.Mutex
	kept := map[string]page{}
	http.ListenAndServe(":"+os.Args[1], http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		lock.Lock()
		old, there := kept[r.RequestURI]
		lock.Unlock()
		if there {
			for name, values := range old.header {
				w.Header()[name] = values
			}
			w.Write(old.body)
			return
		}
		record := &recorder{ResponseWriter: w}
		proxy.ServeHTTP(record, r)
		if record.status == http.StatusOK {
			lock.Lock()
			kept[r.RequestURI] = page{record.Header().Clone(), record.body.Bytes()}
			lock.Unlock()
		}
	}))
}

# The server of Python's own library.
import functools
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

Pages = functools.partial(SimpleHTTPRequestHandler, directory='www')
ThreadingHTTPServer(('', int(sys.argv[1])), Pages).serve_forever()

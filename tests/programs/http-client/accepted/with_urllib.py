# The library follows redirects, and knows chunks; an error has a status of its own.
import http.client
import sys
import urllib.request

try:
    with urllib.request.urlopen(sys.argv[1]) as response:
        page = response.read()
except (OSError, http.client.HTTPException) as error:
    sys.exit(f'not fetched: {error!r}')
with open(sys.argv[2], 'wb') as file:
    file.write(page)

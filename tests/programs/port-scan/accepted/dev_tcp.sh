#!/bin/bash
# bash opens a connection for /dev/tcp/HOST/PORT.
for ((port = $2; port <= $3; port++)); do
    if (: > "/dev/tcp/$1/$port") 2>/dev/null; then
        echo "$port"
    fi
done

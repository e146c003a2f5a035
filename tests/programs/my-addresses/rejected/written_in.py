# fails: one-interface, each-interface
# diagnosis: prints_other_addresses
# mistake: The addresses of the author's laptop are written in.
print("lo     127.0.0.1")
print("wlan0  192.168.178.23")
print("eth0   10.0.0.5")

# Asks in another language and in few words.
import socket

rechner = input("wo? ")
von = int(input("von: "))
bis = int(input("bis: "))
for nummer in range(von, bis + 1):
    with socket.socket() as s:
        if s.connect_ex((rechner, nummer)) == 0:
            print(f"Offen: {nummer}")

from socket import *

print("Inserisci l'indirizzo IP e la porta")
host, porta = input().split()
messaggio = input("Messaggio: ")
s = socket(AF_INET, SOCK_DGRAM)
s.sendto(messaggio.encode(), (host, int(porta)))
s.close()

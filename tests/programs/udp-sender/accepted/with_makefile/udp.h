#ifndef UDP_H
#define UDP_H

/* Sends text to host:port in one datagram; 0 if that worked. */
int udp_send(const char *host, const char *port, const char *text);

#endif

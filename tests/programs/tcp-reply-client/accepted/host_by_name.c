/* gets the reply of the server in the lab */
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

#define SERVER "server.example.edu"
#define PORT 5000

int main(void)
{
    struct sockaddr_in addr;
    struct hostent *host;
    char buf[512];
    ssize_t n;
    const char *msg = "how is the weather over there?";
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    host = gethostbyname(SERVER);
    if (host == NULL) {
        fprintf(stderr, "ERROR, no such host\n");
        exit(1);
    }
    bzero(&addr, sizeof(addr));
    addr.sin_family = AF_INET;
    bcopy(host->h_addr, &addr.sin_addr, host->h_length);
    addr.sin_port = htons(PORT);
    if (connect(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("connect");
        exit(1);
    }
    write(fd, msg, strlen(msg));
    while ((n = read(fd, buf, sizeof(buf))) > 0)
        fwrite(buf, 1, n, stdout);
    puts("");
    close(fd);
    return 0;
}

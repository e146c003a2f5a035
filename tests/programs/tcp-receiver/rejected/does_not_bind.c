/* fails: prints-a-message
 * diagnosis: bind_not_called
 * mistake: Without bind() the system chooses the port that the socket listens on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address;
    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(argv[1]));
    address.sin_addr.s_addr = INADDR_ANY;

    if (listen(fd, 5) < 0) {
        perror("listen");
        return 1;
    }
    printf("Listening...\n");
    while (1) {
        char buf[1024] = {0};
        int conn = accept(fd, NULL, NULL);
        read(conn, buf, sizeof(buf) - 1);
        printf("%s\n", buf);
        close(conn);
    }
}

/* fails: replies-in-capitals
 * diagnosis: bind_not_called
 * mistake: bind() is missing, so the system chooses a port that no client knows.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server, client;
    socklen_t size = sizeof client;
    char message[1024];
    int fd, conn, n;

    if (argc < 2)
        return 1;
    fd = socket(AF_INET, SOCK_STREAM, 0);
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = INADDR_ANY;
    server.sin_port = htons(atoi(argv[1]));

    listen(fd, 5);
    puts("Waiting for incoming connections...");
    while ((conn = accept(fd, (struct sockaddr *)&client, &size)) >= 0) {
        while ((n = recv(conn, message, sizeof message, 0)) > 0) {
            for (int i = 0; i < n; i++)
                message[i] = toupper((unsigned char)message[i]);
            send(conn, message, n, 0);
        }
        close(conn);
    }
    return 0;
}

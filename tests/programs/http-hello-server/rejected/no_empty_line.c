/* mistake: No empty line stands between the head and the body.
 * fails: answers-a-request
 * diagnosis: breaks_http
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int c, s = socket(AF_INET, SOCK_STREAM, 0);
    const char *response = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\nHello, world!";
    char request[4096];

    bind(s, (struct sockaddr *)&me, sizeof me);
    listen(s, 5);
    while ((c = accept(s, NULL, NULL)) >= 0) {
        read(c, request, sizeof request);
        write(c, response, strlen(response));
        close(c);
    }
    return 0;
}

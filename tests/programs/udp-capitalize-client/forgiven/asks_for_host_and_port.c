// UDP capitalize client
// oddity: It asks for the host and the port before it asks for the text, which it reads into 500 bytes.
// fails: long-text
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SIZE 500

static void ask(const char *question, char *answer)
{
    printf("%s", question);
    fflush(stdout);
    if (fgets(answer, SIZE, stdin) == NULL)
        exit(1);
    answer[strcspn(answer, "\n")] = '\0';
}

int main(void)
{
    char host[SIZE], port[SIZE], text[SIZE];

    ask("Host: ", host);
    ask("Port: ", port);
    ask("Text: ", text);

    struct sockaddr_in server;
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(port));
    server.sin_addr.s_addr = inet_addr(host);

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(fd, text, strlen(text), 0, (struct sockaddr *)&server, sizeof server);
    int n = recvfrom(fd, text, SIZE - 1, 0, NULL, NULL);
    if (n < 0) {
        perror("recvfrom");
        return 1;
    }
    text[n] = '\0';
    printf("Reply: %s\n", text);
    close(fd);
    return 0;
}

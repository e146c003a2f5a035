// fails: capitals-come-back
// diagnosis: first_word_only
// blamed: client
// mistake: scanf("%s") reads up to the first space.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
    char sentence[1000], reply[1000];
    struct sockaddr_in server;
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    if (connect(sock, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect");
        return 1;
    }
    printf("Sentence: \n");
    scanf("%999s", sentence);
    send(sock, sentence, strlen(sentence), 0);
    ssize_t n = recv(sock, reply, sizeof(reply) - 1, 0);
    if (n < 0) n = 0;
    reply[n] = '\0';
    printf("From server: %s\n", reply);
    close(sock);
    return 0;
}

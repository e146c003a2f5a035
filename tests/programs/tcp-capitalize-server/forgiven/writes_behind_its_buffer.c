// fails: long-message
// diagnosis: c_crash
// mistake: recv() may fill the whole buffer, and then the NUL goes behind it.
#include <ctype.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void* serve(void* argument) {
    int client = (int)(intptr_t)argument;
    char buffer[1024];
    ssize_t n;
    while ((n = recv(client, buffer, sizeof buffer, 0)) > 0) {
        buffer[n] = '\0';
        for (char* c = buffer; *c != '\0'; c++) *c = (char)toupper((unsigned char)*c);
        send(client, buffer, (size_t)n, MSG_NOSIGNAL);
    }
    close(client);
    return NULL;
}

int main(int argc, char* argv[]) {
    (void)argc;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in address = {0};
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(argv[1]));
    if (bind(server, (struct sockaddr*)&address, sizeof address) < 0) return 1;
    listen(server, 5);
    for (;;) {
        pthread_t thread;
        int client = accept(server, NULL, NULL);
        pthread_create(&thread, NULL, serve, (void*)(intptr_t)client);
        pthread_detach(thread);
    }
}

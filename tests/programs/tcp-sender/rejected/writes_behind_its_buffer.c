// fails: ends-by-itself
// diagnosis: c_crash
// mistake: strcat() into 16 bytes, whatever the length of the message.
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char* argv[]) {
    (void)argc;
    char text[16] = "";
    struct sockaddr_in address = {0};
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &address.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(s, (struct sockaddr*)&address, sizeof address) < 0) return 1;
    strcat(text, argv[3]);
    send(s, text, strlen(text), 0);
    close(s);
    return 0;
}

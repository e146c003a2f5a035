// fails: long-message
// oddity: The message is copied into a buffer of 1024 bytes, and the rest of a longer one is lost.
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX 1024

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cout << "Usage: " << argv[0] << " <ip> <port> <message>" << std::endl;
        return 1;
    }

    char buffer[MAX];
    memset(buffer, 0, MAX);
    strncpy(buffer, argv[3], MAX - 1);

    int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to;
    memset(&to, 0, sizeof(to));
    to.sin_family = AF_INET;
    to.sin_port = htons(atoi(argv[2]));
    to.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(fd, (sockaddr*)&to, sizeof(to)) != 0) {
        std::cout << "Connection failed" << std::endl;
        return 1;
    }
    send(fd, buffer, strlen(buffer), 0);
    close(fd);
    return 0;
}

// DNS client
#include <arpa/inet.h>
#include <netinet/in.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        std::fprintf(stderr, "usage: %s HOST PORT NAME\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the address of the server, from the first argument (argv[1])
    int port = 0;           // fill in: the port of the server, from the second argument, as a number
    const char *name = "";  // fill in: the name, from the third argument
    unsigned char question[300] = {};
    unsigned char answer[4096];
    std::size_t size = 12;

    if (port == 0) {
        std::fprintf(stderr, "Fill in the host, the port and the name first.\n");
        return 1;
    }

    // The head has twelve bytes, numbers with their highest byte first. Byte 5 says that there is one question.
    question[2] = 1;
    question[5] = 1;
    // fill in: an id in bytes 0 and 1
    // fill in: behind the head, for each label of the name, its length in one byte and its letters; then a byte 0
    // fill in: the type 1 and the class 1, two bytes each; `size` counts all of it

    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }
    // fill in: a time limit of two seconds for recvfrom(): setsockopt() with SO_RCVTIMEO and a struct timeval

    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &server.sin_addr) != 1) {
        std::fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    // fill in: a loop that asks again when nothing has come
    sendto(sock, question, size, 0, reinterpret_cast<sockaddr *>(&server), sizeof(server));
    ssize_t got = recvfrom(sock, answer, sizeof(answer), 0, nullptr, nullptr);

    // fill in: is it the answer to this question? Does it say that there is no such name?
    // fill in: go over the question, then from record to record; print the addresses
    std::printf("%zd bytes have come about %s\n", got, name);

    close(sock);
    return 0;
}

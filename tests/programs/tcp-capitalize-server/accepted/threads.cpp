#include <algorithm>
#include <cctype>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std;

static string capitals(string text)
{
    transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return toupper(c); });
    return text;
}

static void serve(int client)
{
    char buffer[2000];
    for (;;) {
        ssize_t n = read(client, buffer, sizeof buffer);
        if (n <= 0)
            break;
        string reply = capitals(string(buffer, n));
        size_t done = 0;
        while (done < reply.size()) {
            ssize_t m = write(client, reply.data() + done, reply.size() - done);
            if (m <= 0)
                break;
            done += m;
        }
    }
    close(client);
}

int main(int argc, char** argv)
{
    const char* port = argc > 1 ? argv[1] : "9000";
    signal(SIGPIPE, SIG_IGN);

    addrinfo hints{};
    hints.ai_family = AF_INET6;  // one IPv6 socket hears IPv4 too
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* info = nullptr;
    if (int error = getaddrinfo(nullptr, port, &hints, &info)) {
        cerr << gai_strerror(error) << endl;
        return 1;
    }
    int listener = socket(info->ai_family, info->ai_socktype, info->ai_protocol);
    int on = 1, off = 0;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    if (::bind(listener, info->ai_addr, info->ai_addrlen) < 0 || listen(listener, 20) < 0) {
        perror("server");
        return 1;
    }
    freeaddrinfo(info);
    cout << "Server is up on port " << port << endl;

    while (true) {
        int client = accept(listener, nullptr, nullptr);
        if (client < 0)
            continue;
        thread(serve, client).detach();
    }
}

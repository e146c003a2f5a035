#include <iostream>
#include <string>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std;

int main(int argc, char* argv[])
{
    string host = argc > 1 ? argv[1] : "127.0.0.1";
    int port = argc > 2 ? stoi(argv[2]) : 54000;

    cout << "> ";
    string line;
    if (!getline(cin, line)) {
        cerr << "no message" << endl;
        return 1;
    }

    int sock = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in hint{};
    hint.sin_family = AF_INET;
    hint.sin_port = htons(port);
    inet_pton(AF_INET, host.c_str(), &hint.sin_addr);
    if (connect(sock, (sockaddr*)&hint, sizeof(hint)) == -1) {
        cerr << "cannot connect to " << host << ":" << port << endl;
        return 1;
    }

    const char* data = line.c_str();
    size_t size = line.size();
    while (size > 0) {
        ssize_t sent = send(sock, data, size, 0);
        if (sent == -1) {
            cerr << "cannot send" << endl;
            return 1;
        }
        data += sent;
        size -= sent;
    }
    close(sock);
}

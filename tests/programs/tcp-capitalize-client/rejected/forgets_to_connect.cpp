// fails: sends-the-text, prints-the-reply
// diagnosis: sends_without_connecting
// mistake: connect() is missing, so there is nobody to send to.
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std;

int main(int argc, char* argv[])
{
    if (argc != 3) {
        cerr << "usage: " << argv[0] << " host port" << endl;
        return 1;
    }
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in server;
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);

    string text;
    cout << "Text: ";
    getline(cin, text);
    if (send(sock, text.c_str(), text.size(), MSG_NOSIGNAL) < 0)
        perror("send");

    char reply[2048];
    int n = recv(sock, reply, sizeof(reply) - 1, 0);
    if (n > 0) {
        reply[n] = '\0';
        cout << "Reply: " << reply << endl;
    }
    close(sock);
    return 0;
}

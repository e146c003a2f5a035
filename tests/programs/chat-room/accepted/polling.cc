// poll(), and buffers in both directions for each client.
#include <arpa/inet.h>
#include <cctype>
#include <algorithm>
#include <cstdlib>
#include <list>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Client {
    int socket;
    std::string name, in, out;
    bool leaves = false, gone = false;
};

static std::list<Client> clients;

static void to_others(const Client& me, const std::string& line) {
    for (Client& one : clients)
        if (&one != &me && !one.name.empty() && !one.gone) one.out += line + "\n";
}

static Client* find(const std::string& name) {
    for (Client& one : clients)
        if (!name.empty() && one.name == name) return &one;
    return nullptr;
}

static std::string answer(Client& me, const std::string& line) {
    const size_t space = line.find(' ');
    const std::string command = line.substr(0, space), rest = space == std::string::npos ? "" : line.substr(space + 1);
    if (line == "QUIT") {
        me.leaves = true;
        return "BYE";
    }
    if (me.name.empty()) {
        if (command != "NAME" || rest.empty()) return "ERROR say NAME and your name";
        for (const char letter : rest)
            if (std::isalnum(static_cast<unsigned char>(letter)) == 0) return "ERROR letters and digits, please";
        if (find(rest) != nullptr) return "ERROR taken";
        me.name = rest;
        to_others(me, "JOINED " + rest);
        return "OK";
    }
    if (command == "SAY" && !rest.empty()) {
        to_others(me, "SAID " + me.name + " " + rest);
        return "OK";
    }
    if (command == "TELL" && rest.find(' ') != std::string::npos) {
        Client* const other = find(rest.substr(0, rest.find(' ')));
        if (other == nullptr) return "ERROR not here";
        other->out += "TOLD " + me.name + rest.substr(rest.find(' ')) + "\n";
        return "OK";
    }
    if (line == "WHO") {
        std::string all;
        for (const Client& one : clients)
            if (!one.name.empty()) all += "HERE " + one.name + "\n";
        return all + "OK";
    }
    return "ERROR unknown";
}

static void receive(Client& me) {
    char buffer[4096];
    const ssize_t got = recv(me.socket, buffer, sizeof buffer, 0);
    if (got <= 0) me.gone = true;
    else me.in.append(buffer, static_cast<size_t>(got));
    for (size_t end = me.in.find('\n'); end != std::string::npos && !me.leaves; end = me.in.find('\n')) {
        std::string line = me.in.substr(0, end);
        me.in.erase(0, end + 1);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        me.out += answer(me, line) + "\n";
    }
}

static void send_some(Client& me) {
    const ssize_t sent = send(me.socket, me.out.data(), me.out.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0) me.gone = true;
    else me.out.erase(0, static_cast<size_t>(sent));
    if (me.leaves && me.out.empty()) me.gone = true;
}

static bool buried(Client& me) {
    if (!me.gone) return false;
    const std::string name = me.name;
    me.name.clear();
    if (!name.empty()) to_others(me, "LEFT " + name);
    close(me.socket);
    return true;
}

int main(int, char* argv[]) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(std::atoi(argv[1])));
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 || listen(listener, 20) < 0) return 1;
    for (;;) {
        std::vector<pollfd> polled{{listener, POLLIN, 0}};
        for (const Client& one : clients) {
            const int events = one.out.empty() ? POLLIN : POLLIN | POLLOUT;
            polled.push_back({one.socket, static_cast<short>(events), 0});
        }
        poll(polled.data(), polled.size(), -1);
        size_t i = 1;
        for (Client& one : clients) {
            const short events = polled[i++].revents;
            if ((events & (POLLIN | POLLHUP | POLLERR)) != 0) receive(one);
            if ((events & POLLOUT) != 0 && !one.gone) send_some(one);
        }
        clients.remove_if(buried);
        if (polled[0].revents != 0) clients.push_back({accept(listener, nullptr, nullptr), "", "", ""});
    }
}

// select(), and for each client what has come of it and what is still to be sent.
#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <strings.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using Words = std::vector<std::string>;

static std::map<std::string, std::string> store;

static std::string bulk(const std::string& text) { return "$" + std::to_string(text.size()) + "\r\n" + text + "\r\n"; }

static Words inline_words(const std::string& line) {
    Words words;
    size_t at = 0;
    while ((at = line.find_first_not_of(" \r", at)) != std::string::npos) {
        const bool quoted = line[at] == '"';
        const size_t begin = quoted ? at + 1 : at;
        const size_t end = std::min(line.find_first_of(quoted ? "\"" : " \r", begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        at = end + (quoted ? 1 : 0);
    }
    return words;
}

// Takes a request from the front of what has come, if one is whole.
static std::optional<Words> take(std::string& in) {
    size_t at = in.find('\n');
    if (at == std::string::npos) return std::nullopt;
    Words words;
    if (in[0] != '*') {
        words = inline_words(in.substr(0, at));
        in.erase(0, at + 1);
        return words;
    }
    const int count = std::atoi(in.c_str() + 1);
    ++at;
    for (int i = 0; i < count; ++i) {
        const size_t end = in.find('\n', at);
        if (end == std::string::npos) return std::nullopt;
        const auto size = static_cast<size_t>(std::atoi(in.c_str() + at + 1));
        if (in.size() < end + 1 + size + 2) return std::nullopt;
        words.push_back(in.substr(end + 1, size));
        at = end + 1 + size + 2;
    }
    in.erase(0, at);
    return words;
}

static bool is(const Words& words, const char* command, size_t count) {
    return words.size() == count && strcasecmp(words[0].c_str(), command) == 0;
}

static std::string answer(const Words& words) {
    if (is(words, "SET", 3)) {
        store[words[1]] = words[2];
        return "+OK\r\n";
    }
    if (is(words, "GET", 2)) {
        const auto found = store.find(words[1]);
        return found == store.end() ? "$-1\r\n" : bulk(found->second);
    }
    if (is(words, "DEL", 2)) return ":" + std::to_string(store.erase(words[1])) + "\r\n";
    if (is(words, "KEYS", 2)) {
        std::string all = "*" + std::to_string(store.size()) + "\r\n";
        for (const auto& [key, value] : store) all += bulk(key);
        return all;
    }
    if (is(words, "QUIT", 1)) return "+OK\r\n";
    return "-ERR what is " + words[0] + "?\r\n";
}

struct Client {
    std::string in, out;
    bool leaving = false;
};

// Says whether the client is still there.
static bool serve(int socket, Client& client, bool readable, bool writable) {
    char buffer[8192];
    if (readable) {
        const ssize_t got = recv(socket, buffer, sizeof buffer, 0);
        if (got <= 0) return false;
        client.in.append(buffer, static_cast<size_t>(got));
        while (!client.leaving) {
            const auto words = take(client.in);
            if (!words) break;
            if (words->empty()) continue;
            client.out += answer(*words);
            client.leaving = is(*words, "QUIT", 1);
        }
    }
    if (writable && !client.out.empty()) {
        const ssize_t sent = send(socket, client.out.data(), client.out.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0) return false;
        client.out.erase(0, static_cast<size_t>(sent));
    }
    return !client.leaving || !client.out.empty();
}

int main(int argc, char* argv[]) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(std::atoi(argc > 1 ? argv[1] : "6379")));
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 || listen(listener, 20) < 0) {
        std::perror("bind or listen");
        return 1;
    }
    std::map<int, Client> clients;
    for (;;) {
        fd_set readable, writable;
        FD_ZERO(&readable);
        FD_ZERO(&writable);
        FD_SET(listener, &readable);
        int most = listener;
        for (const auto& [socket, client] : clients) {
            FD_SET(socket, &readable);
            if (!client.out.empty()) FD_SET(socket, &writable);
            most = std::max(most, socket);
        }
        select(most + 1, &readable, &writable, nullptr, nullptr);
        for (auto it = clients.begin(); it != clients.end();) {
            const bool stays = serve(it->first, it->second, FD_ISSET(it->first, &readable), FD_ISSET(it->first, &writable));
            if (!stays) close(it->first);
            it = stays ? std::next(it) : clients.erase(it);
        }
        if (FD_ISSET(listener, &readable)) clients[accept(listener, nullptr, nullptr)];
    }
}

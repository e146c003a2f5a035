// poll() in one thread: for each browser what has come of its request, and what is still to be sent.
#include <arpa/inet.h>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <list>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

struct Browser {
    int socket;
    std::string request, response;
    size_t sent = 0;
    bool done = false;
};

static std::string type_of(const std::string& name) {
    const std::string ending = name.substr(name.find_last_of('.') + 1);
    if (ending == "html" || ending == "css") return "text/" + ending;
    if (ending == "png") return "image/png";
    if (ending == "jpg") return "image/jpeg";
    return ending == "txt" ? "text/plain" : "application/octet-stream";
}

static std::string response_to(const std::string& request) {
    const size_t begin = request.find(' ') + 1, end = request.find(' ', begin);
    std::string path = end == std::string::npos ? "/.." : request.substr(begin, end - begin);
    if (path == "/") path = "/index.html";
    std::ifstream file("www" + path, std::ios::binary);
    if (path.find("..") != std::string::npos || path[0] != '/' || !file) {
        return "HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    }
    const std::string body{std::istreambuf_iterator<char>(file), {}};
    return "HTTP/1.0 200 OK\r\nContent-Type: " + type_of(path) + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

static void receive(Browser& browser) {
    char buffer[2000];
    const ssize_t got = recv(browser.socket, buffer, sizeof buffer, 0);
    if (got <= 0) {
        browser.done = true;
        return;
    }
    browser.request.append(buffer, static_cast<size_t>(got));
    if (browser.response.empty() && browser.request.find("\r\n\r\n") != std::string::npos) {
        browser.response = response_to(browser.request);
    }
}

static void send_some(Browser& browser) {
    const size_t left = browser.response.size() - browser.sent;
    const ssize_t sent = send(browser.socket, browser.response.data() + browser.sent, left, MSG_NOSIGNAL);
    if (sent >= 0) browser.sent += static_cast<size_t>(sent);
    if ((sent < 0 && errno != EAGAIN) || browser.sent == browser.response.size()) browser.done = true;
}

int main(int, char* argv[]) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(std::atoi(argv[1])));
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 || listen(listener, 100) < 0) return 1;
    std::list<Browser> browsers;
    for (;;) {
        std::vector<pollfd> polled{{listener, POLLIN, 0}};
        for (const Browser& browser : browsers) {
            polled.push_back({browser.socket, static_cast<short>(browser.response.empty() ? POLLIN : POLLOUT), 0});
        }
        poll(polled.data(), polled.size(), -1);
        size_t i = 1;
        for (Browser& browser : browsers) {
            const short events = polled[i++].revents;
            if (events == 0) continue;
            if (browser.response.empty()) receive(browser);
            else send_some(browser);
        }
        browsers.remove_if([](const Browser& browser) { return browser.done && close(browser.socket) == 0; });
        if (polled[0].revents != 0) {
            const int connection = accept(listener, nullptr, nullptr);
            fcntl(connection, F_SETFL, O_NONBLOCK);
            browsers.push_back({connection, "", ""});
        }
    }
}

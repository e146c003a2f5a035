// SO_RCVTIMEO, and a std::map, which keeps its names in order.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

struct Heart {
    long number = 0;
    Clock::time_point last;
    bool was_told = false;
};

class Monitor {
  public:
    explicit Monitor(int seconds) : limit_(seconds) {}

    std::optional<std::string> hear(const std::string& text) {
        std::istringstream stream(text);
        std::vector<std::string> words;
        for (std::string word; stream >> word;) words.push_back(word);
        if (words.size() == 3 && words[0] == "ALIVE") {
            if (words[2].find_first_not_of("0123456789") == std::string::npos && words[2].size() < 10)
                beat(words[1], std::stol(words[2]));
        } else if (words.size() == 2 && words[0] == "ASK") {
            const auto found = hearts_.find(words[1]);
            if (found == hearts_.end()) return "UNKNOWN " + words[1];
            return (is_missing(found->second) ? "MISSING " : "ALIVE ") + words[1];
        } else if (words.size() == 2 && words[0] == "BYE") {
            hearts_.erase(words[1]);
        } else if (words.size() == 1 && words[0] == "WHO") {
            std::string answer;
            for (const auto& [name, heart] : hearts_)
                if (is_missing(heart)) answer += " " + name;
            return answer.empty() ? "ALL ALIVE" : "MISSING" + answer;
        }
        return std::nullopt;
    }

    void look_around() {
        for (auto& [name, heart] : hearts_) {
            if (!is_missing(heart) || heart.was_told) continue;
            heart.was_told = true;
            std::cout << "MISSING " << name << std::endl;
        }
    }

  private:
    bool is_missing(const Heart& heart) const { return Clock::now() - heart.last > limit_; }

    void beat(const std::string& name, long number) {
        Heart& heart = hearts_[name];
        if (number != 1 && number <= heart.number) return;
        heart.number = number;
        heart.last = Clock::now();
        if (heart.was_told) std::cout << "BACK " << name << std::endl;
        heart.was_told = false;
    }

    std::chrono::seconds limit_;
    std::map<std::string, Heart> hearts_;
};

int main(int argc, char* argv[]) {
    if (argc < 3) return 2;
    const int sock = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(std::stoi(argv[1])));
    if (bind(sock, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        std::perror("bind");
        return 1;
    }
    const timeval limit{0, 700000};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);

    Monitor monitor(std::stoi(argv[2]));
    std::vector<char> buffer(65536);
    while (true) {
        sockaddr_in sender{};
        socklen_t size = sizeof sender;
        const ssize_t got =
            recvfrom(sock, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&sender), &size);
        if (got >= 0)
            if (const auto answer = monitor.hear({buffer.data(), static_cast<std::size_t>(got)}))
                sendto(sock, answer->data(), answer->size(), 0, reinterpret_cast<sockaddr*>(&sender), size);
        monitor.look_around();
    }
}

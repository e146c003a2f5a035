// A process for each client, and a stream of the C library for its lines.
#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

std::uint32_t crc32(const std::string& bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit) made[i] = (made[i] >> 1) ^ ((made[i] & 1) != 0 ? 0xedb88320U : 0U);
        }
        return made;
    }();
    std::uint32_t sum = 0xffffffffU;
    for (const unsigned char byte : bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >> 8);
    return sum ^ 0xffffffffU;
}

void send_all(int socket, const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t sent = send(socket, bytes.data() + at, bytes.size() - at, 0);
        if (sent <= 0) std::_Exit(0);
        at += static_cast<std::size_t>(sent);
    }
}

std::optional<std::string> content_of(const std::string& folder, const std::string& name) {
    if (name.front() == '/') return std::nullopt;
    for (const auto& part : std::filesystem::path(name)) {
        if (part == "..") return std::nullopt;
    }
    const auto path = std::filesystem::path(folder) / name;
    if (!std::filesystem::is_regular_file(path)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void serve(int socket, const std::string& folder) {
    FILE* in = fdopen(socket, "r");
    char* line = nullptr;
    std::size_t room = 0;
    std::optional<std::string> last;
    while (getline(&line, &room, in) > 0) {
        std::istringstream words(line);
        std::string command, argument;
        words >> command >> argument;
        if (command == "GET" && !argument.empty()) {
            auto content = content_of(folder, argument);
            if (!content) {
                send_all(socket, "ERROR there is no " + argument + "\n");
                continue;
            }
            // One text of both, so that they leave together.
            send_all(socket, "SIZE " + std::to_string(content->size()) + "\n" + *content);
            last = std::move(content);
        } else if (command == "SUM" && !argument.empty() && last) {
            char sum[9];
            std::snprintf(sum, sizeof sum, "%08x", crc32(*last));
            send_all(socket, argument == sum ? "SAME\n" : "DIFFERENT\n");
        } else {
            send_all(socket, "ERROR GET NAME or SUM CHECKSUM\n");
        }
    }
}

}  // namespace

int main(int argc, char* argv[]) {
    if (argc < 3) return 2;
    std::signal(SIGCHLD, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(argv[1])));
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 || listen(listener, 16) < 0) {
        std::perror("bind or listen");
        return 1;
    }
    for (;;) {
        const int connection = accept(listener, nullptr, nullptr);
        if (connection < 0) continue;
        if (fork() == 0) {
            close(listener);
            serve(connection, argv[2]);
            std::_Exit(0);
        }
        close(connection);
    }
}

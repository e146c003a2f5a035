// UDP ping client: one thread receives, another sends; a condition variable with a time limit between them.
#include <arpa/inet.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>

std::mutex m;
std::condition_variable came;
int last = 0;
std::atomic<bool> done = false;

void receive(int fd) {
    char buffer[512];
    while (!done) {
        ssize_t n = recv(fd, buffer, sizeof buffer, 0);
        if (n < 0) return;
        std::istringstream in(std::string(buffer, n));
        std::string word;
        int number = 0;
        if (in >> word >> number && word == "Ping") {
            std::lock_guard<std::mutex> lock(m);
            last = number;
            came.notify_one();
        }
    }
}

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::stoi(argv[2]));
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    connect(fd, (sockaddr*)&to, sizeof to);
    std::thread receiver(receive, fd);

    int lost = 0;
    for (int i = 1; i <= 10; ++i) {
        auto start = std::chrono::steady_clock::now();
        std::string text = "Ping " + std::to_string(i) + " " + std::to_string(start.time_since_epoch().count());
        send(fd, text.data(), text.size(), 0);
        std::unique_lock<std::mutex> lock(m);
        if (came.wait_for(lock, std::chrono::seconds(1), [&] { return last == i; })) {
            std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
            std::cout << "Reply from server: " << text << ", RTT: " << took.count() << " s" << std::endl;
        } else {
            std::cout << "Request timed out." << std::endl;
            ++lost;
        }
    }
    std::cout << "Packets: Sent = 10, Received = " << 10 - lost << ", Lost = " << lost << " (" << lost * 10
              << "% loss)" << std::endl;
    done = true;
    shutdown(fd, SHUT_RDWR);
    receiver.join();
    close(fd);
}

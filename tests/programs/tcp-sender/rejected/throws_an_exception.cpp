// fails: message-arrives
// diagnosis: c_crash
// mistake: Nobody catches what it throws.
#include <stdexcept>
#include <string>
#include <sys/socket.h>
int main(int, char **argv) {
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (s > 0) throw std::runtime_error("cannot resolve " + std::string(argv[1]));
}

#include "build/c_hints.hh"

#include <algorithm>
#include <array>
#include <vector>

namespace sockgrade::build {

namespace {

struct Header {
    std::string_view name;
    std::vector<std::string_view> functions;  // an initializer_list would not keep them
};

const std::array kHeaders = {
    Header{"unistd.h",
           {"close", "read", "write", "fork", "sleep", "usleep", "gethostname", "getpid", "dup2", "pipe"}},
    Header{"arpa/inet.h",
           {"inet_addr", "inet_aton", "inet_ntoa", "inet_ntop", "inet_pton", "htonl", "htons", "ntohl",
            "ntohs"}},
    Header{"sys/socket.h",
           {"accept", "bind", "connect", "getpeername", "getsockname", "listen", "recv", "recvfrom", "send",
            "sendto", "setsockopt", "shutdown", "socket"}},
    Header{"netdb.h", {"freeaddrinfo", "getaddrinfo", "gethostbyname", "gai_strerror"}},
    Header{"ctype.h", {"isalpha", "islower", "isupper", "tolower", "toupper"}},
    Header{"string.h",
           {"memcpy", "memset", "strcat", "strcmp", "strcpy", "strlen", "strncpy", "strtok", "strerror"}},
    Header{"strings.h", {"bcopy", "bzero", "strcasecmp"}},
    Header{"stdlib.h", {"atoi", "exit", "free", "malloc", "rand"}},
    Header{"stdio.h", {"fgets", "fprintf", "perror", "printf", "puts", "scanf", "snprintf", "sprintf"}},
    Header{"pthread.h", {"pthread_create", "pthread_detach", "pthread_join"}},
    Header{"sys/wait.h", {"wait", "waitpid"}},
    Header{"signal.h", {"kill", "sigaction", "signal"}},
    Header{"time.h", {"clock_gettime", "time"}},
};

struct Hint {
    std::string_view in_log;
    std::string_view advice;
};

// In this order: the first that is in the log is the most particular.
constexpr std::array kHints = {
    Hint{"winsock2.h",
         "this is a program for Windows; on Linux include <sys/socket.h>, <netinet/in.h>, <arpa/inet.h> "
         "and <unistd.h> instead"},
    Hint{"windows.h", "this is a program for Windows; on Linux there is no <windows.h>"},
    // “ in the two spellings of GCC 10 and later and of GCC before
    Hint{"extended character \u201c", "replace the typographic quotes or dashes by plain ones"},
    Hint{"stray ‘\\342’", "replace the typographic quotes or dashes by plain ones"},
    Hint{"stray ‘\\", "there are characters in it that are not part of C; type the line again"},
    Hint{"undefined reference to `main'", "the program needs a function main()"},
    Hint{"undefined reference to",
         "is the function in another file? Hand in the folder with all of its files"},
    Hint{"multiple definition of", "the same function or variable is defined twice"},
    Hint{"No such file or directory", "hand in every file that the program includes"},
};

}  // namespace

std::string c_warning_advice(std::string_view warning) {
    constexpr std::string_view start = "implicit declaration of function ‘";
    if (!warning.starts_with(start)) return "";
    std::string_view function = warning.substr(start.size());
    function = function.substr(0, function.find("’"));
    if (function == "gets") return "; C has it no longer, use fgets()";
    for (const Header& header : kHeaders) {
        const auto& known = header.functions;
        if (std::find(known.begin(), known.end(), function) == known.end()) continue;
        return "; add #include <" + std::string(header.name) + ">";
    }
    return "";
}

std::string c_error_hint(std::string_view log) {
    for (const Hint& hint : kHints) {
        if (log.find(hint.in_log) != std::string_view::npos) return std::string(hint.advice);
    }
    return "";
}

bool lacks_system_headers(std::string_view log) {
    for (const std::string_view header : {"stdio.h", "stdlib.h", "string.h", "unistd.h", "sys/types.h",
                                          "sys/socket.h", "netinet/in.h", "arpa/inet.h"}) {
        const std::string missing = "fatal error: " + std::string(header) + ": No such file or directory";
        if (log.find(missing) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace sockgrade::build

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

// Of the C++ library: what beginners use, and other compilers bring along with something else.
const std::array kStandardHeaders = {
    Header{"algorithm",
           {"all_of", "any_of", "copy", "copy_n", "count", "count_if", "fill", "find", "find_if", "for_each",
            "max", "min", "remove", "remove_if", "replace", "reverse", "sort", "transform"}},
    Header{"utility", {"exchange", "move", "pair", "swap"}},
    Header{"memory", {"make_shared", "make_unique", "shared_ptr", "unique_ptr"}},
    Header{"system_error", {"generic_category", "system_error", "system_category"}},
    Header{"stdexcept", {"invalid_argument", "out_of_range", "runtime_error"}},
    Header{"string", {"stoi", "stol", "stoul", "string", "to_string", "getline"}},
    Header{"cstring", {"memcpy", "memset", "strcmp", "strcpy", "strerror", "strlen"}},
    Header{"cctype", {"isalpha", "islower", "isupper", "tolower", "toupper"}},
    Header{"cstdlib", {"atoi", "exit", "free", "malloc"}},
    Header{"iostream", {"cerr", "cin", "cout", "endl"}},
    Header{"iomanip", {"setfill", "setprecision", "setw"}},
    Header{"sstream", {"istringstream", "ostringstream", "stringstream"}},
    Header{"fstream", {"fstream", "ifstream", "ofstream"}},
    Header{"thread", {"jthread", "this_thread", "thread"}},
    Header{"mutex", {"lock_guard", "mutex", "scoped_lock", "unique_lock"}},
    Header{"condition_variable", {"condition_variable"}},
    Header{"chrono", {"chrono"}},
    Header{"functional", {"bind", "function"}},
    Header{"vector", {"vector"}},
    Header{"map", {"map"}},
    Header{"set", {"set"}},
    Header{"array", {"array"}},
    Header{"optional", {"nullopt", "optional"}},
    Header{"atomic", {"atomic"}},
    Header{"csignal", {"signal"}},
};

// "‘copy_n’ is not a member of ‘std’", the first of them.
std::string missing_standard_header(std::string_view log) {
    constexpr std::string_view kSign = "’ is not a member of ‘std’";
    const std::size_t end = log.find(kSign);
    if (end == std::string_view::npos) return "";
    constexpr std::string_view kQuote = "‘";
    const std::size_t begin = log.rfind(kQuote, end);
    if (begin == std::string_view::npos) return "";
    std::string_view name = log.substr(begin + kQuote.size(), end - begin - kQuote.size());
    if (name.starts_with("std::")) name.remove_prefix(5);
    for (const Header& header : kStandardHeaders) {
        const auto& known = header.functions;
        if (std::find(known.begin(), known.end(), name) != known.end())
            return "add #include <" + std::string(header.name) +
                   ">: another compiler may bring it along with something else, this one does not";
    }
    return "";
}

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
    return missing_standard_header(log);
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

#include "run/input_prompt.hh"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hh"

namespace sockgrade::run {

namespace {

std::string last_line(std::string_view output) {
    output = trim_line_end(output);
    const std::size_t start = output.rfind('\n');
    return to_lower(start == std::string_view::npos ? output : output.substr(start + 1));
}

template <std::size_t N>
bool mentions(const std::string& line, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// "ip" as a word of its own, not in "script".
bool mentions_word(const std::string& line, std::string_view word) {
    for (std::size_t at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
        const bool starts = at == 0 || !is_word_character(line[at - 1]);
        const std::size_t end = at + word.size();
        const bool ends = end == line.size() || !is_word_character(line[end]);
        if (starts && ends) return true;
    }
    return false;
}

constexpr std::array<std::string_view, 16> kMessageWords = {
    "message", "sentence", "text",  "string", "lowercase", "lower case", "word",     "send",
    "input a", "mensaje",  "frase", "phrase", "nachricht", "satz",       "mensagem", "line"};
constexpr std::array<std::string_view, 7> kPortWords = {"port", "puerto", "porta", "порт",
                                                        "端口", "ポート", "포트"};
constexpr std::array<std::string_view, 7> kClearHostWords = {"host", "address", "adresse", "direcci",
                                                             "地址", "адрес",   "主机"};
constexpr std::array<std::string_view, 3> kHostWords = {"server", "serveur", "servidor"};

}  // namespace

Asked what_is_asked(std::string_view output) {
    const std::string line = last_line(output);
    if (mentions(line, kMessageWords)) return Asked::message;
    // "Server port:" asks for the port, "Server IP (port is 12000):" for the host.
    const bool clearly_host = mentions_word(line, "ip") || mentions(line, kClearHostWords);
    if (mentions(line, kPortWords) && !clearly_host) return Asked::port;
    if (clearly_host || mentions(line, kHostWords)) return Asked::host;
    return Asked::message;
}

}  // namespace sockgrade::run

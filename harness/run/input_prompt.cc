// Theory. A prompt names what it asks for before it says what that is for: "Enter the port to send the
// message to", "Message to send to server port 12000". So the clear word that stands first decides. "Send"
// and "server" alone say little and are asked last.
#include "run/input_prompt.hh"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.hh"

namespace sockgrade::run {

namespace {

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool says_something(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) {
        return is_word_character(c) || static_cast<unsigned char>(c) >= 0x80;  // letters of other alphabets
    });
}

// The last line with a word in it: an arrow may stand below the question.
std::string last_line(std::string_view output) {
    constexpr std::size_t kLongest = 4096;
    std::string text = to_lower(output.substr(output.size() - std::min(output.size(), kLongest)));
    for (;;) {
        text.resize(trim_line_end(text).size());
        const std::size_t start = text.rfind('\n');
        const std::string line = start == std::string::npos ? text : text.substr(start + 1);
        if (start == std::string::npos || says_something(line)) return line;
        text.resize(start);
    }
}

struct Word {
    std::string_view text;
    enum class Place { anywhere, beginning, whole } place = Place::beginning;  // of a word
};
using Where = Word::Place;

constexpr std::array kMessageWords = {Word{"message"},
                                      Word{"sentence"},
                                      Word{"text"},
                                      Word{"string"},
                                      Word{"lowercase"},
                                      Word{"lower case"},
                                      Word{"word"},
                                      Word{"mensaje"},
                                      Word{"frase"},
                                      Word{"phrase"},
                                      Word{"nachricht"},
                                      Word{"satz"},
                                      Word{"mensagem"},
                                      Word{"line", Where::whole},
                                      Word{"lines", Where::whole}};
constexpr std::array kPortWords = {Word{"port"},
                                   Word{"serverport"},
                                   Word{"puerto"},
                                   Word{"порт", Where::anywhere},
                                   Word{"Порт", Where::anywhere},
                                   Word{"端口", Where::anywhere},
                                   Word{"ポート", Where::anywhere},
                                   Word{"포트", Where::anywhere}};
constexpr std::array kHostWords = {Word{"ip", Where::whole},
                                   Word{"host"},
                                   Word{"localhost"},
                                   Word{"ipv4"},
                                   Word{"ipv6"},
                                   Word{"address", Where::anywhere},
                                   Word{"adresse", Where::anywhere},
                                   Word{"direcci", Where::anywhere},
                                   Word{"地址", Where::anywhere},
                                   Word{"主机", Where::anywhere},
                                   Word{"адрес", Where::anywhere},
                                   Word{"Адрес", Where::anywhere}};
// Without a clear word.
constexpr std::array kWeakMessageWords = {Word{"send", Where::whole}, Word{"input a", Where::whole}};
constexpr std::array kWeakHostWords = {Word{"server"}, Word{"serveur"}, Word{"servidor"}};

std::size_t position_of(const std::string& line, const Word& word) {
    for (std::size_t at = line.find(word.text); at != std::string::npos; at = line.find(word.text, at + 1)) {
        const std::size_t end = at + word.text.size();
        const bool begins = at == 0 || !is_word_character(line[at - 1]);
        const bool ends = end == line.size() || !is_word_character(line[end]);
        if (word.place == Where::anywhere || (begins && (ends || word.place == Where::beginning))) return at;
    }
    return std::string::npos;
}

std::size_t first_of(const std::string& line, std::span<const Word> words) {
    std::size_t first = std::string::npos;
    for (const Word& word : words) first = std::min(first, position_of(line, word));
    return first;
}

}  // namespace

Asked what_is_asked(std::string_view output) {
    const std::string line = last_line(output);
    const std::size_t message = first_of(line, kMessageWords);
    const std::size_t port = first_of(line, kPortWords);
    const std::size_t host = first_of(line, kHostWords);
    const std::size_t first = std::min({message, port, host});
    if (first == std::string::npos) {
        const bool says_send = first_of(line, kWeakMessageWords) != std::string::npos;
        return !says_send && first_of(line, kWeakHostWords) != std::string::npos ? Asked::host
                                                                                 : Asked::message;
    }
    if (first == message) return Asked::message;
    return first == port ? Asked::port : Asked::host;
}

}  // namespace sockgrade::run

// Theory. A prompt names what it asks for before it says what that is for: "Enter the port to send the
// message to", "Message to send to server port 12000". So the clear word that stands first decides. What is
// bound to it by "and", a comma or a colon is asked for too ("host:port"). Left out are brackets, which hold
// defaults and examples; a purpose in front ("To send a message, enter ..."); sentences before the last that
// asks for something, and those that only tell how things are ("Connected to port 12000."). A server is a
// host where nothing but that is said: "Say something to the server" asks for a message.
#include "run/input_prompt.hh"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "run/prompt_words.hh"

namespace sockgrade::run {

namespace {

using Kind = PromptWord::Kind;
using Words = std::vector<PromptWord>;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;  // letters of other alphabets
}

bool has_letters(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

// The last line with a word in it: an arrow may stand below the question.
std::string_view last_line(std::string_view output) {
    constexpr std::size_t kLongest = 4096;
    std::string_view text = output.substr(output.size() - std::min(output.size(), kLongest));
    for (;;) {
        const std::size_t last = text.find_last_not_of("\r\n");
        text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
        const std::size_t start = text.find_last_of("\r\n");
        const std::string_view line = start == std::string_view::npos ? text : text.substr(start + 1);
        if (start == std::string_view::npos || has_letters(line)) return line;
        text = text.substr(0, start);
    }
}

std::string without_brackets(std::string_view text) {
    std::string left;
    std::size_t depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (depth == 0) left += c;
        if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
    }
    return has_letters(left) ? left : std::string(text);
}

// The last first.
std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> all;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool ends = std::string_view(".!;?").find(text[i]) != std::string_view::npos;
        if (!ends || text[i + 1] != ' ') continue;
        all.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    all.push_back(text.substr(begin));
    std::reverse(all.begin(), all.end());
    return all;
}

std::string_view without_purpose_in_front(std::string_view sentence) {
    const std::size_t comma = sentence.find(", ");
    if (comma == std::string_view::npos) return sentence;
    const Words words = prompt_words(sentence.substr(0, comma));
    return !words.empty() && words.front().kind == Kind::purpose ? sentence.substr(comma + 1) : sentence;
}

std::optional<Asked> clear_meaning(const PromptWord& word) {
    switch (word.kind) {
        case Kind::host:
            return Asked::host;
        case Kind::port:
            return Asked::port;
        case Kind::message:
            return Asked::message;
        default:
            return std::nullopt;
    }
}

// What is bound to the first of them.
void add_what_is_bound(Question& question, const Words& words, std::size_t from) {
    std::string connector;
    for (std::size_t i = from; i < words.size(); ++i) {
        const auto meaning = clear_meaning(words[i]);
        if (meaning.has_value()) {
            const bool is_new =
                std::find(question.asked.begin(), question.asked.end(), *meaning) == question.asked.end();
            if (!is_new) continue;
            if (connector.empty()) return;
            question.asked.push_back(*meaning);
            const bool is_sign = connector == ":" || connector == ",";
            question.between = is_sign ? connector.front() : ' ';
            connector.clear();
        } else if (words[i].kind == Kind::connector) {
            connector = words[i].text;
        } else if (words[i].kind != Kind::filler && words[i].kind != Kind::server) {
            return;
        }
    }
}

bool has(const Words& words, Kind kind) {
    return std::any_of(words.begin(), words.end(), [&](const PromptWord& one) { return one.kind == kind; });
}

bool is_server_alone(const Words& words) {
    if (has(words, Kind::say)) return false;
    if (has(words, Kind::connect)) return true;  // "Connect to: "
    if (!has(words, Kind::server)) return false;
    return std::all_of(words.begin(), words.end(), [](const PromptWord& one) {
        const bool is_digit = one.text.front() >= '0' && one.text.front() <= '9';
        return one.kind == Kind::server || one.kind == Kind::command || one.kind == Kind::filler ||
               one.kind == Kind::connector || is_digit;
    });
}

// "You are connected to the server at port 12000": no question.
bool tells_how_things_are(const Words& words) {
    constexpr std::size_t kFront = 3;
    constexpr std::size_t kLeast = 3;  // "Listening port" asks
    if (words.size() < kLeast) return false;
    const bool tells = has({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kFront)}, Kind::state);
    return tells && std::none_of(words.begin(), words.end(), [](const PromptWord& one) {
               return one.kind == Kind::command && one.text.size() > 3;  // not: are, is, ist, sie
           });
}

// "Server and port": the server is asked for too.
bool binds_a_port(const Words& words, std::size_t server) {
    bool bound = false;
    for (std::size_t i = server + 1; i < words.size(); ++i) {
        if (words[i].kind == Kind::port) return bound;
        bound = bound || words[i].kind == Kind::connector;
        if (words[i].kind != Kind::connector && words[i].kind != Kind::filler) return false;
    }
    return false;
}

bool find_what_is_asked(Question& question, std::string_view sentence) {
    const Words words = prompt_words(without_purpose_in_front(sentence));
    if (tells_how_things_are(words)) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_host = words[i].kind == Kind::server && binds_a_port(words, i);
        const auto meaning = is_host ? Asked::host : clear_meaning(words[i]);
        if (!meaning.has_value()) continue;
        question.asked.push_back(*meaning);
        add_what_is_bound(question, words, i + 1);
        return true;
    }
    if (!is_server_alone(words)) return false;
    question.asked.push_back(Asked::host);
    return true;
}

void find_yes_and_no(Question& question, std::string_view line) {
    struct Pair {
        std::string_view yes;
        std::string_view no;
    };
    constexpr std::array kPairs = {Pair{"yes", "no"},  Pair{"ja", "nein"}, Pair{"oui", "non"},
                                   Pair{"sim", "nao"}, Pair{"si", "no"},   Pair{"y", "n"},
                                   Pair{"j", "n"},     Pair{"s", "n"},     Pair{"o", "n"}};
    const Words words = prompt_words(line);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const std::string& between = words[i + 1].text;
        const bool apart =
            between == "/" || between == "or" || between == "oder" || between == "ou" || between == "o";
        const std::size_t second = i + 2;
        if (!apart || second >= words.size()) continue;
        for (const Pair& one : kPairs) {
            if (words[i].text != one.yes || words[second].text != one.no) continue;
            question.yes = one.yes;
            question.no = one.no;
        }
    }
    for (const std::string_view word :
         {"default", "standard", "defecto", "predeterminad", "defaut", "padrao", "predefinit"})
        question.of_a_default = question.of_a_default || line.find(word) != std::string_view::npos;
}

bool has_message(const Question& question) {
    return std::find(question.asked.begin(), question.asked.end(), Asked::message) != question.asked.end();
}

void find_what_stands_between(Question& question, std::string_view line) {
    for (const PromptWord& word : prompt_words(line)) {
        for (const std::string_view comma : {"comma", "komma", "coma", "virgule", "virgola", "virgula"})
            if (word.text == comma) question.between = ',';
        if (word.text == "colon" || word.text == "doppelpunkt") question.between = ':';
    }
    // In brackets too: "Server (host:port)".
    const Words words = prompt_words(line);
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const bool is_pair =
            words[i].kind == Kind::host && words[i + 1].text == ":" && words[i + 2].kind == Kind::port;
        if (!is_pair || has_message(question)) continue;
        question.asked = {Asked::host, Asked::port};
        question.between = ':';
    }
}

}  // namespace

Question question_of(std::string_view output) {
    Question question;
    question.text = std::string(last_line(output));
    const std::string line = folded(question.text);
    question.says_something = has_letters(line);
    find_yes_and_no(question, line);
    if (!question.yes.empty()) return question;
    const std::string text = without_brackets(line);
    for (const std::string_view sentence : sentences(text))
        if (find_what_is_asked(question, sentence)) break;
    find_what_stands_between(question, line);
    return question;
}

}  // namespace sockgrade::run

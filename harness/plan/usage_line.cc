// Theory. A program that does not get what it wants often says what that is, in a form that people agree on:
// its name, then a word for each argument, in brackets where it may be left out, and options with a dash. The
// words are read as the placeholders that they are likely to mean. A word that means nothing and may not be
// left out ends the attempt: what is guessed wrongly is worth less than nothing.
#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "plan/forms.hh"

namespace sockgrade::plan {

namespace {

constexpr std::size_t kLongest = 1000;

struct Token {
    std::string text;
    bool optional = false;
    bool closed = false;       // a bracket ends behind it
    bool in_brackets = false;  // of any kind
};

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool is_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// The rest of the line that tells, with those that go on below it further to the right.
std::string usage_in(const std::string& printed) {
    static constexpr std::array<std::string_view, 7> kHeads = {
        "usage", "aufruf", "verwendung", "benutzung", "utilisation", "syntax:", "uso:"};
    const std::string lower = to_lower(printed);
    std::size_t begin = std::string::npos;
    for (const std::string_view head : kHeads)
        if (const std::size_t at = lower.find(head); at != std::string::npos)
            begin = std::min(begin, at + head.size());
    if (begin == std::string::npos) return "";
    begin = printed.find_first_not_of(": \t\r\n", begin);
    if (begin == std::string::npos) return "";
    std::size_t end = begin;
    do {
        end = std::min(printed.find('\n', end + 1), printed.size());
    } while (end + 1 < printed.size() && printed[end + 1] == ' ');
    return printed.substr(begin, std::min(end - begin, kLongest));
}

std::vector<Token> tokens_of(const std::string& line) {
    std::vector<Token> tokens;
    std::string word;
    std::size_t optional = 0;
    bool angle = false;   // between < and >, where blanks are a part of the word
    bool marked = false;  // the word has some of these
    const auto finish = [&](bool closed) {
        if (!word.empty())
            tokens.push_back({std::exchange(word, ""), optional > 0, closed, optional > 0 || marked});
        else if (closed && !tokens.empty())
            tokens.back().closed = true;
        marked = false;
    };
    for (const char c : line) {
        if (c == '[') {
            finish(false);
            ++optional;
        } else if (c == ']') {
            finish(true);
            optional -= optional > 0 ? 1 : 0;
        } else if (c == '<' || c == '{') {
            angle = marked = true;
        } else if (c == '>' || c == '}') {
            angle = false;
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0 && c != '\n' && angle) {
            word += '_';
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            finish(false);
            angle = false;
        } else if (c != '"' && c != '\'' && c != ',' && c != ';' && c != '`') {
            word += c;
        }
    }
    finish(false);
    return tokens;
}

class Meaning {
  public:
    explicit Meaning(const model::ProgramSpec& program) : forms_(documented_forms(program)) {}

    // "{port}" for "SERVER_PORT"; empty: it means nothing that we could give.
    std::string of(std::string_view word) const {
        const std::string text = to_lower(word);
        std::string name;
        if (knows("first") && holds_any(text, {"first", "start", "begin", "from", "low", "min"}))
            name = "first";
        else if (knows("last") && holds_any(text, {"last", "end", "stop", "high", "max"}))
            name = "last";
        else if (knows("own_port") && holds_any(text, {"port", "puerto"}) &&
                 holds_any(text, {"own", "my", "local", "listen"}))
            name = "own_port";
        else if (holds_any(text, {"port", "puerto"}))
            name = "port";
        else if (holds_any(text, {"host", "addr", "server", "rechner", "servidor", "serveur", "ipv4"}) ||
                 text == "ip" || text.ends_with("_ip") || text.ends_with("-ip") || text.ends_with("serverip"))
            name = "host";
        else if (holds_any(text, {"file", "datei", "fichier", "archivo", "path"}))
            name = "file";
        else if (holds_any(text, {"message", "msg", "text", "sentence", "nachricht", "satz", "mensaje",
                                  "phrase", "frase", "mensagem", "string"}))
            name = "message";
        return !name.empty() && knows(name) ? "{" + name + "}" : "";
    }

    // "{host}:{port}" as well.
    std::string of_all(const std::string& word) const {
        for (const char between : {':', '-'}) {
            const std::size_t at = word.find(between);
            if (at == std::string::npos) continue;
            const std::string first = of(word.substr(0, at));
            const std::string second = of(word.substr(at + 1));
            if (!first.empty() && !second.empty() && first != second) return first + between + second;
        }
        return of(word);
    }

  private:
    bool knows(const std::string& name) const {
        if (name == "host") return true;
        return std::any_of(forms_.begin(), forms_.end(), [&](const Form& form) {
            return std::any_of(form.begin(), form.end(),
                               [&](const std::string& word) { return has_placeholder(word, name); });
        });
    }

    std::vector<Form> forms_;
};

// "python3 client.py", "java Client", "./client", "go run client.go".
std::size_t behind_the_name(const std::vector<Token>& tokens) {
    std::size_t at = 0;
    while (at < tokens.size() && is_any(to_lower(tokens[at].text), {"python", "python3", "py", "java", "node",
                                                                    "go", "run", "sudo", "$"}))
        ++at;
    return at < tokens.size() && !tokens[at].in_brackets ? at + 1 : at;
}

bool is_a_word_for_something(const Token& token) {
    return token.in_brackets ||
           std::none_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::optional<Form> form_in_usage(std::string_view printed, const model::ProgramSpec& program) {
    const Meaning meaning(program);
    const std::vector<Token> tokens = tokens_of(usage_in(std::string(printed)));
    Form form;
    for (std::size_t i = behind_the_name(tokens); i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.text == "|") continue;
        if (!token.text.starts_with('-')) {
            const std::string means = meaning.of_all(token.text);
            if (!means.empty())
                form.push_back(means);
            else if (!token.optional && is_a_word_for_something(token))
                return std::nullopt;
            else if (!token.optional)
                break;
            continue;
        }
        const std::size_t equals = token.text.find('=');
        const bool has_value = equals == std::string::npos && !token.closed && i + 1 < tokens.size() &&
                               !tokens[i + 1].text.starts_with('-');
        std::string means =
            meaning.of(equals == std::string::npos ? token.text : token.text.substr(equals + 1));
        if (has_value && means.empty()) means = meaning.of_all(tokens[i + 1].text);
        if (has_value) ++i;
        if (means.empty() && !token.optional) return std::nullopt;
        if (means.empty() || (!has_value && equals == std::string::npos)) continue;
        if (has_value) {
            form.push_back(token.text);
            form.push_back(means);
        } else {
            form.push_back(token.text.substr(0, equals + 1) + means);
        }
    }
    if (form.empty()) return std::nullopt;
    return form;
}

}  // namespace sockgrade::plan

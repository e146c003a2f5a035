#include "spec/answer_lines.hh"

#include <algorithm>
#include <sstream>

#include "base/text.hh"

namespace sockgrade::spec {

namespace {

std::string trimmed(std::string text) {
    constexpr const char* kSpaces = " \t\r\n";
    text.erase(text.find_last_not_of(kSpaces) + 1);
    text.erase(0, std::min(text.find_first_not_of(kSpaces), text.size()));
    return text;
}

bool is_quote(char c) { return c == '"' || c == '\''; }

// Without what is YAML's and not the answer's.
std::string unwrapped(std::string text) {
    text = trimmed(std::move(text));
    if (!text.empty() && !is_quote(text.front())) {
        const std::size_t comment = text.starts_with('#') ? 0 : text.find(" #");
        if (comment != std::string::npos) text = trimmed(text.substr(0, comment));
    }
    for (const char* mark : {"|-", "|", ">-", ">"})
        if (text == mark) return {};
    if (!text.empty() && is_quote(text.front())) {
        const char quote = text.front();
        text.erase(0, 1);
        if (!text.empty() && text.back() == quote) text.pop_back();
    }
    return text;
}

void add_line(model::Answer& answer, const std::string& line) {
    const std::string more = trimmed(line);
    if (more.empty()) return;
    if (answer.items.empty())
        answer.items.push_back(more);
    else
        answer.items.front() += "\n" + more;
}

}  // namespace

std::string question_id_of(std::string_view key) {
    std::string id = to_lower(trimmed(std::string(key)));
    std::replace(id.begin(), id.end(), '_', '-');
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
}

std::map<std::string, model::Answer> read_answer_lines(const std::string& text,
                                                       const std::vector<std::string>& ids) {
    std::map<std::string, model::Answer> answers;
    model::Answer* open = nullptr;
    std::istringstream lines(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        const std::size_t colon = line.find(':');
        const std::string id = colon == std::string::npos ? "" : question_id_of(line.substr(0, colon));
        const bool is_indented = line.starts_with(' ') || line.starts_with('\t');
        const bool is_known = std::find(ids.begin(), ids.end(), id) != ids.end();
        if (is_known && !(is_indented && open != nullptr)) {
            model::Answer answer;
            answer.line = number;
            add_line(answer, unwrapped(line.substr(colon + 1)));
            const auto [place, is_new] = answers.emplace(id, answer);
            // Which of two counts nobody can know.
            if (!is_new && place->second.items != answer.items) place->second.is_readable = false;
            open = &place->second;
        } else if (is_indented && open != nullptr) {
            add_line(*open, line);
        } else if (!trimmed(line).empty() && !line.starts_with('#')) {
            open = nullptr;
        }
    }
    return answers;
}

}  // namespace sockgrade::spec

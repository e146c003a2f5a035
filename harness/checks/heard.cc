#include "checks/heard.hh"

#include <algorithm>

#include "base/text.hh"
#include "checks/difference.hh"
#include "model/typed.hh"

namespace sockgrade::checks {

namespace event = model::event;

Heard::Heard(const Question& question) {
    for (std::size_t i = 0; i < question.at.range.end; ++i) {
        const model::Event& one = question.reading.transcript().events[i];
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        by_connection[received->connection] += received->bytes;
        events.push_back(one.number);
    }
}

bool Heard::holds(std::string_view text) const {
    return std::any_of(by_connection.begin(), by_connection.end(),
                       [&](const auto& one) { return one.second.find(text) != std::string::npos; });
}

std::size_t Heard::copies_of(std::string_view text) const {
    std::size_t most = 0;
    for (const auto& [connection, bytes] : by_connection) {
        std::size_t copies = 0;
        for (std::size_t at = bytes.find(text); at != std::string::npos;
             at = bytes.find(text, at + text.size()))
            ++copies;
        most = std::max(most, copies);
    }
    return most;
}

std::string Heard::shown() const {
    std::vector<std::string> texts;
    for (const auto& [connection, bytes] : by_connection) texts.push_back(quote(bytes));
    return texts.empty() ? "nothing" : list_of(texts);
}

std::vector<std::string> lines_typed(const Question& question) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < question.at.range.end; ++i)
        if (const auto* typed = std::get_if<event::Typed>(&question.reading.transcript().events[i].what);
            typed != nullptr && model::is_text(*typed))
            lines.emplace_back(trim_line_ends(typed->bytes));
    return lines;
}

}  // namespace sockgrade::checks

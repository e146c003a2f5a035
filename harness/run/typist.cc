#include "run/typist.hh"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/text.hh"

namespace sockgrade::run {

namespace {

// Enough for host, port, a name, the message and some questions; a program that asks for ever gets no
// further.
constexpr std::size_t kMostLines = 8;

bool names_one_of(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

const char* name_of(Asked asked) {
    switch (asked) {
        case Asked::host:
            return "host";
        case Asked::port:
            return "port";
        case Asked::message:
            return "message";
    }
    return "";
}

std::deque<Asked> line_of(std::string_view words) {
    std::deque<Asked> line;
    for (const Asked asked : {Asked::host, Asked::port, Asked::message})
        if (words.find(name_of(asked)) != std::string_view::npos) line.push_back(asked);
    return line;
}

}  // namespace

Typist::Typist(Subject& program, const model::Plan& plan)
    : program_(program), plan_(plan), given_(plan.given), listens_(only_listens(plan.role)) {}

// Where there are two of them, a prompt says which, or asks for them in the usual order.
std::uint16_t Typist::port_for(std::string_view prompt) {
    const bool is_first = ports_ == 0;
    ++ports_;
    if (given_.ports.first != 0) return is_first ? given_.ports.first : given_.ports.last;
    if (given_.own_port == 0) return given_.address.port;
    const std::string asked = to_lower(prompt);
    if (names_one_of(asked, {"peer", "other", "remote", "friend", "partner", "target", "dest", "connect"}))
        return given_.address.port;
    return is_first || names_one_of(asked, {"my ", "your", "own", "listen", "local"}) ? given_.own_port
                                                                                      : given_.address.port;
}

std::string Typist::answer_of(Asked asked, const Question& question) {
    switch (asked) {
        case Asked::host:
            host_is_known_ = true;
            // Who listens is told where to listen: everywhere.
            return listens_ ? "0.0.0.0" : given_.address.host;
        case Asked::port:
            return std::to_string(port_for(question.text));
        case Asked::message:
            message_is_known_ = true;
            return given_.message;
    }
    return {};
}

// What comes next where no word says it. A message is what programs ask for without saying so, where there is
// one; whatever else, in the order of the handout. A program that listens and dials waits for lines to pass
// on.
std::deque<Asked> Typist::unsaid(const Question& question) const {
    if (without_prompt_ < given_.typed_order.size()) return line_of(given_.typed_order[without_prompt_]);
    if (question.asked.empty() && !still_asked_.empty()) return {still_asked_.front()};
    const bool asks_for_ports = given_.ports.first != 0;
    if (!given_.message.empty()) return {Asked::message};
    if (plan_.role == model::Role::peer || plan_.role == model::Role::tool) return {};
    if (listens_ && ports_ == 0) return {Asked::port};
    if (!host_is_known_) return {Asked::host};
    return ports_ == 0 || asks_for_ports ? std::deque{Asked::port} : std::deque<Asked>{};
}

// Nobody echoes what we type: a second prompt would stand on the line of the first. A program that edits
// lines by itself does.
Question Typist::next_question() {
    program_.read_output();
    std::string_view fresh = std::string_view(program_.printed()).substr(output_seen_);
    if (!last_typed_.empty() && fresh.starts_with(last_typed_)) fresh.remove_prefix(last_typed_.size());
    return question_of(fresh);
}

void Typist::type(const std::string& line, const std::string& as, const Question& question) {
    output_seen_ = program_.printed().size();
    last_typed_ = line;
    ++lines_;
    program_.type({line + "\n", as, question.says_something ? question.text : "",
                   question.asked.empty() && question.yes.empty()});
}

bool Typist::answer(const Question& question) {
    const bool several = question.asked.size() > 1;
    const bool has_message =
        std::find(question.asked.begin(), question.asked.end(), Asked::message) != question.asked.end();
    std::deque<Asked> line(question.asked.begin(), question.asked.end());
    if (line.empty() || (several && without_prompt_ < given_.typed_order.size())) {
        line = unsaid(question);
        if (without_prompt_ < given_.typed_order.size())
            ++without_prompt_;
        else if (!still_asked_.empty())
            still_asked_.pop_front();
    } else if (several && has_message) {
        // A message is a line of its own.
        still_asked_.assign(question.asked.begin() + 1, question.asked.end());
        line.resize(1);
    }
    if (line.empty() || (line.front() == Asked::message && given_.message.empty())) return false;
    std::string text;
    std::vector<std::string> names;
    for (const Asked asked : line) {
        if (!text.empty()) text += question.between;
        text += answer_of(asked, question);
        names.push_back(fmt::format("the {}", name_of(asked)));
    }
    type(text, list_of(names), question);
    return true;
}

bool Typist::type_a_line() {
    // One that has not read the last line has no use for another.
    if (!program_.input_is_open() || lines_ == kMostLines || !program_.input_is_read()) return false;
    const Question question = next_question();
    if (question.yes.empty()) return answer(question);
    const bool yes = !message_is_known_ && !question.of_a_default;
    type(yes ? question.yes : question.no, yes ? "yes" : "no", question);
    return true;
}

bool Typist::type_what_is_asked_for() {
    if (!program_.input_is_open() || lines_ == kMostLines || !program_.input_is_read()) return false;
    const Question question = next_question();
    return question.yes.empty() && question.no.empty() && answer(question);
}

bool Typist::decline() {
    if (!program_.input_is_open() || lines_ == kMostLines || !program_.input_is_read()) return false;
    const Question question = next_question();
    if (question.no.empty()) return false;
    type(question.no, "no", question);
    return true;
}

}  // namespace sockgrade::run

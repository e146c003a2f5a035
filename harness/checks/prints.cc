#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/silence.hh"
#include "wording/wanted.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Prints;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

struct Wanted {
    std::string text;
    std::size_t event = 0;  // of its arrival; 0: it does not arrive by the network
};

// Where the part of the transcript that this step is about begins: behind the step of this kind before it.
std::size_t begin_of(const Question& question) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < question.at.index; ++i)
        if (std::holds_alternative<Prints>(question.reading.plan().steps[i].action))
            if (const auto before = question.reading.step(i)) begin = before->range.end;
    return begin;
}

// Of a program's stream, which may be cut anywhere.
std::vector<Wanted> lines_of(const std::vector<Exchange::Piece>& pieces) {
    std::vector<Wanted> lines;
    std::string line;
    std::size_t event = 0;
    const auto end_line = [&] {
        const std::string_view text = trim_line_ends(line);
        if (!text.empty()) lines.push_back({std::string(text), event});
        line.clear();
    };
    for (const Exchange::Piece& piece : pieces)
        for (const char c : piece.bytes) {
            if (line.empty()) event = piece.event;
            line += c;
            if (c == '\n') end_line();
        }
    end_line();
    return lines;
}

// Who prints what each recv() brought, each on a line of its own, prints a text with gaps: where they are
// hangs on the system, and so must not decide.
bool is_printed_with_gaps(std::string_view text, std::string_view output) {
    std::size_t next = 0;
    for (const char c : output)
        if (next < text.size() && text[next] == c) ++next;
    return next == text.size();
}

// What a receiver is to print of a datagram may be a part of it only.
class Contents {
  public:
    explicit Contents(const model::Plan& plan) {
        for (const model::Step& step : plan.steps)
            if (const auto* send = std::get_if<model::Send>(&step.action))
                for (const model::Message& message : send->messages)
                    if (!message.as.empty()) of_[message.bytes] = message.content;
    }

    std::string_view of(const Exchange::Piece& piece) const {
        const auto content = of_.find(piece.bytes);
        return trim_line_ends(content == of_.end() ? piece.bytes : content->second);
    }

  private:
    std::map<std::string, std::string> of_;
};

std::vector<Wanted> wanted_texts(const Question& question, const Prints& prints) {
    std::vector<Wanted> wanted;
    if (prints.what == Prints::What::message) {
        wanted.push_back({std::string(trim_line_end(prints.message.bytes)), 0});
        return wanted;
    }
    if (prints.what == Prints::What::stream)
        return lines_of(question.reading.arrived({begin_of(question), question.at.range.end}));
    const Contents contents(question.reading.plan());
    // Our coaxing newline is not a message.
    const std::size_t begin = prints.what == Prints::What::sent ? begin_of(question) : 0;
    for (const Exchange::Piece& piece : question.reading.arrived({begin, question.at.range.end})) {
        const std::string_view text = contents.of(piece);
        // What is sent again is not to be printed again.
        const bool is_known =
            prints.each_once && std::any_of(wanted.begin(), wanted.end(),
                                            [&](const Wanted& known) { return known.text == text; });
        if (!text.empty() && !is_known) wanted.push_back({std::string(text), piece.event});
    }
    if (prints.what == Prints::What::reply && question.reading.plan().transport == model::Transport::tcp) {
        // A reply may have gone out in pieces.
        std::string whole;
        for (const Wanted& piece : wanted) whole += piece.text;
        const Exchange::Piece first{whole, wanted.empty() ? 0 : wanted.front().event};
        if (wanted.size() > 1) wanted = {{first.bytes, first.event}};
    }
    return wanted;
}

std::string_view last_word(std::string_view text) {
    const std::size_t space = text.find_last_of(' ');
    return space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size()))
        ++count;
    return count;
}

// The end of an earlier, longer message behind a later one: the buffer still held it. The earlier one itself
// may be printed late, behind the later one's arrival.
std::optional<std::string> stale_remainder(const Question& question) {
    constexpr std::size_t kTellingLength = 4;
    const Contents contents(question.reading.plan());
    const auto arrived = question.reading.arrived({0, question.at.range.end});
    for (std::size_t earlier = 0; earlier < arrived.size(); ++earlier) {
        const std::string_view text = contents.of(arrived[earlier]);
        const std::string_view tail = last_word(text);
        if (tail.size() < kTellingLength) continue;
        for (std::size_t later = earlier + 1; later < arrived.size(); ++later) {
            const std::string_view next = contents.of(arrived[later]);
            if (next.empty() || next.size() >= text.size() || next.find(tail) != std::string_view::npos)
                continue;
            const std::string after = question.reading.output({arrived[later].event, question.at.range.end});
            if (occurrences(after, tail) > occurrences(after, text) && after.find(next) != std::string::npos)
                return std::string(tail);
        }
    }
    return std::nullopt;
}

// What goes to standard error besides is a log, not the output.
std::size_t times_printed(const Question& question, std::string_view text) {
    const Range range{0, question.at.range.end};
    const std::size_t count = occurrences(question.reading.standard_output(range), text);
    return count > 0 ? count : occurrences(question.reading.output(range), text);
}

std::string what_was_printed(const std::string& output) {
    constexpr std::size_t kMost = 240;
    if (output.empty()) return "nothing was printed";
    return quote(output, kMost);
}

std::string times(std::size_t count) {
    return count == 0 ? "not at all" : count == 1 ? "once" : fmt::format("{} times", count);
}

// A client is free to end when it is done; then it is its output that is wrong, and not its end.
bool ended_well(const Question& question) {
    const model::Role role = question.reading.plan().role;
    const auto end = question.reading.ended(question.at.range.end);
    return speaks_first(role) && end.has_value() && end->how == model::Termination::How::exited &&
           end->code == 0;
}

model::Finding prints_pattern(const Question& question, const Prints& prints) {
    const std::string output = question.reading.output({0, question.at.range.end});
    const std::string what = prints.called.empty() ? "what fits " + quote(prints.pattern) : prints.called;
    const std::size_t found = wording::times_printed(prints.pattern, output);
    model::Finding finding;
    finding.requirement = prints.times == 0U
                              ? fmt::format("The {} does not print {}.", question.program(), what)
                              : fmt::format("The {} prints {}{}.", question.program(), what,
                                            prints.times ? " " + times(*prints.times) : "");
    const auto& events = question.reading.transcript().events;
    for (std::size_t i = 0; i < question.at.range.end; ++i)
        if (std::holds_alternative<event::Printed>(events[i].what))
            finding.evidence.push_back(events[i].number);
    finding.got = what_was_printed(output);
    if (prints.times ? found == *prints.times : found > 0) return finding;
    finding.awaited = prints.times ? fmt::format("{}, {}", what, times(*prints.times)) : what;
    if (found > prints.times.value_or(1)) {
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        finding.detail = fmt::format("It was printed {}.", times(found));
        return finding;
    }
    if (wording::reports_too_much(prints.pattern, output)) {
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        finding.detail = "It reports what is not so, or reports it once too often.";
        return finding;
    }
    explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
    if (ended_well(question)) finding.cause = Cause::missing;
    if (found > 0) finding.detail = fmt::format("It was printed {} only. ", times(found)) + finding.detail;
    return finding;
}

// Standard output and standard error come by ways of their own: what was written first to one of them may be
// read after what was written later to the other. So the order is that of all together, or that of standard
// output alone.
bool are_in_order(const std::vector<Wanted>& wanted, const std::string& output) {
    std::size_t last = 0;
    for (const Wanted& text : wanted) {
        const std::size_t position = output.find(text.text, last);
        if (position == std::string::npos) return false;
        last = position;
    }
    return true;
}

}  // namespace

model::Finding prints(const Question& question, const Prints& prints) {
    if (prints.what == Prints::What::pattern) return prints_pattern(question, prints);
    const std::vector<Wanted> wanted = wanted_texts(question, prints);
    const std::string output = question.reading.output({0, question.at.range.end});
    model::Finding finding;
    finding.requirement = fmt::format("The {} prints {}.", question.program(),
                                      prints.what == Prints::What::reply     ? "the reply that it got"
                                      : prints.what == Prints::What::message ? "this text"
                                      : wanted.size() == 1                   ? "the message"
                                                                             : "each message");
    if (wanted.empty()) {
        finding.status = Status::not_met;
        finding.awaited = "a reply to print";
        finding.got = what_was_printed(output);
        explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
        return finding;
    }
    const bool may_have_gaps = prints.what == Prints::What::stream;
    for (const Wanted& text : wanted) {
        if (text.event > 0) finding.evidence.push_back(text.event);
        finding.awaited = quote(text.text);
        if (may_have_gaps && is_printed_with_gaps(text.text, output)) continue;
        if (output.find(text.text) == std::string::npos) {
            finding.got = what_was_printed(output);
            explain_silence(finding, question.reading, question.at, nullptr, Cause::missing);
            if (to_lower(output).find(to_lower(text.text)) != std::string::npos) {
                finding.cause = Cause::wrong_case;
                finding.detail = "It was printed, but with other capital and small letters.";
            }
            return finding;
        }
        if (prints.each_once && times_printed(question, text.text) > 1) {
            finding.status = Status::not_met;
            finding.cause = Cause::extra;
            finding.awaited = quote(text.text) + " once";
            finding.got = times(times_printed(question, text.text));
            finding.detail = "It was printed again: " + what_was_printed(output);
            return finding;
        }
    }
    const std::string standard_output = question.reading.standard_output({0, question.at.range.end});
    if (prints.order == model::Expect::Order::kept && !may_have_gaps && !are_in_order(wanted, output) &&
        !are_in_order(wanted, standard_output)) {
        finding.status = Status::not_met;
        finding.cause = Cause::wrong_order;
        finding.awaited.clear();
        finding.got = what_was_printed(output);
        finding.detail = "Every message was printed, but not in the order in which they came.";
        return finding;
    }
    if (prints.what != Prints::What::sent) return finding;
    if (const auto stale = stale_remainder(question)) {
        finding.status = Status::not_met;
        finding.cause = Cause::extra;
        finding.awaited = quote(wanted.back().text);
        finding.got = what_was_printed(question.reading.output({wanted.back().event, question.at.range.end}));
        finding.detail =
            fmt::format("{} belongs to an earlier, longer message and was printed again.", quote(*stale));
    }
    return finding;
}

}  // namespace sockgrade::checks

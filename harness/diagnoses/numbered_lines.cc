#include "diagnoses/numbered_lines.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "model/answer.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Direction;
using Way = event::Delivered::Way;

namespace {

std::string with_number(const std::string& text, std::size_t number) {
    return fill_placeholders(text, [&](const std::string&) { return std::to_string(number); });
}

bool is(const std::string& bytes, const std::string& wanted) { return bare(bytes) == bare(wanted); }

// Where no fault can take anything, what was sent has been delivered.
void note_as_sender(Line& line, const model::Event& event, bool has_link) {
    if (const auto* received = std::get_if<event::Received>(&event.what)) {
        if (is(received->bytes, line.datagram)) line.sent.push_back(event.number);
    } else if (const auto* fault = std::get_if<event::FaultApplied>(&event.what)) {
        const bool own = fault->direction == Direction::from_program;
        if (!fault->lost || !is(fault->bytes, own ? line.datagram : line.acknowledgement)) return;
        line.lost.push_back(event.number);
        if (own) line.sent.push_back(event.number);
    } else if (const auto* answer = std::get_if<event::Sent>(&event.what)) {
        if (!is(answer->bytes, line.acknowledgement)) return;
        line.acknowledged.push_back(event.number);
        if (!has_link) line.confirmed.push_back(event.number);
    } else if (const auto* delivered = std::get_if<event::Delivered>(&event.what)) {
        if (delivered->direction == Direction::to_program && is(delivered->bytes, line.acknowledgement))
            line.confirmed.push_back(event.number);
    }
}

void note_as_receiver(Line& line, const model::Event& event, bool has_link) {
    if (const auto* sent = std::get_if<event::Sent>(&event.what)) {
        if (!is(sent->bytes, line.datagram)) return;
        line.sent.push_back(event.number);
        if (!has_link) line.delivered.push_back(event.number);
    } else if (const auto* delivered = std::get_if<event::Delivered>(&event.what)) {
        if (delivered->direction == Direction::to_program && is(delivered->bytes, line.datagram))
            line.delivered.push_back(event.number);
    } else if (const auto* fault = std::get_if<event::FaultApplied>(&event.what)) {
        const bool own = fault->direction == Direction::from_program;
        if (!fault->lost || !is(fault->bytes, own ? line.acknowledgement : line.datagram)) return;
        line.lost.push_back(event.number);
        if (own) line.acknowledged.push_back(event.number);
    } else if (const auto* answer = std::get_if<event::Received>(&event.what)) {
        if (!is(answer->bytes, line.acknowledgement)) return;
        line.acknowledged.push_back(event.number);
        line.confirmed.push_back(event.number);
    }
}

template <typename Note>
void follow(const Failure& failure, std::vector<Line>& lines, Note note) {
    const auto delivered = failure.transcript.all<event::Delivered>();
    const bool has_link = failure.transcript.first<event::FaultApplied>() != nullptr ||
                          std::any_of(delivered.begin(), delivered.end(), [](const event::Delivered* one) {
                              return one->direction == Direction::to_program;
                          });
    const std::size_t end = std::min(failed_at(failure), failure.transcript.events.size());
    for (std::size_t i = 0; i < end; ++i)
        for (Line& line : lines) note(line, failure.transcript.events[i], has_link);
}

// In a pair's case they stand behind what they answer.
std::string first_answer(const model::Plan& plan) {
    for (const model::Step& step : plan.steps)
        if (const auto* answers = std::get_if<model::AnswerEach>(&step.action)) return answers->with;
    return "";
}

// What a receiver in a pair is asked to answer with.
const model::AnswerEach* answers_of_its_own(const model::Plan& plan) {
    for (const model::Step& step : plan.steps)
        if (step.actor == model::kProgram)
            if (const auto* answers = std::get_if<model::AnswerEach>(&step.action)) return answers;
    return nullptr;
}

}  // namespace

std::vector<Line> lines_to_send(const Failure& failure) {
    std::vector<Line> lines;
    std::string answer = first_answer(failure.transcript.plan);
    for (const model::Step& step : failure.transcript.plan.steps) {
        if (const auto* answers = std::get_if<model::AnswerEach>(&step.action)) answer = answers->with;
        const auto* expect = std::get_if<model::Expect>(&step.action);
        if (expect == nullptr || expect->what != model::Expect::What::all || answer.empty()) continue;
        lines.clear();
        for (const model::Message& message : expect->messages) {
            if (message.as.empty()) return {};
            lines.push_back({message.bytes, message.content, with_number(answer, lines.size())});
        }
    }
    follow(failure, lines, note_as_sender);
    return lines;
}

std::vector<Line> lines_to_acknowledge(const Failure& failure) {
    std::vector<Line> lines;
    const model::AnswerEach* const own = answers_of_its_own(failure.transcript.plan);
    for (const model::Step& step : failure.transcript.plan.steps) {
        const auto* send = std::get_if<model::Send>(&step.action);
        if (send == nullptr) continue;
        for (std::size_t i = 0; i < send->messages.size(); ++i) {
            const model::Message& message = send->messages[i];
            if (send->answers.size() == send->messages.size())
                lines.push_back({message.bytes, message.content, send->answers[i]});
            else if (const auto answer =
                         own != nullptr ? model::answer_to(*own, message.bytes) : std::nullopt)
                lines.push_back({message.bytes, message.content, *answer});
        }
    }
    follow(failure, lines, note_as_receiver);
    return lines;
}

std::optional<Datagram> wrong_datagram(const Failure& failure) {
    const auto& evidence = unmet(failure).evidence;
    if (evidence.size() != 1) return std::nullopt;
    for (const model::Event& event : failure.transcript.events)
        if (const auto* received = std::get_if<event::Received>(&event.what))
            if (event.number == evidence.front()) return Datagram{received->bytes, event.number};
    return std::nullopt;
}

std::optional<OpenLine> open_line(const Failure& failure) {
    const std::vector<Line> lines = lines_to_send(failure);
    const auto open =
        std::find_if(lines.begin(), lines.end(), [](const Line& line) { return line.is_open(); });
    if (open == lines.end()) return std::nullopt;
    OpenLine found{*open, static_cast<std::size_t>(open - lines.begin())};
    for (auto later = open + 1; later != lines.end(); ++later)
        if (!later->sent.empty() && (found.next == 0 || later->sent.front() < found.next))
            found.next = later->sent.front();
    // Its turn begins when the one before it is confirmed.
    const bool is_first = open == lines.begin();
    if (!is_first && (open - 1)->confirmed.empty()) return found;
    const std::size_t turn = is_first ? 0 : (open - 1)->confirmed.front();
    const std::size_t end = found.next == 0 ? failure.transcript.events.size() + 1 : found.next;
    for (auto earlier = lines.begin(); earlier != open; ++earlier)
        for (const std::size_t number : earlier->confirmed)
            if (number > turn && number < end && found.other_answer == 0) {
                found.other_answer = number;
                found.other_bytes = earlier->acknowledgement;
            }
    return found;
}

std::string what_was_lost(const Failure& failure, const Line& line) {
    for (const model::Event& event : failure.transcript.events) {
        const auto* fault = std::get_if<event::FaultApplied>(&event.what);
        if (fault == nullptr || line.lost.empty() || event.number != line.lost.back()) continue;
        return fault->direction == Direction::from_program
                   ? fmt::format("The datagram {} was lost on its way", quote(line.datagram, 60))
                   : fmt::format("The acknowledgement of {} was lost on its way", quote(line.datagram, 60));
    }
    return "";
}

std::string times_in_words(std::size_t count) {
    return count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

}  // namespace sockgrade::diagnoses

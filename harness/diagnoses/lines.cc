#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

std::ptrdiff_t line_ends_in(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

// Does the step that failed await a line on a connection that the program accepted?
bool awaits_a_line(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    return view.plan.role == model::Role::server && view.plan.transport == model::Transport::tcp &&
           expect != nullptr && expect->frame.until == model::Frame::Until::line && !view.end.has_value();
}

}  // namespace

// An answer came before any line had its end.
std::optional<model::Diagnosis> answers_a_piece_of_a_line(const CaseView& view) {
    if (!awaits_a_line(view) || view.cause != model::Cause::wrong_content) return std::nullopt;
    std::string arrived;
    const std::string& actor = view.failed.step->actor;
    for (const model::Event& one : view.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what);
            sent != nullptr && sent->connection == actor)
            arrived += sent->bytes;
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr || received->connection != actor) continue;
        if (arrived.empty() || line_ends_in(arrived) > 0) return std::nullopt;
        return say<words::answers_a_piece_of_a_line>({one.number}, "piece"_a = quote(arrived, 60),
                                                     "answer"_a = quote(received->bytes, 60));
    }
    return std::nullopt;
}

// Each line has an answer of a line or more: fewer than lines that came means that some have none.
std::optional<model::Diagnosis> answers_lines_together_once(const CaseView& view) {
    if (!awaits_a_line(view) || (view.cause != model::Cause::wrong_content &&
                                 view.cause != model::Cause::no_reply && view.cause != model::Cause::missing))
        return std::nullopt;
    const std::string& actor = view.failed.step->actor;
    std::ptrdiff_t lines = 0;
    std::size_t number = 0;
    std::string answers;
    for (const model::Event& one : view.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what);
            sent != nullptr && sent->connection == actor && line_ends_in(sent->bytes) > 0) {
            lines = line_ends_in(sent->bytes);
            number = one.number;
            answers.clear();
        }
        if (const auto* received = std::get_if<event::Received>(&one.what);
            received != nullptr && received->connection == actor)
            answers += received->bytes;
    }
    const std::ptrdiff_t answered = line_ends_in(answers);
    if (lines < 2 || answered == 0 || answered >= lines) return std::nullopt;
    return say<words::answers_lines_together_once>(
        {number}, "lines"_a = lines, "answers"_a = count_of(static_cast<std::size_t>(answered), "line"));
}

}  // namespace sockgrade::diagnoses

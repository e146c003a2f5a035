// Servers that are asked line by line.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

std::ptrdiff_t line_ends_in(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

bool takes_a_line(const model::Step& step, const std::string& actor) {
    const auto* expect = std::get_if<model::Expect>(&step.action);
    return step.actor == actor && expect != nullptr && expect->frame.until == model::Frame::Until::line;
}

// Does the step that failed await a line on a connection that the program accepted?
bool awaits_a_line(const CaseView& view) {
    return view.plan.role == model::Role::server && view.plan.transport == model::Transport::tcp &&
           view.failed.step != nullptr && takes_a_line(*view.failed.step, view.failed.step->actor) &&
           !view.end.has_value();
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

namespace {

// How many lines the peer takes between this step of its and the next in which it sends.
std::ptrdiff_t lines_awaited_behind(const model::Plan& plan, std::size_t step) {
    std::ptrdiff_t count = 0;
    const std::string& actor = plan.steps[step].actor;
    for (std::size_t i = step + 1; i < plan.steps.size(); ++i) {
        if (plan.steps[i].actor == actor && std::holds_alternative<model::Send>(plan.steps[i].action)) break;
        if (takes_a_line(plan.steps[i], actor)) ++count;
    }
    return count;
}

}  // namespace

// Each of these lines has an answer of a line or more, and those that came were right: fewer than lines that
// came mean that some have none. A list is one request in many lines, and is no such thing.
std::optional<model::Diagnosis> answers_lines_together_once(const CaseView& view) {
    if (!awaits_a_line(view) || !came_to_nothing(view.cause)) return std::nullopt;
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
    const auto& steps = view.plan.steps;
    auto step = static_cast<std::size_t>(view.failed.step - steps.data());
    while (step > 0 &&
           !(steps[step].actor == actor && std::holds_alternative<model::Send>(steps[step].action)))
        --step;
    const std::ptrdiff_t answered = line_ends_in(answers);
    if (lines < 2 || answered == 0 || answered >= lines || lines_awaited_behind(view.plan, step) < lines)
        return std::nullopt;
    return say<words::answers_lines_together_once>(
        {number}, "lines"_a = lines, "answers"_a = count_of(static_cast<std::size_t>(answered), "line"));
}

// A line was whole while another client was in the middle of its own, and the answer to it is wrong.
std::optional<model::Diagnosis> mixes_up_lines(const CaseView& view) {
    const auto& plan = view.plan;
    if (plan.role != model::Role::server || plan.transport != model::Transport::tcp ||
        view.expectation == nullptr || view.failed.step == nullptr ||
        (view.cause != model::Cause::wrong_content && view.cause != model::Cause::extra))
        return std::nullopt;
    const std::string& actor = view.failed.step->actor;
    std::map<std::string, std::string> lines;  // the last one of each, so far as it has been sent
    std::string other;
    std::string piece;
    std::string line;
    std::size_t whole_at = 0;
    std::string got;
    for (const model::Event& one : view.events) {
        if (const auto* closed = std::get_if<event::Closed>(&one.what)) lines.erase(closed->connection);
        if (const auto* sent = std::get_if<event::Sent>(&one.what)) {
            std::string& own = lines[sent->connection];
            if (own.ends_with('\n')) own.clear();
            own += sent->bytes;
            if (sent->connection != actor || !own.ends_with('\n')) continue;
            line = own;
            whole_at = one.number;
            got.clear();
            other.clear();
            for (const auto& [name, begun] : lines)
                if (name != actor && !begun.empty() && !begun.ends_with('\n')) other = name;
            piece = other.empty() ? "" : lines[other];
        }
        if (const auto* received = std::get_if<event::Received>(&one.what);
            received != nullptr && received->connection == actor) {
            // It answers pieces, whosever they are.
            if (!lines[actor].ends_with('\n')) return std::nullopt;
            got += received->bytes;
        }
    }
    if (other.empty() || got.empty()) return std::nullopt;
    return say<words::mixes_up_lines>(
        {whole_at}, "line"_a = quote(line, 40), "client"_a = telling::actor_in_words(actor),
        "piece"_a = quote(piece, 40), "other"_a = telling::actor_in_words(other), "got"_a = quote(got, 60));
}

}  // namespace sockgrade::diagnoses

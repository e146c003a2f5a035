#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "model/typed.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

// It called before the other one was there, and ended.
std::optional<model::Diagnosis> does_not_wait_for_the_other(const CaseView& view) {
    const auto& end = view.end;
    if (view.plan.role != model::Role::peer || !end.has_value()) return std::nullopt;
    for (const model::Event& one : view.transcript.events) {
        if (std::holds_alternative<event::Opened>(one.what)) return std::nullopt;
        const auto* played = std::get_if<event::FaultPlayed>(&one.what);
        if (played == nullptr || played->what != event::FaultPlayed::What::refused) continue;
        return say<words::does_not_wait_for_the_other>({one.number, end->number});
    }
    return std::nullopt;
}

// Of two equals: it listens at its own port, and calls that.
std::optional<model::Diagnosis> calls_itself(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::peer || plan.given.own_port == 0 || !came_to_nothing(view.cause) ||
        plan.given.own_port == plan.given.address.port)
        return std::nullopt;
    const model::Event* call_of_itself = nullptr;
    for (const model::Event& one : view.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport || call->call != Call::connect) continue;
        if (call->address.port == plan.given.address.port) return std::nullopt;
        if (call->address.port == plan.given.own_port && call_of_itself == nullptr) call_of_itself = &one;
    }
    if (call_of_itself == nullptr) return std::nullopt;
    return say<words::calls_itself>({call_of_itself->number}, "own"_a = plan.given.own_port,
                                    "given"_a = model::to_string(plan.given.address));
}

// Two that only wait would wait for each other.
std::optional<model::Diagnosis> never_calls_the_other(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::peer) return std::nullopt;
    const model::Event* listening = nullptr;
    for (const model::Event& one : view.events) {
        if (std::holds_alternative<event::Opened>(one.what)) return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->call == Call::connect) return std::nullopt;
        if (call->call == Call::listen && call->error == 0) listening = &one;
    }
    if (listening == nullptr) return std::nullopt;
    return say<words::never_calls_the_other>({listening->number});
}

// Two that only call would never find each other.
std::optional<model::Diagnosis> only_calls_the_other(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::peer || view.end.has_value() ||
        view.transcript.first<event::Opened>() != nullptr)
        return std::nullopt;
    std::vector<std::size_t> calls;
    for (const model::Event& one : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&one.what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->call == Call::listen && call->error == 0) return std::nullopt;
        if (call->call == Call::connect) calls.push_back(one.number);
    }
    if (calls.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        calls.size() == 1
            ? std::string(
                  "Your program called the other one, who was not there yet, and never listened itself.")
            : fmt::format(
                  "Your program called the other one {} times, who was not there yet, and never listened "
                  "itself: nobody could call it.",
                  calls.size()),
        "Who is started first has to be there for the other one: when connect() is refused, wait to be "
        "called, with "
        "bind(), listen() and accept() on your own port.",
        {calls.front(), calls.back()}};
}

// What the other one says goes back to them, as from an echo server.
std::optional<model::Diagnosis> sends_back_what_it_hears(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::peer || view.cause != model::Cause::extra) return std::nullopt;
    const event::Sent* heard = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : view.transcript.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what); sent != nullptr && heard == nullptr) {
            heard = sent;
            number = one.number;
        }
        const auto* received = std::get_if<event::Received>(&one.what);
        if (heard == nullptr || received == nullptr || bare(heard->bytes).empty() ||
            !contains(received->bytes, bare(heard->bytes)))
            continue;
        return say<words::sends_back_what_it_hears>({number, one.number},
                                                    "line"_a = quote(bare(heard->bytes), 60));
    }
    return std::nullopt;
}

// What was typed once went out twice, by the same connection.
std::optional<model::Diagnosis> sends_each_line_twice(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::peer || view.cause != model::Cause::extra) return std::nullopt;
    std::map<std::string, std::string> heard;  // by connection, since the line was typed
    const event::Typed* typed = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : view.transcript.events) {
        if (const auto* line = std::get_if<event::Typed>(&one.what)) {
            typed = line;
            number = one.number;
            heard.clear();
        }
        const auto* received = std::get_if<event::Received>(&one.what);
        if (typed == nullptr || received == nullptr || bare(typed->bytes).empty()) continue;
        std::string& bytes = heard[received->connection] += received->bytes;
        const std::size_t first = bytes.find(bare(typed->bytes));
        if (first == std::string::npos ||
            bytes.find(bare(typed->bytes), first + bare(typed->bytes).size()) == std::string::npos)
            continue;
        return say<words::sends_each_line_twice>(
            {number, one.number}, "line"_a = quote(bare(typed->bytes), 60), "sent"_a = quote(bytes, 80));
    }
    return std::nullopt;
}

// A line was typed, and nothing of it left.
std::optional<model::Diagnosis> keeps_what_is_typed(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (view.plan.role != model::Role::peer || expect == nullptr || !model::awaits_typing(*expect) ||
        view.cause != model::Cause::missing)
        return std::nullopt;
    bool met = false;
    std::string_view line;
    std::size_t number = 0;
    for (const model::Event& one : view.events) {
        met = met || std::holds_alternative<event::Opened>(one.what);
        if (const auto* typed = std::get_if<event::Typed>(&one.what);
            typed != nullptr && number == 0 && model::is_text(*typed)) {
            line = bare(typed->bytes);
            number = one.number;
        }
        if (std::holds_alternative<event::Received>(one.what)) return std::nullopt;
    }
    const auto& wait = view.wait;
    if (!met || number == 0 || view.end.has_value()) return std::nullopt;
    const bool deaf = wait.has_value() && waits_for_more_bytes(wait->in);
    return say<words::keeps_what_is_typed>(
        {number}, Hint{deaf ? words::two_threads_or_select : words::send_each_line_that_is_typed},
        "line"_a = quote(line, 60),
        "where_it_waits"_a =
            deaf ? fmt::format(": it waits in {} for what comes from there", telling::in_words(wait->in))
                 : "");
}

// What was typed arrives, and nothing tells where one line ends and the next one begins.
std::optional<model::Diagnosis> leaves_out_line_ends(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || expect->what != model::Expect::What::typed_lines) return std::nullopt;
    std::string bytes;
    std::vector<std::size_t> evidence;
    for (const model::Event& one : view.transcript.events) {
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        bytes += received->bytes;
        evidence.push_back(one.number);
    }
    if (bytes.find('\n') != std::string::npos) return std::nullopt;
    for (const model::Message& line : expect->messages)
        if (bytes.find(bare(line.bytes)) == std::string::npos) return std::nullopt;
    return say<words::leaves_out_line_ends>(evidence, "sent"_a = quote(bytes, 80));
}

namespace {

// One line was typed, and it reads on.
std::optional<model::Diagnosis> line_is_there(const CaseView& view, const UnsatisfiedWait& wait) {
    const auto typed = view.transcript.all<model::event::Typed>();
    if (view.cause != model::Cause::never_connected || typed.empty() || !typed.back()->bytes.ends_with('\n'))
        return std::nullopt;
    for (const auto* call : view.transcript.all<model::event::SocketCall>())
        if (call->transport == view.plan.transport && !call->ephemeral) return std::nullopt;
    return say<words::waits_for_more_typing>({wait.number}, "line"_a = quote(bare(typed.back()->bytes), 60),
                                             "call"_a = telling::in_words(wait.in));
}

// Nobody types in this case, and it has got no further.
std::optional<model::Diagnosis> where_nobody_types(const CaseView& view, const UnsatisfiedWait& wait) {
    if (const auto line = line_is_there(view, wait)) return line;
    const auto& steps = view.plan.steps;
    const bool is_typed = std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
        return std::holds_alternative<model::Typed>(step.action);
    });
    if (view.cause != model::Cause::never_connected || is_typed ||
        view.transcript.first<event::Typed>() != nullptr)
        return std::nullopt;
    return say<words::waits_where_nobody_types>({wait.number}, "call"_a = telling::in_words(wait.in));
}

}  // namespace

// While somebody could type something it does not show what comes.
std::optional<model::Diagnosis> waits_for_the_keyboard(const CaseView& view) {
    const auto& text = view.text;
    const auto& wait = view.wait;
    const bool at_the_keyboard = wait.has_value() && wait->how == model::WaitEnd::quiet &&
                                 wait->in.size() == 1 && reads_standard_input(wait->in);
    const model::Role role = view.plan.role;
    if (at_the_keyboard && speaks_first(role)) return where_nobody_types(view, *wait);
    if (role != model::Role::peer || !text.has_value() || text->where != WrongText::Where::output ||
        view.cause != model::Cause::missing)
        return std::nullopt;
    const auto& output = view.output;
    if (!at_the_keyboard || contains(output, bare(text->wanted))) return std::nullopt;
    // It can print: what came before is there.
    std::string_view before;
    for (const auto* sent : view.transcript.all<event::Sent>()) {
        if (bare(sent->bytes) == bare(text->wanted)) break;
        if (!bare(sent->bytes).empty() && contains(output, bare(sent->bytes))) before = bare(sent->bytes);
    }
    if (before.empty()) return std::nullopt;
    return say<words::waits_for_the_keyboard>(
        {text->evidence.front(), wait->number}, "before"_a = quote(before, 60),
        "wanted"_a = quote(bare(text->wanted), 60), "call"_a = telling::in_words(wait->in));
}

// Of two equals. It reads one line of each connection that it takes, and sends its own lines on one that it
// keeps: the second of them would be lost at its copy.
std::optional<model::Diagnosis> hears_one_line_of_each(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    if (transcript.plan.role != model::Role::peer || transcript.plan.transport != model::Transport::tcp ||
        !came_to_nothing(view.cause) || view.end.has_value())
        return std::nullopt;
    std::map<std::string, std::size_t> lines;  // that the program sent on each connection
    std::map<std::string, std::size_t> said;   // to it, on each
    std::size_t most = 0;
    const event::Sent* lost = nullptr;
    std::size_t number = 0;
    const auto& output = view.output;
    for (const model::Event& one : transcript.events) {
        if (const auto* received = std::get_if<event::Received>(&one.what)) {
            for (const char c : received->bytes) lines[received->connection] += c == '\n' ? 1 : 0;
            most = std::max(most, lines[received->connection]);
        }
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent == nullptr) continue;
        const std::string text(bare(sent->bytes));
        if (++said[sent->connection] < 2 || contains(output, text)) continue;
        lost = sent;
        number = one.number;
    }
    if (most < 2 || lost == nullptr) return std::nullopt;
    return say<words::hears_one_line_of_each>({number}, "line"_a = quote(bare(lost->bytes), 60));
}

}  // namespace sockgrade::diagnoses

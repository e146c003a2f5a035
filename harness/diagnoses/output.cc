#include <fmt/format.h>
#include <algorithm>

#include "base/pattern.hh"
#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/wait.hh"
#include "wording/wanted.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Where = WrongText::Where;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

namespace {

// What is not to be printed yet has to be printed in a later step.
bool is_due_later(const model::Plan& plan, const model::Prints& early) {
    bool later = false;
    for (const model::Step& step : plan.steps) {
        const auto* const prints = std::get_if<model::Prints>(&step.action);
        if (prints == nullptr) continue;
        if (later && prints->pattern == early.pattern && prints->times != 0U) return true;
        later = later || prints == &early;
    }
    return false;
}

std::string first_line_that_fits(const std::string& pattern, std::string_view output) {
    std::size_t looked_at = 0;
    for (std::size_t start = 0; start < output.size() && ++looked_at <= kMostLinesSearched;) {
        const std::size_t end = std::min(output.find('\n', start), output.size());
        const std::string line(output.substr(start, end - start));
        if (count_matches(pattern, line) > 0) return line;
        start = end + 1;
    }
    return {};
}

}  // namespace

// It says that something has happened before that has: at its start, or each time in its loop.
std::optional<model::Diagnosis> says_so_too_early(const CaseView& view) {
    const model::Prints* const prints = unmet_pattern(view);
    if (prints == nullptr || prints->times != 0U || view.cause != model::Cause::extra ||
        !is_due_later(view.plan, *prints))
        return std::nullopt;
    const auto& output = view.all_output;
    const std::string line = first_line_that_fits(prints->pattern, output);
    if (line.empty()) return std::nullopt;
    return say<words::says_so_too_early>({}, "line"_a = quote(bare(line), 60));
}

// The capitals are on the server's screen, and not on the network.
std::optional<model::Diagnosis> reply_is_only_printed(const CaseView& view) {
    if (view.plan.role != model::Role::server || !came_to_nothing(view.cause)) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || !text->got.empty() || view.cause == Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || wanted == bare(text->original)) return std::nullopt;
    std::string output;
    for (const model::Event& event : view.events) {
        // A reply that was sent to the wrong place was sent.
        if (const auto* call = std::get_if<event::SocketCall>(&event.what);
            call != nullptr && call->call == Call::sendto && event.number > text->evidence.front())
            return std::nullopt;
        const auto* print = std::get_if<event::Printed>(&event.what);
        if (print == nullptr) continue;
        output += print->bytes;
        if (!contains(output, wanted)) continue;
        return say<words::reply_is_only_printed>(
            {text->evidence.front(), event.number},
            Hint{view.language == Language::java
                     ? "Send the reply to the client too, and call flush() on what you write it to."
                 : view.plan.transport == Transport::tcp
                     ? "Send the reply on the connection: connection.send(text.encode())"
                     : "Send the reply to whoever asked: sock.sendto(text.encode(), address)"},
            "wanted"_a = quote(wanted, 60));
    }
    return std::nullopt;
}

// The number that recv() returned, not what it put into the buffer.
std::optional<model::Diagnosis> prints_the_length(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string number = std::to_string(text->original.size());
    const std::string_view got = text->got;
    constexpr std::size_t kPart = 5;
    if (contains(got, bare(text->wanted).substr(0, kPart)) || bare(text->wanted).size() < kPart)
        return std::nullopt;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = got.find(number); at != std::string_view::npos; at = got.find(number, at + 1)) {
        const std::size_t behind = at + number.size();
        // Within an address or a larger number it means something else.
        const bool apart_before = at == 0 || (!is_digit(got[at - 1]) && got[at - 1] != '.');
        const bool apart_behind = behind >= got.size() || (!is_digit(got[behind]) && got[behind] != '.');
        if (!apart_before || !apart_behind) continue;
        return say<words::prints_the_length>(text->evidence, "number"_a = number);
    }
    return std::nullopt;
}

// The second of the two things that recvfrom() returns.
std::optional<model::Diagnosis> prints_the_address(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != Where::output) return std::nullopt;
    if (view.plan.transport != Transport::udp) return std::nullopt;
    constexpr std::size_t kPart = 5;
    if (contains(text->got, bare(text->wanted).substr(0, kPart))) return std::nullopt;
    for (const auto* peer : view.transcript.all<event::Opened>()) {
        const std::string tuple = fmt::format("('{}', {})", peer->local.host, peer->local.port);
        if (!contains(text->got, tuple)) continue;
        return say<words::prints_the_address>(text->evidence, "tuple"_a = tuple);
    }
    return std::nullopt;
}

namespace {

// What stands behind a number ends with no newline in any of these datagrams, and everybody prints one.
bool brings_a_number(const model::Plan& plan) {
    for (const model::Step& step : plan.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages)
                if (!message.as.empty()) return true;
    return false;
}

}  // namespace

// Printed, but kept in a buffer.
std::optional<model::Diagnosis> not_flushed(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output || view.cause != model::Cause::missing)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || view.end.has_value()) return std::nullopt;
    // A text that brings no line end along, and not a single byte printed since it came.
    const auto& wait = view.wait;
    const bool no_line_end = text->original.empty() || text->original.back() != '\n';
    if (!no_line_end || !text->got.empty() || !wait.has_value()) return std::nullopt;
    const Language written_in = view.language;
    if (written_in != Language::other && written_in != Language::python) return std::nullopt;
    if (brings_a_number(view.plan)) return std::nullopt;
    const bool for_the_next = waits_to_receive(wait->in) || any_in(wait->in, WaitCall::accept);
    if (view.plan.role != model::Role::receiver || !for_the_next) return std::nullopt;
    return say<words::not_flushed>(
        text->evidence,
        Hint{view.plan.transport == model::Transport::udp ? words::flush_datagrams
                                                          : words::flush_or_unfinished_line},
        "wanted"_a = quote(wanted, 60), "call"_a = telling::in_words(wait->in),
        "what_for"_a = awaited_in(wait->in, view.plan.transport));
}

// Something was to be printed that a spec has words for, and it was not.
std::optional<model::Diagnosis> does_not_say_so(const CaseView& view) {
    const model::Prints* const prints = unmet_pattern(view);
    if (prints == nullptr || prints->called.empty() || prints->times == 0U || !came_to_nothing(view.cause) ||
        view.cause == model::Cause::crashed)
        return std::nullopt;
    const auto& output = view.output;
    if (wording::times_printed(prints->pattern, output) > 0) return std::nullopt;
    const bool silent = bare(output).empty();
    const std::string got = silent ? "nothing" : quote(output, 120);
    std::string hint = silent ? words::words_of_the_handout : words::words_of_the_handout_as_they_are;
    // What shows has been flushed, and what ends has flushed it.
    if (silent && !view.end.has_value()) hint += words::may_wait_in_a_buffer;
    return model::Diagnosis{
        "",
        silent
            ? fmt::format("Your program was to print {}. It printed nothing{}.", prints->called,
                          view.wait && !view.wait->in.empty()
                              ? ", and waits in " + telling::in_words(view.wait->in)
                              : "")
            : fmt::format("Your program was to print {}. Sockgrade did not find that in what it printed: {}.",
                          prints->called, got),
        hint,
        {}};
}

namespace {

// It went on and answered, so it has been where texts are printed.
bool answered(const CaseView& view, std::size_t since) {
    for (const model::Event& event : view.events) {
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received != nullptr && event.number > since && !bare(received->bytes).empty()) return true;
    }
    return false;
}

}  // namespace

// It came, and is nowhere in the output.
std::optional<model::Diagnosis> text_not_printed(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    if (view.cause != Cause::missing && view.cause != Cause::exited_early && view.cause != Cause::hung)
        return std::nullopt;
    if (contains(view.output, bare(text->wanted))) return std::nullopt;
    // Gone before the text had come: then it is its end that wants explaining.
    const auto& end = view.end;
    if (end.has_value() && end->number < text->evidence.front()) return std::nullopt;
    const auto& wait = view.wait;
    const bool waiting = wait.has_value() && !wait->in.empty() && wait->how == model::WaitEnd::quiet;
    const std::string then =
        bare(text->got).empty() ? "printed nothing" : "printed only " + quote(bare(text->got), 60);
    const bool takes_another = view.plan.transport == Transport::udp && waiting &&
                               waits_to_receive(wait->in) && bare(text->got).empty();
    // What came before was printed: then it is not the printing that is missing.
    bool printed_before = false;
    for (const model::Event& event : view.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        const auto* sent = std::get_if<event::Sent>(&event.what);
        printed_before = printed_before || (sent != nullptr && !bare(sent->bytes).empty() &&
                                            contains(view.output, bare(sent->bytes)));
    }
    std::string hint = "Print the text as soon as it has come: print(data.decode())";
    if (view.language == Language::other)
        hint = end.has_value() ? "Print the text when it has come, before your program ends."
                               : words::print_and_flush;
    // What shows cannot wait in a buffer.
    if (!bare(text->got).empty()) hint = words::look_at_what_is_printed;
    if (takes_another)
        hint = view.plan.role == model::Role::client ? words::receive_with_the_same_socket
                                                     : words::print_each_before_the_next;
    if (bare(text->got).empty() && !text->got.empty()) hint = words::look_at_what_was_received;
    const Language written_in = view.language;
    if (bare(text->got).empty() && !end.has_value() && serves(view.plan) &&
        answered(view, text->evidence.front()))
        hint = written_in == Language::java || written_in == Language::javascript
                   ? words::print_what_was_answered
                   : words::print_and_flush_what_was_answered;
    if (printed_before) hint = words::compare_with_what_was_printed;
    return say<words::text_not_printed>(text->evidence, Hint{hint},
                                        "wanted"_a = quote(bare(text->wanted), 60), "then"_a = then,
                                        "where"_a = waiting ? ". It waits in " + telling::in_words(wait->in) +
                                                                  awaited_in(wait->in, view.plan.transport)
                                                            : "");
}

// Something was not to be printed that a spec has words for, and a line of the output is just that.
std::optional<model::Diagnosis> prints_what_is_not_so(const CaseView& view) {
    const model::Prints* const prints = unmet_pattern(view);
    if (prints == nullptr || prints->called.empty() || prints->times != 0U ||
        view.cause != model::Cause::extra)
        return std::nullopt;
    const auto& output = view.all_output;
    std::size_t looked_at = 0;
    for (std::size_t start = 0; start < output.size() && ++looked_at <= kMostLinesSearched;) {
        const std::size_t end = std::min(output.find('\n', start), output.size());
        const std::string line = output.substr(start, end - start);
        start = end + 1;
        if (count_matches(prints->pattern, line) == 0) continue;
        return say<words::prints_what_is_not_so>({}, "what"_a = prints->called,
                                                 "line"_a = quote(bare(line), 120));
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses

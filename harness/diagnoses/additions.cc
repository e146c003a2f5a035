#include <fmt/format.h>
#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/words.hh"
#include "model/expected.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using Where = WrongText::Where;
using model::Cause;
using namespace fmt::literals;

namespace {

constexpr const char* kSecondSend = "Look for a second send(): before a loop and in it, or in two functions.";

std::optional<model::Diagnosis> sent_again(const CaseView& view) {
    const model::Finding& finding = view.unmet;
    if (finding.evidence.size() < 2) return std::nullopt;
    const auto* second = at_number<event::Received>(view.transcript, finding.evidence.back());
    if (second == nullptr) return std::nullopt;
    return say<words::sends_it_more_than_once>(
        finding.evidence, Hint{kSecondSend},
        "again"_a = quote(bare(second->bytes.substr(0, second->bytes.find('\n'))), 80));
}

// What decided is a datagram that had come in the same form before.
bool arrived_before(const CaseView& view) {
    const model::Finding& finding = view.unmet;
    if (finding.evidence.empty()) return false;
    const auto* last = at_number<event::Received>(view.transcript, finding.evidence.back());
    if (last == nullptr) return false;
    std::size_t count = 0;
    for (const auto* received : view.transcript.all<event::Received>())
        if (received->bytes == last->bytes) ++count;
    return count > 1;
}

// Two requests that are the same, and the reply to the second one was not printed.
std::optional<model::Diagnosis> asks_twice(const CaseView& view, const WrongText& text) {
    const model::Transcript& transcript = view.transcript;
    if (serves(transcript.plan) || transcript.plan.transport != model::Transport::udp ||
        !transcript.plan.faults.empty())
        return std::nullopt;
    const model::Event* first = nullptr;
    for (const model::Event& one : transcript.events) {
        if (one.number > text.evidence.front()) break;
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr || bare(received->bytes).empty()) continue;
        if (first == nullptr) {
            first = &one;
            continue;
        }
        if (received->bytes != std::get<event::Received>(first->what).bytes) return std::nullopt;
        return say<words::sends_it_twice_and_prints_one_reply>(
            {first->number, one.number, text.evidence.front()}, Hint{kSecondSend},
            "text"_a = quote(bare(received->bytes), 60));
    }
    return std::nullopt;
}

}  // namespace

// The right text, and the same text once more.
std::optional<model::Diagnosis> sends_it_twice(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    const bool is_all = expect != nullptr && expect->what == model::Expect::What::all;
    if (expect != nullptr && (expect->what == model::Expect::What::once ||
                              (is_all && view.cause == model::Cause::extra && arrived_before(view))))
        return sent_again(view);
    const auto& text = view.text;
    if (text.has_value() && text->where == WrongText::Where::output) return asks_twice(view, *text);
    if (!text.has_value()) return std::nullopt;
    const std::string_view got = bare(text->got);
    const std::string_view wanted = bare(text->wanted);
    const std::string_view original = bare(text->original);
    if (wanted.size() < 2 || got.size() < 2 * wanted.size()) return std::nullopt;
    const std::string_view first = got.substr(0, wanted.size());
    const std::string_view second = bare(got.substr(wanted.size()));
    if (first == wanted && second == wanted)
        return say<words::sends_it_twice>(text->evidence, Hint{kSecondSend}, "got"_a = quote(got, 80));
    const bool both = (first == original && second == wanted) || (first == wanted && second == original);
    if (!both || original == wanted) return std::nullopt;
    return say<words::sends_it_in_both_forms>(text->evidence, "got"_a = quote(got, 80));
}

// The message came, and so did something that nobody had asked for.
std::optional<model::Diagnosis> sends_something_besides(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const model::Step* const failed = view.failed.step;
    const auto* const expect = failed == nullptr ? nullptr : std::get_if<model::Expect>(&failed->action);
    if (serves(plan) || expect == nullptr || expect->what != model::Expect::What::once ||
        view.cause != model::Cause::extra || view.unmet.evidence.size() != 1)
        return std::nullopt;
    const auto* const other = at_number<event::Received>(view.transcript, view.unmet.evidence.front());
    if (other == nullptr) return std::nullopt;
    const bool is_udp = plan.transport == model::Transport::udp;
    return say<words::sends_something_besides>(
        view.unmet.evidence, Hint{is_udp ? words::one_datagram_is_one_message : words::send_the_text_alone},
        "other"_a = quote(other->bytes, 60),
        "besides"_a = is_udp ? "in a datagram of its own, besides" : "besides",
        "message"_a = quote(bare(plan.given.message), 60));
}

// The question for the user went to the server.
std::optional<model::Diagnosis> sends_own_prompt(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::message) return std::nullopt;
    const auto trimmed = [](std::string_view from) {
        from = bare(from);
        while (!from.empty() && from.back() == ' ') from.remove_suffix(1);
        return from;
    };
    const std::string_view got = trimmed(text->got);
    constexpr std::size_t kTelling = 3;
    if (got.size() < kTelling || contains(text->wanted, got) || contains(got, bare(text->wanted)))
        return std::nullopt;
    for (const model::Event& event : view.transcript.events) {
        const auto* print = std::get_if<event::Printed>(&event.what);
        if (print == nullptr || !contains(print->bytes, got)) continue;
        // What it prints about what it sends would stand after it.
        if (event.number > text->evidence.front()) break;
        std::vector<std::size_t> evidence = text->evidence;
        evidence.insert(evidence.begin(), event.number);
        return say<words::sends_own_prompt>(evidence, "got"_a = quote(got, 60),
                                            "wanted"_a = quote(bare(text->wanted), 60));
    }
    return std::nullopt;
}

// The messages are collected, and all of them go back each time.
std::optional<model::Diagnosis> sends_everything_so_far(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::reply) return std::nullopt;
    std::string all;
    std::size_t count = 0;
    for (const model::Event& event : view.transcript.events) {
        if (event.number >= text->evidence.front()) break;
        if (const auto* sent = std::get_if<event::Sent>(&event.what);
            sent != nullptr && !bare(sent->bytes).empty()) {
            all += sent->bytes;
            ++count;
        }
    }
    if (count == 0) return std::nullopt;
    const auto letters = [](std::string_view from) {
        std::string kept = ascii_capitals(from);
        std::erase_if(kept, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
        return kept;
    };
    if (letters(text->got) != letters(all + text->original)) return std::nullopt;
    return say<words::sends_everything_so_far>(text->evidence,
                                               "messages"_a = count == 1 ? "the message" : "all messages",
                                               "got"_a = quote(text->got, 80));
}

// The text is right, but a line end stands before it, or more than one behind it.
std::optional<model::Diagnosis> adds_line_ends(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    const std::string_view got = text->got;
    const std::string_view plain = bare(got);
    if (plain.empty() || plain != bare(text->wanted) || model::same_text(text->wanted, got))
        return std::nullopt;
    const std::size_t at = got.find(plain);
    const std::string_view before = got.substr(0, at);
    const std::string_view behind = got.substr(at + plain.size());
    const bool is_before = !before.empty() && !text->wanted.starts_with(before);
    if (!is_before && behind.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        is_before
            ? fmt::format("Your program sent {} before the text. It is a part of what arrives: who reads a "
                          "line gets an empty one.",
                          quote(before, 40))
            : fmt::format("Behind the text your program sent {}. One line end does no harm; a second one is "
                          "an empty line.",
                          quote(behind, 40)),
        words::send_the_text_itself, text->evidence};
}

namespace {

bool is_readable(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; });
}

// A name or a mark before what was typed, in each line that goes to the other one.
std::optional<model::Diagnosis> adds_words_to_typed_lines(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || expect->what != model::Expect::What::typed_lines ||
        view.cause != model::Cause::extra)
        return std::nullopt;
    for (const model::Event& one : view.transcript.events) {
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        for (const model::Message& line : expect->messages) {
            const std::size_t at = received->bytes.find(bare(line.bytes));
            if (at == std::string::npos || bare(line.bytes).empty()) continue;
            const std::size_t begin = received->bytes.rfind('\n', at) + 1;  // 0 behind npos
            const std::string_view before = std::string_view(received->bytes).substr(begin, at - begin);
            if (before.empty() || !is_readable(before)) continue;
            return say<words::adds_words>({one.number}, Hint{words::send_the_text_without_words},
                                          "where"_a = quote(before, 60) + " before it");
        }
    }
    return std::nullopt;
}

}  // namespace

// The right text with something before or after it.
std::optional<model::Diagnosis> adds_words(const CaseView& view) {
    if (auto words = adds_words_to_typed_lines(view)) return words;
    const auto& text = view.text;
    if (!text.has_value() || text->where == Where::output || view.cause != Cause::extra) return std::nullopt;
    const std::string_view got = bare(text->got);
    const std::size_t at = got.find(bare(text->wanted));
    if (at == std::string_view::npos || bare(text->wanted).empty()) return std::nullopt;
    const std::string_view before = got.substr(0, at);
    const std::string_view after = got.substr(at + bare(text->wanted).size());
    if (!is_readable(before) || !is_readable(after) || (before.empty() && after.empty())) return std::nullopt;
    const std::string where =
        before.empty()  ? quote(after, 60) + " after it"
        : after.empty() ? quote(before, 60) + " before it"
                        : fmt::format("{} before it and {} after it", quote(before, 60), quote(after, 60));
    return say<words::adds_words>(
        text->evidence,
        Hint{before.empty() && view.language == Language::other ? words::send_the_text_without_the_buffer
                                                                : words::send_the_text_without_words},
        "where"_a = where);
}

}  // namespace sockgrade::diagnoses

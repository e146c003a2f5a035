#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/numbered_lines.hh"
#include "diagnoses/words.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

using namespace fmt::literals;

// The first line has the number of the second.
std::optional<model::Diagnosis> counts_from_one(const CaseView& view) {
    const std::vector<Line> lines = lines_to_send(view);
    const auto got = wrong_datagram(view);
    if (lines.empty() || !got.has_value() || !lines.front().sent.empty()) return std::nullopt;
    const std::string& first = lines.front().datagram;
    if (!first.starts_with('0') || bare(got->bytes) != bare("1" + first.substr(1))) return std::nullopt;
    return say<words::counts_from_one>({got->number}, "got"_a = quote(got->bytes, 60));
}

// The text is right; before it stand one, two, four or eight bytes that are no digits.
std::optional<model::Diagnosis> sends_the_number_in_bytes(const CaseView& view) {
    const auto got = wrong_datagram(view);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_send(view)) {
        const std::string_view whole = trim_line_end(got->bytes);
        if (line.text.empty() || !whole.ends_with(bare(line.text))) continue;
        std::string_view before = whole.substr(0, whole.size() - bare(line.text).size());
        if (before.ends_with(' ')) before.remove_suffix(1);
        const bool is_binary = before.find('\0') != std::string_view::npos;
        if (!is_binary ||
            (before.size() != 1 && before.size() != 2 && before.size() != 4 && before.size() != 8))
            continue;
        return say<words::sends_the_number_in_bytes>(
            {got->number}, "bytes"_a = count_of(before.size(), "byte"), "got"_a = quote(got->bytes, 60));
    }
    return std::nullopt;
}

// The text alone.
std::optional<model::Diagnosis> leaves_out_the_number(const CaseView& view) {
    const auto got = wrong_datagram(view);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_send(view)) {
        if (line.text.empty() || line.text == line.datagram ||
            trim_line_end(got->bytes) != trim_line_end(line.text))
            continue;
        return say<words::leaves_out_the_number>({got->number}, "got"_a = quote(got->bytes, 60),
                                                 "line"_a = quote(line.datagram, 60));
    }
    return std::nullopt;
}

// Several lines in one datagram.
std::optional<model::Diagnosis> sends_all_lines_in_one(const CaseView& view) {
    const auto got = wrong_datagram(view);
    if (!got.has_value()) return std::nullopt;
    std::size_t found = 0;
    for (const Line& line : lines_to_send(view))
        if (!line.text.empty() && contains(got->bytes, line.text)) ++found;
    if (found < 2) return std::nullopt;
    return say<words::sends_all_lines_in_one>({got->number}, "lines"_a = count_of(found, "line"),
                                              "got"_a = quote(got->bytes, 80));
}

// All lines had come, and then something else did.
std::optional<model::Diagnosis> sends_more_than_the_lines(const CaseView& view) {
    const std::vector<Line> lines = lines_to_send(view);
    const auto got = wrong_datagram(view);
    if (lines.empty() || !got.has_value() || view.cause != model::Cause::extra) return std::nullopt;
    for (const Line& line : lines)
        if (line.sent.empty() || line.sent.front() > got->number) return std::nullopt;
    return say<words::sends_more_than_the_lines>({got->number}, "got"_a = quote(got->bytes, 60));
}

// What was sent again is not what was sent first.
std::optional<model::Diagnosis> resends_something_else(const CaseView& view) {
    const auto got = wrong_datagram(view);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_send(view)) {
        if (line.sent.empty() || line.lost.empty() || line.sent.front() > got->number || line.text.empty() ||
            !contains(got->bytes, line.text) || bare(got->bytes) == bare(line.datagram))
            continue;
        return say<words::resends_something_else>({line.sent.front(), got->number},
                                                  "line"_a = quote(line.datagram, 60),
                                                  "got"_a = quote(got->bytes, 60));
    }
    return std::nullopt;
}

// It went on to the next line when the acknowledgement of an earlier one came once more.
std::optional<model::Diagnosis> takes_any_acknowledgement(const CaseView& view) {
    const auto open = open_line(view);
    if (!open.has_value() || open->next == 0 || open->other_answer == 0 ||
        view.cause != model::Cause::wrong_order)
        return std::nullopt;
    return say<words::takes_any_acknowledgement>(
        {open->other_answer, open->next}, "other"_a = quote(open->other_bytes, 40),
        "line"_a = quote(open->line.datagram, 60), "right"_a = quote(open->line.acknowledgement, 40));
}

// The next line was sent though nothing at all had come for the one before.
std::optional<model::Diagnosis> goes_on_without_the_acknowledgement(const CaseView& view) {
    const auto open = open_line(view);
    if (!open.has_value() || open->next == 0 || open->other_answer != 0 || open->line.lost.empty() ||
        view.cause != model::Cause::wrong_order)
        return std::nullopt;
    return say<words::goes_on_without_the_acknowledgement>(
        {open->line.lost.back(), open->next}, "what_was_lost"_a = what_was_lost(view, open->line));
}

// A later line was on its way while an earlier one was not acknowledged.
std::optional<model::Diagnosis> sends_several_at_a_time(const CaseView& view) {
    const auto got = wrong_datagram(view);
    if (view.cause != model::Cause::wrong_order || !got.has_value()) return std::nullopt;
    const std::vector<Line> lines = lines_to_send(view);
    const auto is_it = [&](const Line& line) { return bare(line.datagram) == bare(got->bytes); };
    const auto it = std::find_if(lines.begin(), lines.end(), is_it);
    if (it == lines.end()) return std::nullopt;
    const auto open = std::find_if(lines.begin(), it, [&](const Line& line) {
        return line.confirmed.empty() || line.confirmed.front() > got->number;
    });
    if (open == it || open->sent.empty() || open->sent.front() > got->number) return std::nullopt;
    return say<words::sends_several_at_a_time>({open->sent.front(), got->number},
                                               "got"_a = quote(bare(got->bytes), 60),
                                               "line"_a = quote(open->datagram, 60));
}

// It went on to the next line, and sent the one before all the same: a timer that nobody stops.
std::optional<model::Diagnosis> sends_acknowledged_lines_again(const CaseView& view) {
    constexpr std::size_t kTelling = 2;  // one may have crossed with the acknowledgement
    if (!came_to_nothing(view.cause) && view.cause != model::Cause::extra) return std::nullopt;
    const std::vector<Line> lines = lines_to_send(view);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& line = lines[i];
        const Line& next = lines[i + 1];
        if (line.confirmed.empty() || next.sent.empty() || next.sent.front() < line.confirmed.front())
            continue;
        const auto again = std::count_if(line.sent.begin(), line.sent.end(),
                                         [&](std::size_t number) { return number > next.sent.front(); });
        if (again < static_cast<std::ptrdiff_t>(kTelling)) continue;
        return say<words::sends_acknowledged_lines_again>(
            {line.confirmed.front(), next.sent.front(), line.sent.back()},
            "line"_a = quote(line.datagram, 60), "times"_a = times_in_words(static_cast<std::size_t>(again)));
    }
    return std::nullopt;
}

// The right acknowledgement came again and again, and each time the line was sent once more.
std::optional<model::Diagnosis> overlooks_the_acknowledgement(const CaseView& view) {
    constexpr std::size_t kTelling = 3;  // a resend or two may have crossed with an acknowledgement
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const std::vector<Line> lines = lines_to_send(view);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const bool is_last_sent = i + 1 == lines.size() || lines[i + 1].sent.empty();
        if (line.sent.size() < kTelling || line.confirmed.size() < kTelling || !is_last_sent) continue;
        return say<words::overlooks_the_acknowledgement>(
            {line.confirmed.back(), line.sent.back()},
            Hint{i >= 10 ? words::numbers_may_have_two_digits : words::print_what_you_compare},
            "acknowledgement"_a = quote(line.acknowledgement, 40),
            "confirmed"_a = times_in_words(line.confirmed.size()), "line"_a = quote(line.datagram, 60),
            "times"_a = times_in_words(line.sent.size()));
    }
    return std::nullopt;
}

namespace {

// It does send again, but lets so much time pass before that the case is over first.
std::optional<model::Diagnosis> waits_too_long(const CaseView& view, const Line& line,
                                               const UnsatisfiedWait& wait) {
    constexpr std::int64_t kLongest = 1'000'000;  // as the handout says
    constexpr std::int64_t kRoundsUpTo = 1'500'000;
    if (line.sent.size() < 2) return std::nullopt;
    std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 1; i < line.sent.size(); ++i) {
        const auto at = [&](std::size_t number) {
            const std::size_t position = position_of(view.transcript, number);
            return position < view.transcript.events.size() ? view.transcript.events[position].at_us : 0;
        };
        shortest = std::min(shortest, at(line.sent[i]) - at(line.sent[i - 1]));
    }
    // What is a little more may be the machine's doing.
    if (shortest <= kRoundsUpTo) return std::nullopt;
    return say<words::waits_too_long_to_resend>(
        {line.sent.front(), line.sent.back(), wait.number}, "what_was_lost"_a = what_was_lost(view, line),
        "times"_a = times_in_words(line.sent.size()), "seconds"_a = (shortest + 500'000) / 1'000'000,
        "most"_a = kLongest / 1'000'000);
}

}  // namespace

// Something was lost, and the program waits for an answer for ever.
std::optional<model::Diagnosis> never_resends(const CaseView& view) {
    const auto open = open_line(view);
    const auto& wait = view.wait;
    if (!open.has_value() || open->next != 0 || open->line.lost.empty()) return std::nullopt;
    if (!wait.has_value() || view.end.has_value()) return std::nullopt;
    if (wait->how == model::WaitEnd::backstop) return waits_too_long(view, open->line, *wait);
    if (wait->how != model::WaitEnd::quiet) return std::nullopt;
    return say<words::never_resends>(
        {open->line.lost.back(), wait->number}, "what_was_lost"_a = what_was_lost(view, open->line),
        "times"_a = times_in_words(open->line.sent.size()), "call"_a = telling::in_words(wait->in));
}

// It ended while a line was open, and had not tried often enough.
std::optional<model::Diagnosis> gives_up_too_early(const CaseView& view) {
    constexpr std::size_t kEnough = 6;  // once, and five times again
    const auto open = open_line(view);
    const auto& end = view.end;
    if (!open.has_value() || !end.has_value() || open->next != 0 || open->line.lost.empty())
        return std::nullopt;
    if (open->line.sent.size() >= kEnough || end->termination.how != model::Termination::How::exited)
        return std::nullopt;
    return say<words::gives_up_too_early>({open->line.lost.back(), end->number},
                                          "what_was_lost"_a = what_was_lost(view, open->line),
                                          "times"_a = times_in_words(open->line.sent.size()),
                                          "right"_a = quote(open->line.acknowledgement, 40));
}

}  // namespace sockgrade::diagnoses

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/numbered_lines.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

using namespace fmt::literals;

// It acknowledged a line, that was lost, and when the line came again it said nothing.
std::optional<model::Diagnosis> acknowledges_once_only(const CaseView& view) {
    if (view.cause != model::Cause::no_reply || view.end.has_value()) return std::nullopt;
    for (const Line& line : lines_to_acknowledge(view)) {
        if (!line.confirmed.empty() || line.acknowledged.empty()) continue;
        const std::size_t later = static_cast<std::size_t>(
            std::count_if(line.delivered.begin(), line.delivered.end(),
                          [&](std::size_t number) { return number > line.acknowledged.back(); }));
        if (later == 0) continue;
        return say<words::acknowledges_once_only>({line.acknowledged.back(), line.delivered.back()},
                                                  "line"_a = quote(line.datagram, 60),
                                                  "times"_a = times_in_words(later));
    }
    return std::nullopt;
}

// The acknowledgement is well made, but its number is not that of the datagram.
std::optional<model::Diagnosis> acknowledges_with_another_number(const CaseView& view) {
    const std::vector<Line> lines = lines_to_acknowledge(view);
    const auto got = wrong_datagram(view);
    if (!got.has_value()) return std::nullopt;
    // The line that it answers is the one that came last.
    const auto came = [&](const Line& line) {
        std::size_t last = 0;
        for (const std::size_t number : line.delivered)
            if (number < got->number) last = std::max(last, number);
        return last;
    };
    const auto open = std::max_element(lines.begin(), lines.end(),
                                       [&](const Line& a, const Line& b) { return came(a) < came(b); });
    if (open == lines.end() || came(*open) == 0) return std::nullopt;
    const auto digits = [](std::string_view text) {
        text = bare(text);
        return text.substr(std::min(text.find_last_not_of("0123456789") + 1, text.size()));
    };
    const std::string_view number = digits(got->bytes);
    const std::string_view wanted = digits(open->acknowledgement);
    const std::string_view word =
        bare(open->acknowledgement).substr(0, bare(open->acknowledgement).size() - wanted.size());
    if (number.empty() || wanted.empty() || number == wanted ||
        bare(got->bytes) != std::string(word) + std::string(number))
        return std::nullopt;
    const bool is_next = open == lines.begin() && number == std::to_string(open - lines.begin() + 1);
    const bool is_shorter = number.size() < wanted.size() && wanted.starts_with(number);
    return say<words::acknowledges_with_another_number>({got->number},
                                                        Hint{is_shorter ? words::read_all_digits
                                                             : is_next  ? words::acknowledge_what_came
                                                                        : words::take_the_number_out_of_each},
                                                        "line"_a = quote(open->datagram, 60),
                                                        "got"_a = quote(got->bytes, 40),
                                                        "right"_a = quote(open->acknowledgement, 40));
}

// No number behind the word, or more than the number.
std::optional<model::Diagnosis> acknowledges_in_another_form(const CaseView& view) {
    const auto got = wrong_datagram(view);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_acknowledge(view)) {
        if (!line.is_open()) continue;
        const std::string_view answer = bare(got->bytes);
        const std::string_view wanted = bare(line.acknowledgement);
        const std::string_view word = wanted.substr(0, wanted.find(' '));
        const char* what =
            answer == word                                     ? "without a number"
            : answer.starts_with(std::string(wanted) + " ")    ? "with more than the number"
            : to_lower(answer) == to_lower(wanted)             ? "in other letters"
            : without_blanks(answer) == without_blanks(wanted) ? "with other spaces"
            : contains(word, " ") || answer != wanted.substr(std::min(word.size() + 1, wanted.size()))
                ? nullptr
                : "with the number alone";
        if (what == nullptr || answer == wanted) return std::nullopt;
        return say<words::acknowledges_in_another_form>({got->number}, "line"_a = quote(line.datagram, 60),
                                                        "what"_a = what, "got"_a = quote(got->bytes, 60),
                                                        "wanted"_a = quote(wanted));
    }
    return std::nullopt;
}

// Lines came, and no datagram went back.
std::optional<model::Diagnosis> acknowledges_nothing(const CaseView& view) {
    const std::vector<Line> lines = lines_to_acknowledge(view);
    if (view.cause != model::Cause::no_reply || lines.empty() || lines.front().delivered.empty())
        return std::nullopt;
    const model::Transcript& transcript = view.transcript;
    if (transcript.first<model::event::Received>() != nullptr || view.end.has_value()) return std::nullopt;
    for (const auto* fault : transcript.all<model::event::FaultApplied>())
        if (fault->direction == model::Direction::from_program) return std::nullopt;
    const Line& line = lines.front();
    for (const model::Event& event : transcript.events) {
        const auto* call = std::get_if<model::event::SocketCall>(&event.what);
        const auto* peer = transcript.first<model::event::Opened>();
        if (call == nullptr || call->call != Call::sendto || call->transport != model::Transport::udp ||
            peer == nullptr || call->address.port == peer->local.port)
            continue;
        return say<words::acknowledges_to_another_port>(
            {line.delivered.front(), event.number}, "line"_a = quote(line.datagram, 60),
            "from"_a = peer->local.port, "port"_a = call->address.port);
    }
    return say<words::acknowledges_nothing>({line.delivered.back()}, "line"_a = quote(line.datagram, 60),
                                            "times"_a = times_in_words(line.delivered.size()),
                                            "acknowledgement"_a = escape(line.acknowledgement));
}

// A line that was delivered more than once was printed more than once.
std::optional<model::Diagnosis> prints_doubles(const CaseView& view) {
    if (view.cause != model::Cause::extra) return std::nullopt;
    const std::vector<Line> lines = lines_to_acknowledge(view);
    const auto& output = view.all_output;
    for (const Line& line : lines) {
        std::size_t count = 0;
        for (std::size_t at = output.find(line.text); !line.text.empty() && at != std::string::npos;
             at = output.find(line.text, at + line.text.size()))
            ++count;
        if (count < 2 || line.delivered.size() < 2) continue;
        bool others_between = false;
        for (const Line& other : lines)
            for (const std::size_t number : other.delivered)
                others_between = others_between || (&other != &line && number > line.delivered.front() &&
                                                    number < line.delivered.back());
        return say<words::prints_doubles>({line.delivered.front(), line.delivered.back()},
                                          Hint{others_between ? words::remember_more_than_the_line_before
                                                              : words::keep_the_number_of_the_next_line},
                                          "line"_a = quote(line.datagram, 60),
                                          "times"_a = times_in_words(line.delivered.size()),
                                          "between"_a = others_between ? ", with other lines in between" : "",
                                          "printed"_a = times_in_words(count));
    }
    return std::nullopt;
}

// It acknowledged a line that was new, and did not print it, though it had printed those before.
std::optional<model::Diagnosis> takes_a_new_line_for_a_double(const CaseView& view) {
    const auto& wait = view.wait;
    if (view.cause != model::Cause::missing || !wait.has_value() || view.end.has_value()) return std::nullopt;
    const auto& output = view.output;
    const std::vector<Line> lines = lines_to_acknowledge(view);
    const auto is_printed = [&](const Line& line) { return contains(output, bare(line.text)); };
    const auto lost = std::find_if_not(lines.begin(), lines.end(), is_printed);
    if (lost == lines.begin() || lost == lines.end() || bare(lost->text).empty() ||
        lost->acknowledged.empty())
        return std::nullopt;
    const auto digits = [](const Line& line) { return line.datagram.find_first_not_of("0123456789"); };
    const bool is_longer = digits(*lost) != std::string::npos && digits(*lost) > digits(*(lost - 1));
    return say<words::takes_a_new_line_for_a_double>(
        {lost->delivered.empty() ? lost->acknowledged.front() : lost->delivered.front(),
         lost->acknowledged.front()},
        Hint{is_longer ? words::compare_numbers_as_numbers : words::print_lines_that_are_new},
        "lost"_a = quote(lost->datagram, 60), "before"_a = quote((lost - 1)->datagram, 60));
}

// The last thing that came before its end was a line that it had already.
std::optional<model::Diagnosis> ends_at_a_double(const CaseView& view) {
    const auto& end = view.end;
    if (!serves(view.plan) || !end.has_value()) return std::nullopt;
    const Line* last = nullptr;
    std::size_t came = 0;  // the last that did
    const std::vector<Line> lines = lines_to_acknowledge(view);
    for (const Line& line : lines)
        for (const std::size_t number : line.delivered)
            if (number > came && number < end->number) {
                came = number;
                last = &line;
            }
    if (last == nullptr || last->delivered.size() < 2 || last->delivered.front() >= came) return std::nullopt;
    return say<words::ends_at_a_double>({came, end->number}, "line"_a = quote(last->datagram, 60));
}

}  // namespace sockgrade::diagnoses

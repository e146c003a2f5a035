// Answers that a server works out: which mistake leads to the one that came.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "formats/fit.hh"
#include "model/expected.hh"
#include "telling/step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

constexpr std::string_view kDigits = "0123456789";

// An answer of a server of lines that is not the one that was awaited.
const WrongText* wrong_answer(const CaseView& view) {
    const auto& text = view.text;
    const bool fits = text.has_value() && view.plan.role == model::Role::server &&
                      text->where == WrongText::Where::reply && !text->is_copy &&
                      view.expectation != nullptr && view.expectation->what == model::Expect::What::bytes &&
                      !bare(text->got).empty() && view.cause != model::Cause::crashed;
    return fits ? &*text : nullptr;
}

// The line that was asked last, without its end.
std::string last_line(std::string_view asked) {
    asked = bare(asked);
    return std::string(asked.substr(asked.rfind('\n') + 1));
}

struct Number {
    std::string before;  // what stands in front of it
    std::string text;
    long long value = 0;
};

// The only number of a line, at its end; with what stands behind its point, if it has one.
std::optional<Number> number_at_the_end(std::string_view line) {
    std::size_t begin = line.size();
    while (begin > 0 && kDigits.find(line[begin - 1]) != std::string_view::npos) --begin;
    if (begin > 0 && begin < line.size() && line[begin - 1] == '.') {
        --begin;
        while (begin > 0 && kDigits.find(line[begin - 1]) != std::string_view::npos) --begin;
    }
    if (begin > 0 && line[begin - 1] == '-') --begin;
    Number number{std::string(line.substr(0, begin)), std::string(line.substr(begin)), 0};
    const auto [end, error] =
        std::from_chars(number.text.data(), number.text.data() + number.text.size(), number.value);
    if (error != std::errc{} || number.before.find_first_of(kDigits) != std::string::npos)
        return std::nullopt;
    return number;
}

std::vector<std::string> numbers_in(std::string_view line) {
    std::vector<std::string> all;
    for (std::size_t at = line.find_first_of(kDigits); at != std::string_view::npos;
         at = line.find_first_of(kDigits, at)) {
        const std::size_t end = std::min(line.find_first_not_of(kDigits, at), line.size());
        all.emplace_back(line.substr(at, end - at));
        at = end;
    }
    return all;
}

}  // namespace

// A calculation that came to something else, in one of the ways that are known.
std::optional<model::Diagnosis> miscalculates(const CaseView& view) {
    const WrongText* const text = wrong_answer(view);
    if (text == nullptr) return std::nullopt;
    const std::string asked = last_line(text->original);
    const auto wanted = number_at_the_end(bare(text->wanted));
    const auto got = number_at_the_end(bare(text->got));
    const auto operands = numbers_in(asked);
    if (!wanted || !got || operands.size() != 2 || wanted->before != got->before) return std::nullopt;
    const bool is_quotient = contains(asked, "/");
    if (contains(asked, "+") && got->text == operands[0] + operands[1])
        return say<words::joins_numbers_as_texts>(text->evidence, "asked"_a = quote(asked, 60),
                                                  "got"_a = got->text, "first"_a = operands[0],
                                                  "second"_a = operands[1]);
    const std::size_t point = got->text.find('.');
    if (point != std::string::npos &&
        (got->value == wanted->value || got->text.substr(0, point) == wanted->text))
        return say<words::answers_with_decimals>(text->evidence, "asked"_a = quote(asked, 60),
                                                 "got"_a = got->text, "wanted"_a = wanted->text);
    if (is_quotient && wanted->value <= 0 && point == std::string::npos && got->value == wanted->value - 1)
        return say<words::rounds_down>(text->evidence, "asked"_a = quote(asked, 60), "got"_a = got->text,
                                       "wanted"_a = wanted->text);
    return std::nullopt;
}

namespace {

// A text that some peer sent earlier, of so many bytes: a word of a line, or all behind its second word.
std::string value_of_length(const CaseView& view, std::size_t length) {
    for (const model::Event& one : view.events) {
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent == nullptr) continue;
        const std::string_view line = bare(sent->bytes);
        const std::size_t key = line.find(' ');
        const std::size_t behind = key == std::string_view::npos ? key : line.find(' ', key + 1);
        if (behind != std::string_view::npos && line.size() - behind - 1 == length)
            return std::string(line.substr(behind + 1));
    }
    return "";
}

// Which peer has given a value to what is asked for now, when that was another one.
std::string who_set(const CaseView& view, const std::string& key, const std::string& asks) {
    std::string who;
    for (const model::Event& one : view.events) {
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent != nullptr && contains(sent->bytes, "SET " + key + " ")) who = sent->connection;
    }
    return who == asks ? "" : who;
}

}  // namespace

// The length in front of a value is that of something else, or is not there at all.
std::optional<model::Diagnosis> says_another_length(const CaseView& view) {
    const WrongText* const text = wrong_answer(view);
    if (text == nullptr) return std::nullopt;
    const auto wanted = number_at_the_end(bare(text->wanted));
    if (!wanted || wanted->before != "$" || wanted->value <= 0) return std::nullopt;
    const auto length = static_cast<std::size_t>(wanted->value);
    const std::string value = value_of_length(view, length);
    const std::string_view answer = bare(text->got);
    if (value.empty()) return std::nullopt;
    if (answer == value)
        return say<words::leaves_out_the_length>(text->evidence, "got"_a = quote(text->got, 60),
                                                 "wanted"_a = quote(text->wanted));
    const auto got = number_at_the_end(answer.substr(0, answer.find_first_of("\r\n")));
    if (!got || got->before != "$" || got->value < 0) return std::nullopt;
    const auto said = static_cast<std::size_t>(got->value);
    const std::size_t letters = letters_in(value);
    if (said == letters && letters != length)
        return say<words::says_how_many_letters>(text->evidence, "value"_a = quote(value, 60),
                                                 "letters"_a = letters, "bytes"_a = length);
    if (said == length + 1 || said == length + 2)
        return say<words::counts_the_line_end>(text->evidence, "value"_a = quote(value, 60), "said"_a = said,
                                               "bytes"_a = length);
    return std::nullopt;
}

// The peer waits for as many bytes as the program itself told.
std::optional<model::Diagnosis> promises_more_than_it_sends(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (expect == nullptr || !expect->until || expect->until->late.empty()) return std::nullopt;
    if (expect->frame.until != model::Frame::Until::bytes || view.unmet.got == "nothing") return std::nullopt;
    if (view.unmet.cause != model::Cause::missing && view.unmet.cause != model::Cause::closed_early)
        return std::nullopt;
    return say<words::promises_more_than_it_sends>(view.unmet.evidence, "said"_a = expect->until->bytes);
}

// There is a value, which another client has set.
std::optional<model::Diagnosis> forgets_what_another_client_set(const CaseView& view) {
    const WrongText* const text = wrong_answer(view);
    if (text == nullptr || view.failed.step == nullptr || bare(text->got) != "$-1") return std::nullopt;
    const std::string asked = last_line(text->original);
    constexpr std::string_view kGet = "GET ";
    if (!asked.starts_with(kGet) || !bare(text->wanted).starts_with('$')) return std::nullopt;
    const std::string who = who_set(view, asked.substr(kGet.size()), view.failed.step->actor);
    if (who.empty()) return std::nullopt;
    return say<words::forgets_what_another_client_set>(
        text->evidence, "key"_a = quote(asked.substr(kGet.size())), "setter"_a = named_first(who),
        "client"_a = telling::actor_in_words(view.failed.step->actor));
}

namespace {

bool has_a_time(std::string_view text) {
    constexpr std::size_t kLength = 5;  // ":41:07" without its first sign
    for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        const std::string_view rest = text.substr(at + 1, kLength);
        if (at > 0 && rest.size() == kLength && rest[2] == ':' &&
            kDigits.find(text[at - 1]) != std::string_view::npos &&
            kDigits.find(rest[0]) != std::string_view::npos &&
            kDigits.find(rest[4]) != std::string_view::npos)
            return true;
    }
    return false;
}

}  // namespace

// What it told one client it tells another one, who came seconds later.
std::optional<model::Diagnosis> tells_the_same_time(const CaseView& view) {
    constexpr std::int64_t kSecond = 1'000'000;
    if (view.plan.role != model::Role::server || view.cause != model::Cause::wrong_content)
        return std::nullopt;
    const model::Event* first = nullptr;
    const model::Event* last = nullptr;
    for (const model::Event& one : view.events) {
        if (!std::holds_alternative<event::Received>(one.what)) continue;
        if (first == nullptr) first = &one;
        last = &one;
    }
    if (first == nullptr || last == first) return std::nullopt;
    const auto& said = std::get<event::Received>(first->what).bytes;
    const std::int64_t seconds = (last->at_us - first->at_us) / kSecond;
    if (said != std::get<event::Received>(last->what).bytes || !has_a_time(said) || seconds < 2)
        return std::nullopt;
    return say<words::tells_the_same_time>({first->number, last->number}, "time"_a = quote(bare(said), 60),
                                           "seconds"_a = seconds);
}

namespace {

std::string last_line_with_its_end(const std::string& text) {
    if (text.size() < 2) return text;
    return text.substr(text.find_last_of('\n', text.size() - 2) + 1);
}

// Everything that came on this connection since its peer last sent something.
std::string last_answer(const CaseView& view, const std::string& actor, std::vector<std::size_t>& evidence) {
    std::string got;
    for (const model::Event& one : view.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what);
            sent != nullptr && sent->connection == actor) {
            got.clear();
            evidence.clear();
        }
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr || received->connection != actor) continue;
        got += received->bytes;
        evidence.push_back(one.number);
    }
    return got;
}

}  // namespace

// The answer is there, and its end is not, or is another one.
std::optional<model::Diagnosis> ends_lines_otherwise(const CaseView& view) {
    const model::Expect* const expect = view.expectation;
    if (view.plan.role != model::Role::server || view.plan.transport != model::Transport::tcp ||
        expect == nullptr || view.failed.step == nullptr || view.end.has_value())
        return std::nullopt;
    std::vector<std::size_t> evidence;
    const std::string got = last_answer(view, view.failed.step->actor, evidence);
    const std::string last = last_line_with_its_end(got);
    if (bare(last).empty()) return std::nullopt;
    const bool takes_lines = expect->frame.until == model::Frame::Until::line;
    const bool is_wanted =
        expect->what == model::Expect::What::bytes && bare(last) == bare(expect->message.bytes);
    const bool lacks_its_end = expect->what == model::Expect::What::one_of &&
                               formats::fit_one_of(expect->wanted, last + "\n").has_value() &&
                               !formats::fit_one_of(expect->wanted, last).has_value();
    if (!last.ends_with('\n') && ((is_wanted && takes_lines && came_to_nothing(view.cause)) || lacks_its_end))
        return say<words::leaves_out_the_line_end>(evidence, "got"_a = quote(last, 60));
    if (is_wanted && expect->message.bytes.ends_with("\r\n") && last.ends_with('\n') &&
        !last.ends_with("\r\n") && view.cause == model::Cause::wrong_content)
        return say<words::ends_lines_in_lf>(evidence, "got"_a = quote(last, 60));
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses

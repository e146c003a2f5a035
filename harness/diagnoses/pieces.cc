#include <fmt/format.h>
#include <algorithm>
#include <set>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

namespace {

std::string_view trim_blanks(std::string_view text) {
    constexpr const char* kBlanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(kBlanks);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(kBlanks) + 1 - from);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// How much of `output`, from `begin` on, holds the letters of the text, with any spaces between them.
std::optional<std::size_t> length_with_any_spaces(std::string_view output, std::size_t begin,
                                                  std::string_view letters) {
    std::size_t at = begin;
    for (const char letter : letters) {
        while (at < output.size() && is_space(output[at])) ++at;
        if (at == output.size() || output[at] != letter) return std::nullopt;
        ++at;
    }
    return at - begin;
}

std::optional<std::string_view> with_other_spaces(std::string_view output, std::string_view wanted) {
    const std::string letters = without_blanks(wanted);
    for (std::size_t at = 0; at < output.size(); ++at)
        if (output[at] == letters.front())
            if (const auto length = length_with_any_spaces(output, at, letters))
                return output.substr(at, *length);
    return std::nullopt;
}

}  // namespace

// All letters came, in their order, but spaces between them are gone, or became line ends.
std::optional<model::Diagnosis> loses_spaces(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value() || view.cause == model::Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::string letters = without_blanks(wanted);
    constexpr std::size_t kTelling = 3;
    if (letters.size() < kTelling) return std::nullopt;
    if (text->where != WrongText::Where::output && text->got.size() < text->wanted.size() &&
        trim_blanks(text->got) == trim_blanks(text->wanted) && bare(text->got) == trim_blanks(text->got))
        return say<words::loses_what_is_around_it>(text->evidence, "got"_a = quote(text->got, 60),
                                                   "wanted"_a = quote(text->wanted, 60));
    std::optional<std::string_view> got;
    if (text->where == WrongText::Where::output) {
        if (!contains(text->got, wanted)) got = with_other_spaces(text->got, wanted);
    } else if (without_blanks(text->got) == letters) {
        got = bare(text->got);
    }
    if (!got.has_value() || *got == wanted || letters.size() == wanted.size()) return std::nullopt;
    const auto ends_line = [](char c) { return c == '\n' || c == '\r'; };
    const bool breaks = std::any_of(got->begin(), got->end(), ends_line);
    if (breaks && std::none_of(wanted.begin(), wanted.end(), ends_line))
        return say<words::prints_it_on_several_lines>(text->evidence, "wanted"_a = quote(wanted, 60),
                                                      "got"_a = quote(*got, 60));
    const auto spaces = [](std::string_view in) { return std::count(in.begin(), in.end(), ' '); };
    const auto missing = spaces(wanted) - spaces(*got);
    if (missing <= 0) return std::nullopt;
    return say<words::loses_spaces>(text->evidence,
                                    "spaces"_a = missing == 1 ? "a space" : fmt::format("{} spaces", missing),
                                    "got"_a = quote(*got, 60), "wanted"_a = quote(wanted, 60));
}

namespace {

const char* hint_for_words(const CaseView& view, const WrongText& text) {
    const bool typed = view.transcript.first<event::Typed>() != nullptr;
    const Language written_in = view.language;
    if (text.where == WrongText::Where::message && !typed) return words::quote_the_argument;
    if (written_in == Language::python || written_in == Language::javascript)
        return text.where == WrongText::Where::message ? words::leave_out_split_of_a_message
                                                       : words::leave_out_split;
    if (text.where == WrongText::Where::message || written_in == Language::java)
        return words::read_a_line_not_a_word;
    return words::print_a_line_not_a_word;
}

}  // namespace

// scanf("%s"), cin >> and next() stop at the first space.
std::optional<model::Diagnosis> first_word_only(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value()) return std::nullopt;
    // In C a buffer that ends there looks the same.
    if (text->where == WrongText::Where::message && view.language == Language::other &&
        view.transcript.first<event::Typed>() == nullptr)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    const std::size_t space = wanted.find(' ');
    if (space == std::string_view::npos || space == 0) return std::nullopt;
    const std::string word(wanted.substr(0, space));
    if (text->where == WrongText::Where::output) {
        const std::size_t at = text->got.find(word);
        if (at == std::string::npos || contains(text->got, std::string(wanted.substr(0, space + 2))))
            return std::nullopt;
        // The word must stand at the end of a line, and not merely be mentioned.
        const std::string_view behind = std::string_view(text->got).substr(at + word.size());
        if (!behind.empty() && bare(behind.substr(0, 1)).size() == 1) return std::nullopt;
    } else if (bare(text->got) != word) {
        return std::nullopt;
    }
    return say<words::first_word_only>(text->evidence, Hint{hint_for_words(view, *text)},
                                       "word"_a = quote(word), "wanted"_a = quote(wanted, 80));
}

namespace {

std::optional<model::Diagnosis> several_datagrams(const CaseView& view, const WrongText& text) {
    std::string all;
    std::size_t count = 0;
    for (const auto* received : view.transcript.all<event::Received>()) {
        if (bare(received->bytes) == bare(text.wanted)) return std::nullopt;
        all += received->bytes;
        ++count;
    }
    // A datagram for each word, perhaps without the space behind it.
    if (count < 2 || without_blanks(all) != without_blanks(text.wanted)) return std::nullopt;
    return say<words::sends_several_datagrams>(text.evidence, "datagrams"_a = count_of(count, "datagram"),
                                               "got"_a = quote(text.got, 40));
}

// The peers of a sender take one connection, so what the next ones carried is not known.
std::optional<model::Diagnosis> several_connections(const CaseView& view, const WrongText& text) {
    const std::string_view got = bare(text.got);
    if (got.empty() || got.size() >= bare(text.wanted).size() || !bare(text.wanted).starts_with(got))
        return std::nullopt;
    std::vector<std::size_t> evidence = text.evidence;
    std::set<model::Address> dialled;
    for (const model::Event& event : view.transcript.events) {
        const auto* call = std::get_if<event::SocketCall>(&event.what);
        if (call == nullptr || call->call != Call::connect || call->transport != model::Transport::tcp ||
            call->address.port != view.plan.given.address.port)
            continue;
        // A quick program has called again before anything of the first connection was read.
        const bool is_again = !dialled.insert(call->address).second;
        if (!is_again && event.number < text.evidence.back()) continue;
        evidence.push_back(event.number);
        std::sort(evidence.begin(), evidence.end());
        return say<words::sends_on_several_connections>(evidence, "got"_a = quote(got, 60));
    }
    return std::nullopt;
}

}  // namespace

// Each sendto() is a datagram of its own, and each connect() a connection.
std::optional<model::Diagnosis> sends_in_pieces(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::message) return std::nullopt;
    return view.plan.transport == model::Transport::udp ? several_datagrams(view, *text)
                                                        : several_connections(view, *text);
}

namespace {

std::string without_line_ends(std::string_view text) {
    std::string joined(text);
    std::erase_if(joined, [](char c) { return c == '\r' || c == '\n'; });
    return joined;
}

// Each piece as it was sent, one after the other, with other things in between.
bool shows_each_piece(const CaseView& view, const WrongText& text) {
    std::size_t at = 0;
    std::size_t pieces = 0;
    for (const model::Event& event : view.transcript.events) {
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent == nullptr || event.number < text.evidence.front() || bare(sent->bytes).empty()) continue;
        const std::size_t found = text.got.find(bare(sent->bytes), at);
        if (found == std::string::npos) return false;
        at = found + bare(sent->bytes).size();
        ++pieces;
    }
    return pieces > 1;
}

// Each piece in a line of its own, behind the same words: "Server says: ". Where the program itself cut the
// pieces, they are not those that were sent.
bool labels_each_piece(std::string_view output, std::string_view wanted) {
    std::vector<std::string_view> lines;
    for (std::size_t start = 0; start < output.size();) {
        const std::size_t end = std::min(output.find_first_of("\r\n", start), output.size());
        if (end > start) lines.push_back(output.substr(start, end - start));
        start = end + 1;
    }
    constexpr std::size_t kLongestLabel = 60;
    for (std::size_t first = 0; first < lines.size(); ++first)
        for (std::size_t label = 1; label < std::min(lines[first].size(), kLongestLabel); ++label) {
            std::string_view rest = wanted;
            std::size_t count = 0;
            for (std::size_t i = first; i < lines.size() && !rest.empty(); ++i, ++count) {
                if (lines[i].size() <= label || !lines[i].starts_with(lines[first].substr(0, label)) ||
                    !rest.starts_with(lines[i].substr(label)))
                    break;
                rest.remove_prefix(lines[i].size() - label);
            }
            if (rest.empty() && count > 1) return true;
        }
    return false;
}

}  // namespace

// All of it is there, with a line end after each recv().
std::optional<model::Diagnosis> prints_it_in_pieces(const CaseView& view) {
    const auto& text = view.text;
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (view.plan.transport != model::Transport::tcp || wanted.empty() || contains(text->got, wanted))
        return std::nullopt;
    const bool all = contains(without_line_ends(text->got), without_line_ends(wanted));
    if (!all && !shows_each_piece(view, *text) && !labels_each_piece(text->got, wanted)) return std::nullopt;
    return say<words::prints_it_in_pieces>(text->evidence, "wanted"_a = quote(wanted, 60));
}

namespace {

bool come_together(const model::Plan& plan) {
    return std::any_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
        const auto* send = std::get_if<model::Send>(&step.action);
        return send != nullptr && send->together;
    });
}

}  // namespace

// One recv() for a message that came in several pieces.
std::optional<model::Diagnosis> takes_the_first_piece_only(const CaseView& view) {
    const auto& text = view.copied_text;
    if (!text.has_value() || view.plan.transport != model::Transport::tcp) return std::nullopt;
    if (text->where == WrongText::Where::message || view.cause == model::Cause::crashed) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    std::vector<std::size_t> ends;
    std::size_t length = 0;
    const std::size_t first = text->evidence.front();
    for (const model::Event& event : view.transcript.events) {
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent == nullptr || event.number < first || bare(sent->bytes).empty()) continue;
        length += sent->bytes.size();
        ends.push_back(length);
    }
    if (ends.size() < 2) return std::nullopt;
    ends.pop_back();
    for (const std::size_t end : ends) {
        if (end >= wanted.size()) break;
        const std::string_view part = bare(wanted.substr(0, end));
        const std::string_view longer = wanted.substr(0, end + 1);
        const bool this_one =
            text->where == WrongText::Where::reply
                ? bare(text->got) == part
                : !part.empty() && contains(text->got, part) && !contains(text->got, longer);
        if (!this_one) continue;
        if (come_together(view.plan))
            return say<words::takes_the_first_message_only>(text->evidence, "messages"_a = ends.size() + 1);
        return say<words::takes_the_first_piece_only>(text->evidence, "bytes"_a = count_of(end, "byte"),
                                                      "whole"_a = wanted.size());
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses

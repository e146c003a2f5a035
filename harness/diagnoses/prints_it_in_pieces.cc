#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

std::string without_line_ends(std::string_view text) {
    std::string joined(text);
    std::erase_if(joined, [](char c) { return c == '\r' || c == '\n'; });
    return joined;
}

// Each piece as it was sent, one after the other, with other things in between.
bool shows_each_piece(const Failure& failure, const WrongText& text) {
    std::size_t at = 0;
    std::size_t pieces = 0;
    for (const model::Event& event : failure.transcript.events) {
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
std::optional<model::Diagnosis> prints_it_in_pieces(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output) return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (failure.transcript.plan.transport != model::Transport::tcp || wanted.empty() ||
        contains(text->got, wanted))
        return std::nullopt;
    const bool all = contains(without_line_ends(text->got), without_line_ends(wanted));
    if (!all && !shows_each_piece(failure, *text) && !labels_each_piece(text->got, wanted))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program printed all of {}, but with line ends or words in the middle of it.",
                    quote(wanted, 60)),
        "recv() returns a message in pieces. Put them together before you print, or print them without a "
        "line "
        "end of your own: print(data.decode(), end='', flush=True)",
        text->evidence};
}

}  // namespace sockgrade::diagnoses

// A message of a format. Each field is shown beside its bytes, so that whoever has mixed up two of them, or
// their byte order, sees where.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"
#include "formats/format.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

using formats::Comparison;
using formats::Row;
using model::Cause;

namespace {

constexpr std::size_t kMostRows = 40;
constexpr std::size_t kMostBytesInARow = 8;

std::string hexadecimal(std::string_view bytes) {
    std::string text;
    for (const char c : bytes.substr(0, kMostBytesInARow))
        text += fmt::format("{}{:02x}", text.empty() ? "" : " ", static_cast<unsigned char>(c));
    return bytes.size() > kMostBytesInARow ? text + " ..." : text;
}

std::string bytes_of(const formats::Part& part) {
    if (part.size == 0) return "-";
    if (part.size == 1) return std::to_string(part.at);
    return fmt::format("{}-{}", part.at, part.at + part.size - 1);
}

std::string in_words(const Row& row) {
    const std::string value = fmt::format("{} = {}", row.part.name, formats::shown(row.part.value));
    if (row.is_right) return row.wanted ? value : value + " (any)";
    const bool is_number = std::holds_alternative<std::int64_t>(row.part.value.what);
    return fmt::format("{}, should be {}", value, is_number ? *row.wanted : quote(*row.wanted, 60));
}

// "bytes 2-3   00 07   block = 7, should be 1"
std::string table_of(const Comparison& comparison, const std::string& got) {
    std::vector<std::array<std::string, 3>> rows;
    std::array<std::size_t, 2> widths{};
    for (const Row& row : comparison.rows) {
        if (rows.size() == kMostRows) break;
        rows.push_back({bytes_of(row.part),
                        hexadecimal(std::string_view(got).substr(row.part.at, row.part.size)),
                        in_words(row)});
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], rows.back()[i].size());
    }
    std::string text;
    for (const auto& [at, bytes, words] : rows)
        text += fmt::format("\nbytes {:{}}  {:{}}  {}", at, widths[0], bytes, widths[1], words);
    if (comparison.rows.size() > kMostRows)
        text += fmt::format("\nand {} more", comparison.rows.size() - kMostRows);
    return text;
}

// The one message that is looked at, and what came beside it.
struct Came {
    std::string message;
    std::size_t others = 0;  // datagrams
};

Came what_came(const Question& question, const Exchange& exchange) {
    if (question.reading.plan().transport == model::Transport::tcp)
        return {joined(exchange.banner) + joined(exchange.received)};
    std::vector<Exchange::Piece> all = exchange.banner;
    all.insert(all.end(), exchange.received.begin(), exchange.received.end());
    if (all.empty()) return {};
    return {all.front().bytes, all.size() - 1};
}

}  // namespace

model::Finding sends_format(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const Came came = what_came(question, exchange);
    const model::Formatted& wanted = *expect.message.formatted;
    model::Finding finding;
    finding.requirement =
        fmt::format("The {} sends a message of the format '{}'.", question.program(), wanted.name);
    finding.awaited = telling::describe(expect.message);
    finding.evidence = exchange.evidence();
    if (exchange.banner.empty() && exchange.received.empty()) {
        finding.got = "nothing";
        explain_silence(finding, question.reading, question.at, &exchange, Cause::no_reply);
        return finding;
    }
    finding.got = quote(came.message);
    const Comparison comparison = formats::compare(wanted, came.message);
    if (comparison.fits() && came.others == 0 && exchange.is_whole) return finding;
    finding.status = model::Finding::Status::not_met;
    finding.cause = Cause::wrong_content;
    const bool is_short = comparison.fits() || comparison.needs_more;
    if (is_short && !exchange.is_whole) {
        explain_silence(finding, question.reading, question.at, &exchange, Cause::missing);
        finding.detail = "It is not whole. " + finding.detail;
    }
    if (comparison.fits() && exchange.is_whole) {
        finding.cause = Cause::extra;
        finding.detail = fmt::format("The first datagram is right, but {} came with it.",
                                     count_of(came.others, "other datagram"));
        return finding;
    }
    for (const std::string& problem : comparison.problems)
        finding.detail += (finding.detail.empty() ? "" : " ") + problem;
    finding.detail += table_of(comparison, came.message);
    return finding;
}

}  // namespace sockgrade::checks

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/difference.hh"
#include "checks/fields_table.hh"
#include "checks/frames.hh"
#include "checks/silence.hh"
#include "formats/fit.hh"
#include "formats/format.hh"
#include "model/expected.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Wanted;

namespace {

std::string in_words(const std::vector<Wanted>& wanted) {
    std::vector<std::string> all;
    for (const Wanted& one : wanted) all.push_back(telling::describe(one));
    return list_of(all, "or");
}

std::string around(std::string_view text, std::size_t at) {
    constexpr std::size_t kShown = 20;
    return at < text.size() ? quote(text.substr(at, kShown)) : "the end";
}

// How far the pattern fits, and what stands there. Where the spec says in words what is wanted, nobody has to
// read the pattern.
std::string how_far(const Wanted& wanted, const std::string& got) {
    const std::string& pattern = wanted.message.bytes;
    const PartialFit fit = partial_fit(pattern, got);
    const std::string goes_on = wanted.called.empty() ? around(pattern, fit.pattern) : "";
    if (fit.text == 0)
        return fmt::format("It does not begin as it should: {} came{}.", around(got, 0),
                           goes_on.empty() ? "" : ", and the pattern begins with " + goes_on);
    return fmt::format("It fits up to byte {}: {} came there{}.", fit.text, around(got, fit.text),
                       goes_on.empty() ? "" : ", and the pattern goes on with " + goes_on);
}

// What keeps it from being a message of each format; beside its bytes for the one that it is nearest to.
std::string how_far_from_formats(const std::vector<Wanted>& wanted, const std::string& got) {
    std::string text;
    std::string nearest;
    std::optional<std::pair<bool, std::size_t>> fewest;
    for (const Wanted& one : wanted) {
        if (!one.message.formatted) continue;
        const formats::Comparison comparison = formats::compare(*one.message.formatted, got);
        if (comparison.fits()) continue;
        text += fmt::format("{}As '{}': {}", text.empty() ? "" : " ", one.message.formatted->name,
                            comparison.problems.front());
        // What can be read is nearer than what cannot.
        const std::pair distance{!comparison.is_readable, comparison.problems.size()};
        if (fewest && *fewest <= distance) continue;
        fewest = distance;
        nearest = table_of(comparison, got);
    }
    return text + nearest;
}

void explain_difference(model::Finding& finding, const std::vector<Wanted>& wanted, const std::string& got) {
    finding.cause = Cause::wrong_content;
    if (wanted.size() > 1) {
        finding.detail = how_far_from_formats(wanted, got);
        return;
    }
    const Wanted& only = wanted.front();
    if (only.is_pattern) {
        finding.detail = how_far(only, got);
        return;
    }
    const Difference difference = model::is_exact(only.message) ? compare_bytes(only.message.bytes, got)
                                                                : compare(only.message.bytes, got);
    finding.cause = difference.cause;
    finding.detail = difference.detail;
}

}  // namespace

model::Finding sends_one_of(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::string got = joined(exchange.banner) + joined(exchange.received);
    const std::vector<Wanted>& wanted = expect.wanted;
    model::Finding finding;
    finding.requirement = wanted.size() == 1 && !wanted.front().called.empty()
                              ? fmt::format("The {} sends {}.", question.program(), wanted.front().called)
                              : fmt::format("The {} sends {}.", question.program(),
                                            wanted.size() == 1 ? "what fits" : "one of several messages");
    finding.awaited = in_words(wanted);
    finding.evidence = exchange.evidence();
    if (got.empty() && !(is_whole_and_empty(exchange, expect) && formats::fit_one_of(wanted, got))) {
        finding.got = "nothing";
        explain_silence(finding, question.reading, question.at, &exchange, Cause::no_reply);
        return finding;
    }
    finding.got = got.empty() ? "nothing" : quote(got);
    const bool fits = formats::fit_one_of(wanted, got).has_value();
    if (!exchange.is_whole && (fits || formats::fit_one_of(wanted, got + '\n').has_value())) {
        explain_unfinished(finding, question, exchange, expect);
        return finding;
    }
    if (fits) return finding;
    finding.status = model::Finding::Status::not_met;
    explain_difference(finding, wanted, got);
    return finding;
}

}  // namespace sockgrade::checks

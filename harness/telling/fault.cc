#include "telling/fault.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "faults/fault.hh"
#include "faults/loss_chain.hh"
#include "faults/words.hh"

namespace sockgrade::telling {

namespace {

using faults::numbers;
using faults::with_fields;
using faults::with_format;
using model::FaultRule;
using model::LossChain;

// 12345 parts of a million: 1.2345%
std::string percent(std::uint32_t parts) { return fmt::format("{}%", parts / 10'000.0); }

std::string bursts(const LossChain& chain) {
    static const std::vector<std::string> gilbert{"p", "r", "1-h", "1-k"};
    static const std::vector<std::string> markov{"p13", "p31", "p32", "p23", "p14"};
    const bool is_gilbert = chain.model == LossChain::Model::gilbert_elliott;
    const std::vector<std::string>& names = is_gilbert ? gilbert : markov;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(names.size(), chain.chances.size()); ++i)
        words.push_back(names[i] + ' ' + percent(chain.chances[i]));
    const faults::LossRates rates = faults::rates_of(chain);
    return fmt::format("{}: {}; that is {:.1f}% of the first {}, in bursts of {:.1f}",
                       is_gilbert ? "Gilbert-Elliott" : "four states", list_of(words), rates.loss * 100,
                       count_of(chain.messages, "datagram"), rates.mean_burst);
}

bool hits_one(const FaultRule& rule) { return rule.numbers.size() + rule.indices.size() == 1; }

std::string target(const FaultRule& rule, const Sides& sides) {
    std::string what = "every datagram";
    if (!rule.numbers.empty())
        what = fmt::format("{} {}", hits_one(rule) ? "datagram" : "datagrams", numbers(rule.numbers));
    else if (!rule.indices.empty())
        what = fmt::format("{} {} in the order of arrival", hits_one(rule) ? "datagram" : "datagrams",
                           numbers(rule.indices));
    else if (rule.chain.model != LossChain::Model::none)
        what = "datagrams in bursts";
    what += with_format(rule.formatted) + with_fields(rule.fields);
    if (!rule.containing.empty()) what += " with " + quote(rule.containing, 60) + " in it";
    const bool are_many = rule.numbers.size() > 1 || rule.indices.size() > 1 ||
                          (rule.numbers.empty() && rule.chain.model != LossChain::Model::none);
    what += fmt::format(" on {} way {}", are_many ? "their" : "its",
                        rule.direction == model::Direction::to_program ? sides.to : sides.from);
    return what;
}

// The kind as a verb with its object, and what is to be said of it after that.
std::string deed(const FaultRule& rule, const Sides& sides) {
    const faults::FaultKind* const kind = faults::find(rule.kind);
    const std::string what = target(rule, sides);
    return kind == nullptr || kind->says == nullptr ? fmt::format("{} {}", rule.kind, what)
                                                    : kind->says(rule, what);
}

}  // namespace

std::string in_words(const FaultRule& rule, const Sides& sides) {
    std::string text = deed(rule, sides);
    if (rule.copies.size() == 1)
        text += fmt::format(", copy {} of it only", rule.copies.front());
    else if (!rule.copies.empty())
        text += fmt::format(", copies {} of it only", numbers(rule.copies));
    else if (rule.times > 1)
        text += fmt::format(", the first {} copies of it", rule.times);
    if (rule.percent < 100) text += fmt::format(", each with a chance of {}%", rule.percent);
    if (rule.chain.model != LossChain::Model::none) text += fmt::format(" ({})", bursts(rule.chain));
    return text;
}

}  // namespace sockgrade::telling

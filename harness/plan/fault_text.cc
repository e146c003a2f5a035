#include "plan/fault_text.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "plan/loss_chain.hh"

namespace sockgrade::plan {

namespace {

using model::FaultRule;
using model::LossChain;

std::string numbers(const std::vector<std::size_t>& list) {
    std::vector<std::string> words;
    for (const std::size_t number : list) words.push_back(std::to_string(number));
    return list_of(words);
}

std::string with_fields(const std::vector<model::Field>& fields) {
    std::string text;
    for (const model::Field& field : fields) {
        std::vector<std::string> values;
        for (const std::size_t value : field.values) values.push_back(std::to_string(value));
        text += fmt::format("{} {} {}", text.empty() ? " with" : " and", field.name, list_of(values, "or"));
    }
    return text;
}

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
    const LossRates rates = rates_of(chain);
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
    what += with_fields(rule.fields);
    if (!rule.containing.empty()) what += " with " + quote(rule.containing, 60) + " in it";
    const bool are_many = rule.numbers.size() > 1 || rule.indices.size() > 1 ||
                          (rule.numbers.empty() && rule.chain.model != LossChain::Model::none);
    what += fmt::format(" on {} way {}", are_many ? "their" : "its",
                        rule.direction == model::Direction::to_program ? sides.to : sides.from);
    return what;
}

std::string in_words(const model::Until& until) {
    std::string what = until.number > 0 ? fmt::format("datagram {}", until.number) : "a datagram";
    what += with_fields(until.fields);
    if (!until.containing.empty()) what += " with " + quote(until.containing, 60) + " in it";
    return what;
}

std::string others(std::size_t count) { return count_of(count, "other"); }

std::string held_until(const model::FaultDetail& detail) {
    if (detail.until.is_set()) return fmt::format("until {} has passed", in_words(detail.until));
    if (detail.after > 0)
        return fmt::format("until {} passed", others(detail.after) + (detail.after == 1 ? " has" : " have"));
    if (detail.ms > 0) return fmt::format("for {} ms", detail.ms);
    return "until nothing else happens";
}

// The kind as a verb with its object, and what is to be said of it after that.
std::string deed(const FaultRule& rule, const Sides& sides) {
    const model::FaultDetail& detail = rule.detail;
    const std::string what = target(rule, sides);
    if (rule.kind == "blackhole") {
        std::string text = fmt::format("swallow {} and all that follow", what);
        if (detail.until.is_set()) text += fmt::format(", until {} gets through", in_words(detail.until));
        if (detail.most > 0) text += fmt::format(", {} at most", detail.most);
        return text;
    }
    if (rule.kind == "duplicate" && detail.copies > 0)
        return fmt::format("deliver {} {} times", what, detail.copies);
    if (rule.kind == "replay")
        return fmt::format(
            "play back a copy of {} {}", what,
            detail.after > 0 ? "after " + others(detail.after) : std::string("when nothing else happens"));
    if (rule.kind == "reorder" && detail.window > 0)
        return fmt::format("shuffle {} in groups of {}", what, detail.window);
    if ((rule.kind == "reorder" && detail.until.is_set()) || rule.kind == "delay")
        return fmt::format("hold back {} {}", what, held_until(detail));
    if (rule.kind == "corrupt")
        return fmt::format("change {} of {}",
                           detail.at > 0 ? fmt::format("byte {}", detail.at) : std::string("one byte"), what);
    if (rule.kind == "truncate")
        return fmt::format("cut {} to its first {}", what, count_of(detail.bytes, "byte"));
    if (rule.kind == "extend")
        return fmt::format("lengthen {} by {}{}", what, count_of(detail.bytes, "byte"),
                           detail.text.empty() ? "" : " of " + quote(detail.text, 60));
    if (rule.kind == "empty")
        return fmt::format("put an empty datagram {} {}", detail.before ? "before" : "in the place of", what);
    if (rule.kind == "stranger")
        return fmt::format("let a stranger's datagram {} arrive before {}", quote(detail.text, 60), what);
    if (rule.kind == "rebind") return fmt::format("move the peer to another port from {} on", what);
    if (rule.kind == "unreachable") return fmt::format("refuse {}, as a closed port would", what);
    return fmt::format("{} {}", rule.kind, what);
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

}  // namespace sockgrade::plan

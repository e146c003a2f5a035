#include "by_hand/fault_words.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>

#include "base/error.hh"
#include "base/text.hh"
#include "faults/fault.hh"
#include "faults/loss_chain.hh"
#include "faults/stream.hh"
#include "spec/fault_list.hh"
#include "telling/fault.hh"

namespace sockgrade::by_hand {

using model::Direction;
using model::FaultRule;
using model::Transport;
using spec::RuleWord;

namespace {

constexpr std::size_t kMost = 1'000'000'000;  // bytes of a stream, and connections

constexpr std::size_t kEveryCopy = SIZE_MAX;

// What the words of one option say.
struct Words {
    std::vector<RuleWord> rule;
    bool to_server = false;  // neither: both
    bool to_client = false;
};

[[noreturn]] void refuse(const std::string& kind, const std::string& text, const std::string& why) {
    throw UsageError(fmt::format("--{} {}: {}", kind, quote(text, 100), why));
}

bool is_number(std::string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has(std::span<const std::string_view> words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

void put(Words& words, const std::string& name, const std::string& value) {
    const auto known = std::find_if(words.rule.begin(), words.rule.end(),
                                    [&](const RuleWord& word) { return word.first == name; });
    if (known == words.rule.end())
        words.rule.push_back({name, {value}});
    else
        known->second.push_back(value);
}

// A time in milliseconds: 200ms, 2s. Nothing for what is no time.
std::optional<std::string> milliseconds(std::string_view word) {
    if (word.ends_with("ms") && is_number(word.substr(0, word.size() - 2)))
        return std::string(word.substr(0, word.size() - 2));
    if (word.ends_with('s') && is_number(word.substr(0, word.size() - 1)))
        return std::string(word.substr(0, word.size() - 1)) + "000";
    return std::nullopt;
}

// `number_word`: what a number by itself says.
Words parse(const std::string& kind, const std::string& text, const std::string& number_word) {
    static const std::vector<std::string> sides{"server", "client"};
    Words words;
    std::string last = number_word;
    for (const std::string& part : split(text)) {
        const std::size_t equals = part.find('=');
        const std::string name = part.substr(0, equals);
        const std::string value = equals == std::string::npos ? "" : part.substr(equals + 1);
        if (part == "all") continue;
        if (equals != std::string::npos && (name == "to" || name == "from")) {
            if (value != sides[0] && value != sides[1])
                refuse(kind, text, fmt::format("expected {}=server or {}=client", name, name));
            ((value == "server") == (name == "to") ? words.to_server : words.to_client) = true;
        } else if (equals != std::string::npos) {
            const auto time = name == "ms" ? milliseconds(value) : std::nullopt;
            put(words, name, time.value_or(value));
            last = name;
        } else if (part.ends_with('%')) {
            put(words, "chance", part);
        } else if (const auto time = milliseconds(part)) {
            put(words, "ms", *time);
        } else if (is_number(part)) {
            put(words, last, part);
        } else {
            refuse(kind, text,
                   fmt::format("{} says nothing here; expected words such as 30%, n=2,3, copy=1, to=server, "
                               "or 'all'",
                               part.empty() ? "an empty word" : quote(part, 60)));
        }
    }
    return words;
}

std::vector<Direction> directions_of(const Words& words, bool only_to_server, bool only_to_client) {
    std::vector<Direction> directions;
    const bool both = words.to_server == words.to_client;
    if ((both || words.to_server) && !only_to_client) directions.push_back(kToServer);
    if ((both || words.to_client) && !only_to_server) directions.push_back(kToClient);
    return directions;
}

std::vector<faults::FaultKind> kinds_of_datagram_faults() {
    return {faults::catalog().begin(), faults::catalog().end()};
}

// Bursts are a list by the time that anything passes.
void make_list_of(FaultRule& rule) {
    if (rule.chain.model == model::LossChain::Model::none) return;
    constexpr std::uint64_t kAnySeed = 1;  // the file is to mean the same each time
    rule.numbers = faults::lost_positions(rule.chain, kAnySeed);
}

// Who names no datagram means all of them, retries too; a named one is hit once, so that its retry gets
// through.
bool means_every_copy(const Words& words, const std::vector<model::Field>& fields) {
    return std::none_of(words.rule.begin(), words.rule.end(), [&](const RuleWord& word) {
        return word.first == "n" || word.first == "index" || word.first == "copy" || word.first == "times" ||
               std::any_of(fields.begin(), fields.end(),
                           [&](const model::Field& field) { return field.name == word.first; });
    });
}

std::vector<FaultRule> datagram_rules(const std::string& kind, const std::string& text,
                                      const std::vector<model::Field>& fields) {
    const faults::FaultKind* known = faults::find(kind);
    if (known == nullptr) throw UsageError(fmt::format("there is no fault '{}'", kind));
    const Words words = parse(kind, text, "n");
    const auto directions = directions_of(words, known->only_to_program, known->only_from_program);
    if (directions.empty())
        refuse(kind, text,
               fmt::format("this fault is for what goes to the {}",
                           known->only_to_program ? "server" : "client"));
    std::vector<FaultRule> rules;
    try {
        for (const Direction direction : directions)
            rules.push_back(
                spec::fault_of_words(kind, direction, words.rule, fields, kinds_of_datagram_faults()));
    } catch (const SpecError& error) {
        const SpecProblem& problem = error.problems().front();
        const std::size_t point = problem.path.rfind('.');
        const std::string word = point == std::string::npos ? "" : problem.path.substr(point + 1) + ": ";
        refuse(
            kind, text,
            fmt::format(
                "{}{}{}", word == kind + ": " ? "" : word, problem.message,
                problem.suggestion.empty() ? "" : fmt::format("; did you mean '{}'?", problem.suggestion)));
    }
    if (means_every_copy(words, fields))
        for (FaultRule& rule : rules) rule.times = kEveryCopy;
    return rules;
}

std::vector<FaultRule> stream_rules(const std::string& kind, const std::string& text) {
    const faults::StreamKind* known = faults::find_stream(kind);
    if (known == nullptr) throw UsageError(fmt::format("there is no fault '{}' of a TCP connection", kind));
    const std::string main_word = has(known->takes, "bytes") ? "bytes" : "times";
    const Words words = parse(kind, text, main_word);
    FaultRule rule;
    rule.kind = kind;
    for (const auto& [name, values] : words.rule) {
        const bool is_own = name == "n" || has(known->takes, name);
        if (!is_own || (name != "n" && values.size() > 1))
            refuse(kind, text,
                   fmt::format("expected {}, n (which connections) and to=server or to=client", main_word));
        std::vector<std::size_t> numbers;
        for (const std::string& value : values) {
            std::size_t number = 0;
            const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (error != std::errc{} || rest != value.data() + value.size() || number == 0 || number > kMost)
                refuse(kind, text, fmt::format("{}: expected a number from 1 to {}", name, kMost));
            numbers.push_back(number);
        }
        if (name == "n")
            rule.numbers = numbers;
        else
            (name == "bytes" ? rule.detail.bytes : rule.times) = numbers.front();
    }
    for (const std::string_view need : known->needs)
        if (need == "bytes" && rule.detail.bytes == 0)
            refuse(kind, text, fmt::format("after how many bytes? Such as --{} 10", kind));
    if (known->only_from_program && (words.to_server || words.to_client))
        refuse(kind, text, "it is about connections, which have no direction");
    std::vector<FaultRule> rules;
    for (const Direction direction : directions_of(words, known->only_from_program, false)) {
        rules.push_back(rule);
        rules.back().direction = direction;
    }
    return rules;
}

}  // namespace

std::vector<FaultOption> fault_options(Transport transport) {
    std::vector<FaultOption> options;
    if (transport == Transport::udp)
        for (const faults::FaultKind& kind : faults::catalog())
            options.push_back({std::string(kind.name), std::string(kind.summary)});
    else
        for (const faults::StreamKind& kind : faults::stream_catalog())
            options.push_back({std::string(kind.name), std::string(kind.summary)});
    return options;
}

std::vector<FaultRule> rules_of(const std::string& kind, const std::string& text, Transport transport,
                                const std::vector<model::Field>& fields) {
    return transport == Transport::udp ? datagram_rules(kind, text, fields) : stream_rules(kind, text);
}

model::Field field_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string name = text.substr(0, equals);
    if (equals == std::string::npos)
        throw UsageError(
            fmt::format("--field {}: expected a name and where its number stands, such as "
                        "'seq={{seq}} '",
                        quote(text, 100)));
    try {
        return spec::field_of_words(name, text.substr(equals + 1));
    } catch (const SpecError& error) {
        throw UsageError(fmt::format("--field {}: {}", quote(text, 100), error.problems().front().message));
    }
}

std::vector<FaultRule> rules_of_file(const std::string& text, const std::string& file_name,
                                     bool program_is_client) {
    std::vector<FaultRule> rules = spec::load_faults_text(text, file_name, kinds_of_datagram_faults());
    for (FaultRule& rule : rules) {
        make_list_of(rule);
        const faults::FaultKind* kind = faults::find(rule.kind);
        if (!program_is_client) continue;
        if (kind->only_to_program || kind->only_from_program)
            throw UsageError(fmt::format("{}: '{}' works by hand only with the server as the program",
                                         file_name, rule.kind));
        rule.direction = rule.direction == kToServer ? kToClient : kToServer;
    }
    return rules;
}

std::string in_words(const FaultRule& rule, Transport transport) {
    const telling::Sides sides{"to the server", "to the client"};
    if (transport == Transport::udp) {
        FaultRule shown = rule;
        if (rule.times == kEveryCopy) shown.times = 1;  // "every datagram" says it
        return telling::in_words(shown, sides);
    }
    const faults::StreamKind* const kind = faults::find_stream(rule.kind);
    if (kind == nullptr) return rule.kind;
    const std::size_t bytes = rule.detail.bytes;
    return kind->says(
        rule, {.way = rule.direction == kToServer ? sides.to : sides.from,
               .which = rule.numbers.empty() ? "each connection"
                                             : fmt::format("connection {}", fmt::join(rule.numbers, ", ")),
               .behind = bytes == 0 ? "at once" : fmt::format("after {}", count_of(bytes, "byte"))});
}

}  // namespace sockgrade::by_hand

#include "plan/fill.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/pattern.hh"
#include "base/placeholder.hh"
#include "base/text.hh"
#include "formats/fit.hh"
#include "formats/format.hh"
#include "plan/values.hh"

namespace sockgrade::plan {

namespace {

std::string from_hexadecimal(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
        unsigned value = 0;
        std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

// {n} counts from 1, {i} from 0.
std::optional<std::string> number_named(const std::string& name, std::size_t number) {
    if (name == "n") return std::to_string(number);
    if (name == "i") return std::to_string(number - 1);
    return std::nullopt;
}

void look_as(model::Message& message, const std::string& content, std::size_t number) {
    message.content = content;
    message.bytes = fill_placeholders(message.as, [&](const std::string& name) {
        return name == "line" ? std::optional(content) : number_named(name, number);
    });
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

bool stays(const std::vector<std::size_t>* kept, std::size_t place) {
    return kept == nullptr || std::find(kept->begin(), kept->end(), place) != kept->end();
}

// Of what no datagram holds: a message by TCP, or a file.
constexpr std::size_t kMostByStream = std::size_t{1} << 20;

void add_captures(const std::vector<model::FieldValue>& values, std::set<std::string>& names) {
    for (const model::FieldValue& value : values) {
        if (!value.captures.empty()) names.insert(value.captures);
        for (const auto& item : value.items) add_captures(item, names);
    }
}

std::string every_byte() {
    std::string bytes;
    for (int value = 0; value < 256; ++value) bytes += static_cast<char>(value);
    return bytes;
}

}  // namespace

Filler::Filler(std::uint64_t seed, std::optional<Chosen> chosen, model::Transport transport,
               ReadFile read_file)
    : seed_(seed),
      words_(mix({seed, hash_of("word")})),
      chosen_(std::move(chosen)),
      transport_(transport),
      read_file_(std::move(read_file)) {}

std::string Filler::with_chosen(const std::string& text) const {
    return fill_placeholders(text, [&](const std::string& name) -> std::optional<std::string> {
        return chosen_ && chosen_->name == name ? std::optional(chosen_->value) : std::nullopt;
    });
}

std::string Filler::read(const std::string& path, std::size_t most) const {
    if (!read_file_) throw UsageError(fmt::format("the file '{}' of a message cannot be read here", path));
    std::string bytes = read_file_(path);
    if (bytes.size() > most)
        throw UsageError(fmt::format("the file '{}' has {}; a message has at most {}", path,
                                     count_of(bytes.size(), "byte"), count_of(most, "byte")));
    return bytes;
}

std::string Filler::text_of(const std::string& text, std::size_t number) {
    return fill_placeholders(text, [&](const std::string& name) -> std::optional<std::string> {
        if (name == "word") return words_.next();
        if (name == "pangram") return pangram_of(mix({seed_, hash_of("pangram"), ++pangrams_}));
        if (const auto counted = number_named(name, number)) return counted;
        return chosen_ && chosen_->name == name ? std::optional(chosen_->value) : std::nullopt;
    });
}

std::optional<std::string> Filler::value_named(const std::string& name, std::size_t number) {
    if (name == "word") return words_.next();
    if (name == "pangram") return pangram_of(mix({seed_, hash_of("pangram"), ++pangrams_}));
    if (auto counted = number_named(name, number)) return counted;
    if (const auto value = plan::value_named(values_, name)) return names::as_text(*value);
    return chosen_ && chosen_->name == name ? std::optional(chosen_->value) : std::nullopt;
}

std::optional<std::string> Filler::value_of(const names::Part& part, std::size_t number) {
    if (part.kind == names::Part::Kind::name) {
        auto value = value_named(part.text, number);
        // What stands for nothing stays as it is.
        return value || late_.contains(part.text) ? value : part.source;
    }
    const names::Expression expression = names::Expression::parse(part.text);
    const std::vector<std::string> names = expression.names();
    if (std::any_of(names.begin(), names.end(),
                    [&](const std::string& name) { return late_.contains(name); }))
        return std::nullopt;
    return names::as_text(expression.evaluate([&](const std::string& name) {
        if (const auto counted = number_named(name, number)) return names::number_or_text(*counted);
        if (auto value = plan::value_named(values_, name)) return *std::move(value);
        throw names::Mistake(fmt::format("{} stands for nothing", name));
    }));
}

names::Filled Filler::filled(const std::string& text, std::size_t number, names::Mode mode) {
    return names::fill(text, mode, [&](const names::Part& part) { return value_of(part, number); });
}

names::Filled Filler::bytes_of(const model::Message& message, const Extent& extent) {
    switch (message.form) {
        case model::Message::Form::text:
            return filled(message.text, extent.number, names::Mode::text);
        case model::Message::Form::words: {
            std::size_t size = 0;
            std::from_chars(message.size.data(), message.size.data() + message.size.size(), size);
            return {words_of(size, mix({seed_, hash_of("words"), messages_}))};
        }
        case model::Message::Form::lines: {
            std::size_t count = 0;
            std::from_chars(message.size.data(), message.size.data() + message.size.size(), count);
            names::Filled lines;
            std::size_t line = 1;
            for (std::size_t i = 1; i <= count; ++i) {
                const names::Filled one = filled(message.text, line, names::Mode::text);
                if (!stays(extent.kept, i)) continue;
                // All of them have the same names: either each is whole, or none.
                lines.text += one.text + '\n';
                lines.is_whole = one.is_whole;
                ++line;
            }
            return lines;
        }
        case model::Message::Form::bytes:
            return {from_hexadecimal(message.text)};
        case model::Message::Form::file:
            return {read(message.text, extent.most)};
        case model::Message::Form::every_byte:
            return {every_byte()};
        case model::Message::Form::format:
            break;
    }
    return {};
}

// Until every name in it is known it is no message yet, and `late` has what is missing.
void Filler::fill_values(std::vector<model::FieldValue>& values, std::size_t number, std::string& late) {
    for (model::FieldValue& value : values) {
        names::Filled text = filled(value.text, number, names::Mode::text);
        (text.is_whole ? value.bytes : value.late) = std::move(text.text);
        late += value.late;
        for (auto& item : value.items) fill_values(item, number, late);
    }
}

// What names come to, no loader can know; everything else is as long as it says.
void Filler::check_size(const model::Message& message, std::size_t most) const {
    const std::size_t size = std::max(message.bytes.size(), message.late.size());
    const bool has_names = message.form == model::Message::Form::text || message.formatted;
    if (!has_names || size <= most) return;
    throw names::Mistake(fmt::format(
        "{} becomes {}; a message has at most {}",
        message.formatted ? "a message " + formats::in_words(*message.formatted) : quote(message.text, 60),
        count_of(size, "byte"), count_of(most, "byte")));
}

void Filler::fill(model::Formatted& message) {
    std::string late;
    fill_values(message.values, 1, late);
}

std::size_t Filler::most_sent() const {
    return transport_ == model::Transport::udp ? model::kMostInDatagram : kMostByStream;
}

void Filler::fill(model::Message& message, std::size_t number, const Kept* kept) {
    fill(message, {.number = number, .kept = kept, .most = most_sent()});
}

void Filler::fill(model::FileGiven& file) { fill(file.content, {.most = kMostByStream}); }

void Filler::fill(model::Message& message, const Extent& extent) {
    ++messages_;
    if (message.formatted) return fill_values(message.formatted->values, extent.number, message.late);
    message.size = with_chosen(message.size);
    names::Filled filled = bytes_of(message, extent);
    (filled.is_whole ? message.bytes : message.late) = std::move(filled.text);
    check_size(message, extent.most);
    if (!message.as.empty()) look_as(message, message.bytes, extent.number);
}

void Filler::fill_sent(model::Message& message, std::size_t number) {
    fill(message, number);
    if (message.formatted && message.late.empty()) message.bytes = formats::encode(*message.formatted);
    check_size(message, most_sent());
}

// As often as it is looked at, a pattern is one.
void Filler::fill_wanted(model::Wanted& wanted, std::size_t number, std::size_t most) {
    if (!wanted.is_pattern) return fill(wanted.message, {.number = number, .most = most});
    ++messages_;
    names::Filled pattern = filled(wanted.message.text, number, names::Mode::pattern);
    (pattern.is_whole ? wanted.message.bytes : wanted.message.late) = std::move(pattern.text);
}

// What says and reports look for is no pattern, and has no message either.
void Filler::fill_prints(model::Prints& prints, std::size_t number) {
    if (prints.what == model::Prints::What::message) return fill(prints.message, number);
    if (prints.what != model::Prints::What::pattern || prints.message.text.empty()) return;
    names::Filled pattern = filled(prints.message.text, number, names::Mode::pattern);
    (pattern.is_whole ? prints.pattern : prints.message.late) = std::move(pattern.text);
}

void Filler::fill_expected(model::Expect& expect, const std::string& given) {
    if (!expect.messages.empty()) {
        for (std::size_t i = 0; i < expect.messages.size(); ++i) fill(expect.messages[i], i + 1);
        return;
    }
    for (const std::string& line : lines_of(given)) {
        model::Message message = expect.message;
        look_as(message, line, expect.messages.size() + 1);
        expect.messages.push_back(std::move(message));
    }
}

void Filler::fill(model::Step& step, const std::string& given, const Kept* kept) {
    const std::size_t time = std::max<std::size_t>(step.time, 1);
    if (auto* send = std::get_if<model::Send>(&step.action)) {
        // Of one message alone, the number is that of the time.
        const bool is_alone = send->messages.size() == 1;
        std::size_t number = 1;
        for (std::size_t i = 1; i <= send->messages.size(); ++i) {
            fill_sent(send->messages[i - 1], is_alone ? time : number);
            if (!send->until.empty()) send->answers.push_back(text_of(send->until, number));
            if (stays(kept, i)) ++number;
        }
    }
    if (auto* reply = std::get_if<model::Reply>(&step.action))
        if (reply->with == model::Reply::With::message) fill_sent(reply->message, time);
    if (auto* expect = std::get_if<model::Expect>(&step.action)) {
        if (expect->what == model::Expect::What::bytes || expect->what == model::Expect::What::format)
            fill(expect->message, time);
        for (model::Wanted& wanted : expect->wanted) fill_wanted(wanted, time, most_sent());
        if (expect->until) {
            fill(*expect->until, time);
            if (expect->until->late.empty()) formats::fill_frame(*expect);
        }
        if (expect->response) {
            for (model::HttpHeader& header : expect->response->headers)
                fill_wanted(header.value, time, most_sent());
            if (expect->response->body) fill_wanted(*expect->response->body, time, most_sent());
        }
        if (expect->what == model::Expect::What::all) fill_expected(*expect, given);
    }
    if (auto* whenever = std::get_if<model::Whenever>(&step.action)) fill_rules(*whenever, time);
    if (auto* wrote = std::get_if<model::Wrote>(&step.action))
        for (model::FileWanted& file : wrote->files) fill_wanted(file.content, time, kMostByStream);
    if (auto* prints = std::get_if<model::Prints>(&step.action)) fill_prints(*prints, time);
    if (auto* typed = std::get_if<model::Typed>(&step.action)) fill(typed->message, time);
    if (auto* connect = std::get_if<model::Connect>(&step.action))
        if (connect->port) fill(*connect->port, time);
}

void Filler::fill_rules(model::Whenever& whenever, std::size_t number) {
    std::string late;
    fill_values(whenever.remembers, number, late);
    for (model::Rule& rule : whenever.rules) {
        fill_wanted(rule.gets, number, most_sent());
        fill_values(rule.now, number, late);
        if (rule.replies) fill_sent(*rule.replies, number);
    }
}

void expect_what_is_typed(std::vector<model::Step>& steps) {
    std::vector<model::Message> typed;
    for (model::Step& step : steps) {
        if (const auto* line = std::get_if<model::Typed>(&step.action)) typed.push_back(line->message);
        auto* expect = std::get_if<model::Expect>(&step.action);
        if (expect != nullptr && model::awaits_typing(*expect)) expect->messages = std::exchange(typed, {});
    }
}

namespace {

void add_captures(const model::Wanted& wanted, std::set<std::string>& names) {
    if (wanted.message.formatted) add_captures(wanted.message.formatted->values, names);
    if (wanted.is_pattern)
        for (const std::string& name : pattern_names(wanted.message.text)) names.insert(name);
}

}  // namespace

std::set<std::string> known_only_late(const std::vector<model::Step>& steps) {
    std::set<std::string> late;
    for (const model::Step& step : steps) {
        if (step.actor != model::kProgram)
            for (const char* what : {".port", ".host"}) late.insert(step.actor + what);
        if (const auto* whenever = std::get_if<model::Whenever>(&step.action)) {
            for (const model::FieldValue& one : whenever->remembers) late.insert(one.name);
            for (const model::Rule& rule : whenever->rules) add_captures(rule.gets, late);
        }
        const auto* expect = std::get_if<model::Expect>(&step.action);
        if (expect == nullptr) continue;
        if (expect->message.formatted) add_captures(expect->message.formatted->values, late);
        for (const model::Wanted& wanted : expect->wanted) add_captures(wanted, late);
    }
    return late;
}

}  // namespace sockgrade::plan

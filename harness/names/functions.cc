#include "names/functions.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hh"
#include "names/digests.hh"

namespace sockgrade::names {

namespace {

using Arguments = std::vector<Value>;

const std::string& text_at(const Arguments& arguments, std::size_t i) {
    if (const std::string* text = text_in(arguments[i])) return *text;
    throw Mistake(fmt::format("expected a text, not {}{}", kind_of(arguments[i]),
                              std::holds_alternative<std::int64_t>(arguments[i].what)
                                  ? fmt::format("; text({}) makes one of it", as_text(arguments[i]))
                                  : ""));
}

std::int64_t number_at(const Arguments& arguments, std::size_t i) {
    if (const auto* number = std::get_if<std::int64_t>(&arguments[i].what)) return *number;
    throw Mistake(fmt::format("expected a number, not {}", kind_of(arguments[i])));
}

const List* list_at(const Arguments& arguments, std::size_t i) {
    return std::get_if<List>(&arguments[i].what);
}

Value number(std::size_t size) { return {static_cast<std::int64_t>(size)}; }

Value len(const Arguments& arguments) {
    if (const List* list = list_at(arguments, 0)) return number(list->size());
    return number(text_at(arguments, 0).size());
}

Value upper(const Arguments& arguments) { return {unicode_capitals(text_at(arguments, 0))}; }
Value lower(const Arguments& arguments) { return {to_lower(text_at(arguments, 0))}; }

Value reverse(const Arguments& arguments) {
    if (const List* list = list_at(arguments, 0)) return {List(list->rbegin(), list->rend())};
    const std::string& text = text_at(arguments, 0);
    return {std::string(text.rbegin(), text.rend())};
}

// What lies outside is cut: a slice is never a mistake.
template <typename Sequence>
Value cut(const Sequence& all, const Arguments& arguments) {
    const auto size = static_cast<std::int64_t>(all.size());
    const std::int64_t from = std::clamp<std::int64_t>(number_at(arguments, 1), 0, size);
    const std::int64_t to =
        arguments.size() > 2 ? std::clamp<std::int64_t>(number_at(arguments, 2), from, size) : size;
    return {Sequence(all.begin() + from, all.begin() + to)};
}

Value slice(const Arguments& arguments) {
    if (const List* list = list_at(arguments, 0)) return cut(*list, arguments);
    return cut(text_at(arguments, 0), arguments);
}

Value item(const Arguments& arguments) {
    const List* const list = list_at(arguments, 0);
    if (list == nullptr) throw Mistake(fmt::format("expected a list, not {}", kind_of(arguments[0])));
    const std::int64_t place = number_at(arguments, 1);
    if (place < 0 || place >= static_cast<std::int64_t>(list->size()))
        throw Mistake(
            fmt::format("there is no item {} in a list of {}; they count from 0", place, list->size()));
    return (*list)[static_cast<std::size_t>(place)];
}

Value join(const Arguments& arguments) {
    const List* const list = list_at(arguments, 0);
    if (list == nullptr) throw Mistake(fmt::format("expected a list, not {}", kind_of(arguments[0])));
    const std::string between = arguments.size() > 1 ? text_at(arguments, 1) : "";
    std::string text;
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (i > 0) text += between;
        text += as_text((*list)[i]);
        if (text.size() > kMostBytes) throw Mistake("this becomes too long");
    }
    return {text};
}

Value count(const Arguments& arguments) {
    if (const List* list = list_at(arguments, 0))
        return number(static_cast<std::size_t>(std::count(list->begin(), list->end(), arguments[1])));
    const std::string& text = text_at(arguments, 0);
    const std::string& part = text_at(arguments, 1);
    if (part.empty()) throw Mistake("an empty text cannot be counted");
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++times;
    return number(times);
}

// A line end at the end begins no further part.
List parts_of(std::string_view text, std::string_view separator, bool is_line) {
    constexpr std::size_t kMostParts = 100'000;
    List list;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        std::string_view part = text.substr(0, end);
        if (is_line && part.ends_with('\r')) part.remove_suffix(1);
        list.push_back({std::string(part)});
        if (list.size() > kMostParts) throw Mistake("these are too many");
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return list;
}

Value lines(const Arguments& arguments) { return {parts_of(text_at(arguments, 0), "\n", true)}; }

Value split(const Arguments& arguments) {
    const std::string& separator = text_at(arguments, 1);
    if (separator.empty()) throw Mistake("nothing can be split at an empty text");
    return {parts_of(text_at(arguments, 0), separator, false)};
}

Value repeat(const Arguments& arguments) {
    const std::string& text = text_at(arguments, 0);
    const std::int64_t times = number_at(arguments, 1);
    if (times < 0) throw Mistake("a text cannot be repeated less than no times");
    if (!text.empty() && static_cast<std::uint64_t>(times) > kMostBytes / text.size())
        throw Mistake("this becomes too long");
    std::string all;
    for (std::int64_t i = 0; !text.empty() && i < times; ++i) all += text;
    return {all};
}

Value text(const Arguments& arguments) {
    std::string digits = as_text(arguments[0]);
    if (arguments.size() < 2) return {std::move(digits)};
    const std::int64_t width = number_at(arguments, 1);
    if (width > 100) throw Mistake("at most 100 digits");
    if (number_at(arguments, 0) < 0) throw Mistake("only a number that is not negative is filled with zeros");
    while (static_cast<std::int64_t>(digits.size()) < width) digits.insert(0, "0");
    return {std::move(digits)};
}

Value number_of(const Arguments& arguments) {
    if (std::holds_alternative<std::int64_t>(arguments[0].what)) return arguments[0];
    const std::string& digits = text_at(arguments, 0);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw Mistake(fmt::format("{} is no whole number", quote(digits, 40)));
    return {value};
}

template <bool takes_less>
Value best(const Arguments& arguments) {
    std::int64_t found = number_at(arguments, 0);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::int64_t one = number_at(arguments, i);
        found = takes_less ? std::min(found, one) : std::max(found, one);
    }
    return {found};
}

template <unsigned size, bool is_little>
Value packed(const Arguments& arguments) {
    const std::int64_t value = number_at(arguments, 0);
    const bool fits = size == 8 || (value >= 0 && value < (std::int64_t{1} << (8 * size % 64)));
    if (!fits) throw Mistake(fmt::format("{} does not fit into {} bytes", value, size));
    const auto bits = static_cast<std::uint64_t>(value);
    return {is_little ? little_endian(bits, size) : big_endian(bits, size)};
}

Value hex(const Arguments& arguments) { return {hexadecimal(text_at(arguments, 0))}; }
Value base64_of(const Arguments& arguments) { return {base64(text_at(arguments, 0))}; }
Value crc32(const Arguments& arguments) { return {std::int64_t{crc32_of(text_at(arguments, 0))}}; }
Value inet16(const Arguments& arguments) { return {std::int64_t{internet_checksum(text_at(arguments, 0))}}; }
Value md5(const Arguments& arguments) { return {hexadecimal(digest("MD5", text_at(arguments, 0)))}; }
Value sha1(const Arguments& arguments) { return {hexadecimal(digest("SHA1", text_at(arguments, 0)))}; }
Value sha256(const Arguments& arguments) { return {hexadecimal(digest("SHA256", text_at(arguments, 0)))}; }

// clang-format off
constexpr std::array kFunctions = {
    Function{"len", 1, 1, "the bytes of a text, the items of a list", len},
    Function{"upper", 1, 1, "the capitals of a text", upper},
    Function{"lower", 1, 1, "a text with A to Z made small", lower},
    Function{"reverse", 1, 1, "a text or a list from its end", reverse},
    Function{"slice", 2, 3, "slice(x, from, to): a part of a text or a list, counted from 0; without `to`, up to its end", slice},
    Function{"item", 2, 2, "item(list, place): one of a list, counted from 0", item},
    Function{"join", 1, 2, "join(list, between): one text of a list", join},
    Function{"split", 2, 2, "split(text, at): the list of its parts", split},
    Function{"lines", 1, 1, "the list of a text's lines, without their ends", lines},
    Function{"count", 2, 2, "count(x, part): how often it stands in a text or a list", count},
    Function{"repeat", 2, 2, "repeat(text, times)", repeat},
    Function{"text", 1, 2, "text(number, width): its digits, with zeros before them", text},
    Function{"number", 1, 1, "the number that a text says", number_of},
    Function{"min", 1, 20, "the least of some numbers", best<true>},
    Function{"max", 1, 20, "the greatest of some numbers", best<false>},
    Function{"hex", 1, 1, "the bytes in hexadecimal", hex},
    Function{"base64", 1, 1, "the bytes in base64", base64_of},
    Function{"be16", 1, 1, "a number in 2 bytes, the highest first", packed<2, false>},
    Function{"be32", 1, 1, "the same in 4 bytes", packed<4, false>},
    Function{"be64", 1, 1, "the same in 8 bytes", packed<8, false>},
    Function{"le16", 1, 1, "a number in 2 bytes, the lowest first", packed<2, true>},
    Function{"le32", 1, 1, "the same in 4 bytes", packed<4, true>},
    Function{"inet16", 1, 1, "the checksum of IP, UDP and TCP, a number", inet16},
    Function{"crc32", 1, 1, "the checksum of Ethernet and ZIP, a number", crc32},
    Function{"md5", 1, 1, "the digest in hexadecimal", md5},
    Function{"sha1", 1, 1, "the digest in hexadecimal", sha1},
    Function{"sha256", 1, 1, "the digest in hexadecimal", sha256},
};
// clang-format on

}  // namespace

std::span<const Function> functions() { return kFunctions; }

const Function* function_named(std::string_view name) {
    const auto* const found = std::find_if(kFunctions.begin(), kFunctions.end(),
                                           [&](const Function& one) { return one.name == name; });
    return found == kFunctions.end() ? nullptr : found;
}

std::vector<std::string> function_names() {
    std::vector<std::string> names{"if"};
    for (const Function& one : kFunctions) names.emplace_back(one.name);
    return names;
}

}  // namespace sockgrade::names

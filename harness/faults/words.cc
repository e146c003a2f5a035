#include "faults/words.hh"

#include <fmt/format.h>

#include "base/text.hh"
#include "formats/format.hh"

namespace sockgrade::faults {

namespace {

std::vector<std::string> words_of(const std::vector<std::size_t>& list) {
    std::vector<std::string> words;
    for (const std::size_t number : list) words.push_back(std::to_string(number));
    return words;
}

}  // namespace

std::string numbers(const std::vector<std::size_t>& list) { return list_of(words_of(list)); }

std::string with_fields(const std::vector<model::Field>& fields) {
    std::string text;
    for (const model::Field& field : fields)
        text += fmt::format("{} {} {}", text.empty() ? " with" : " and", field.name,
                            list_of(words_of(field.values), "or"));
    return text;
}

std::string with_format(const std::optional<model::Formatted>& formatted) {
    return formatted ? ' ' + formats::in_words(*formatted) : "";
}

std::string in_words(const model::Until& until) {
    std::string what = until.number > 0 ? fmt::format("datagram {}", until.number) : "a datagram";
    what += with_format(until.formatted);
    what += with_fields(until.fields);
    if (!until.containing.empty()) what += " with " + quote(until.containing, 60) + " in it";
    return what;
}

std::string held_until(const model::FaultDetail& detail) {
    if (detail.until.is_set()) return fmt::format("until {} has passed", in_words(detail.until));
    if (detail.after > 0)
        return fmt::format("until {} {} passed", count_of(detail.after, "other"),
                           detail.after == 1 ? "has" : "have");
    if (detail.ms > 0) return fmt::format("for {} ms", detail.ms);
    return "until nothing else happens";
}

}  // namespace sockgrade::faults

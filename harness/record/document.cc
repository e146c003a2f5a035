#include "record/document.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hh"
#include "base/text.hh"
#include "record/reader.hh"

namespace sockgrade::record {

nlohmann::json parse_json(std::string_view text) {
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        const std::string_view before = text.substr(0, error.byte == 0 ? 0 : error.byte - 1);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
        throw UsageError(fmt::format("not valid JSON: it {} at line {}, column {}",
                                     error.byte > text.size() ? "breaks off" : "goes wrong", line, column));
    } catch (const nlohmann::json::exception&) {
        throw UsageError("not valid JSON: it holds a number that is too large");
    }
}

void take_schema(nlohmann::json& document, std::string_view schema, std::string_view what) {
    if (!document.is_object())
        throw UsageError(fmt::format("not {}, but {}", what, Reader::kind_of(document)));
    const auto found = document.find("schema");
    if (found == document.end() || !found->is_string())
        throw UsageError(fmt::format("not {}: \"schema\" should say \"{}\"", what, schema));
    if (*found != schema)
        throw UsageError(fmt::format("schema: {} is not known; this Sockgrade reads \"{}\"",
                                     quote(found->get_ref<const std::string&>(), 60), schema));
    document.erase(found);
}

}  // namespace sockgrade::record

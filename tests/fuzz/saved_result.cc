// A saved result from anywhere: said to be none, or kept without loss and written in every format.
#include "base/error.hh"
#include "record/result_json.hh"
#include "reports/catalog.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    model::Result result;
    try {
        result = record::result_from_json(input);
    } catch (const UsageError& error) {
        return require_plain(error.what());
    }
    const std::string json = record::result_to_json(result);
    require(record::result_to_json(record::result_from_json(json)) == json, "a result is kept without loss",
            json);
    for (const reports::Format* format : reports::catalog()) {
        try {
            require(is_utf8(format->render(result, {})), "a report is UTF-8", format->name);
        } catch (const UsageError& error) {  // it wants to know more of the world
            require_plain(error.what());
        }
    }
}

}  // namespace sockgrade::fuzz

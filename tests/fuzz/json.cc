// The formats that are JSON: ASCII, without orders, and as many tests as cases.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "reports/catalog.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

using nlohmann::json;

void require_json(const std::string& report, const model::Result& result) {
    require(std::all_of(report.begin(), report.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x80; }),
            "JSON in ASCII", report);
    const json document = json::parse(report, nullptr, false);
    require(document.is_object(), "a document of JSON", report);
    if (document.contains("cases"))
        require(document["cases"].size() == result.cases.size(), "a case each", report);
}

// Text for people, and the scores behind it.
void require_last_line(const std::string& report) {
    const std::size_t last = report.rfind('\n', report.size() - 2) + 1;
    const json scores = json::parse(report.substr(last), nullptr, false);
    require(scores.is_object() && scores.contains("scores") && scores["scores"].size() == 1,
            "one score in the last line", report);
}

}  // namespace

void look_at(std::string_view input) {
    static constexpr std::array kFormats = {"json",        "ctrf",    "gradescope",
                                            "classroom50", "autolab", "prairielearn"};
    Pieces pieces(input);
    const std::string_view format = kFormats[pieces.number(kFormats.size())];
    const model::Result result = hostile_result(pieces);
    const std::string report = reports::format_named(format).render(result, somewhere());
    require_harmless(report);
    require_no_commands(report);
    if (format == "autolab") return require_last_line(report);
    require_json(report, result);
}

}  // namespace sockgrade::fuzz

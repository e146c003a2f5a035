#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/text.hh"
#include "reports/wording.hh"
#include "tests/support/reader.hh"
#include "tests/unit/reports/external_formats.hh"

namespace sockgrade::reports {
namespace {

using nlohmann::json;
using testing::HasSubstr;

// As Python reads it, strictly.
json rows_of(const model::Result& result) {
    const std::string said =
        reader::said_by({"python3", "-c",
                         "import csv, json, sys\n"
                         "with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:\n"
                         "    print(json.dumps(list(csv.DictReader(file, strict=True, restkey='too many'))))",
                         "{}"},
                        samples::rendered("csv", result));
    const json rows = json::parse(said, nullptr, false);
    EXPECT_FALSE(rows.is_discarded()) << said;
    return rows;
}

TEST(CsvReport, HasARowACase) {
    for (const auto& [name, result] : samples::all()) {
        const json rows = rows_of(result);
        ASSERT_EQ(rows.size(), result.cases.size()) << name;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_EQ(rows[i].size(), 14U) << name;
            EXPECT_FALSE(rows[i].contains("too many")) << name;
            EXPECT_EQ(rows[i]["verdict"], to_string(result.cases[i].verdict)) << name;
            EXPECT_EQ(rows[i]["max_points"], std::to_string(result.cases[i].max_points)) << name;
            EXPECT_THAT(std::string(rows[i]["summary"]), HasSubstr(reason_of(result.cases[i]))) << name;
        }
    }
    EXPECT_EQ(rows_of(samples::without_a_verdict())[0]["points"], "") << "not 0: it was not judged";
    EXPECT_EQ(rows_of(samples::failed())[0]["cause"], "wrong-case");
    EXPECT_EQ(rows_of(samples::failed())[0]["why"], "The program sends back exactly what it got.");
}

TEST(CsvReport, NoCellIsAFormula) {
    for (const std::string start : {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\uff1d1"}) {
        model::Result result = samples::failed();
        result.program = start;
        result.cases[0].title = result.cases[0].diagnoses[0].message = start;
        const json row = rows_of(result)[0];
        for (const char* cell : {"program", "title", "why"})
            EXPECT_EQ(std::string(row[cell]).front(), '\'') << escape(start) << ' ' << row[cell];
    }
    for (const auto& [name, result] : samples::all())
        for (const json& row : rows_of(result))
            for (const auto& [column, cell] : row.items())
                EXPECT_NE(std::string(cell).find_first_of("=+-@\t\r"), 0U)
                    << name << ' ' << column << ' ' << cell;
}

TEST(CsvReport, TextThatIsNoFormulaStaysAsItIs) {
    const json row = rows_of(samples::failed())[0];
    EXPECT_EQ(row["program"], "anna/server.py");
    EXPECT_EQ(row["title"], "A message comes back in capitals");
}

}  // namespace
}  // namespace sockgrade::reports

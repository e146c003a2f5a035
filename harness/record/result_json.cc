#include "record/result_json.hh"

#include <fmt/format.h>

#include "record/document.hh"
#include "record/reader.hh"
#include "record/result_fields.hh"
#include "record/writer.hh"

namespace sockgrade::record {

namespace {

// What reports rely on: they look up events by their place in a transcript.
void check_events(const model::CaseResult& one) {
    for (const model::Transcript& transcript : one.transcripts)
        for (std::size_t i = 0; i < transcript.events.size(); ++i)
            if (transcript.events[i].number != i + 1)
                throw UsageError(fmt::format("case {}: the events are not in order", quote(one.id, 60)));
    for (const model::SmallestStory& story : one.smallest) check_events(story.run);
}

template <class T>
std::string saved(const char* schema, const T& value) {
    nlohmann::ordered_json document{{"schema", schema}};
    auto rest = Writer::object(value);
    for (auto& item : rest.items()) document[item.key()] = std::move(item.value());
    return document.dump();
}

template <class T>
T read_saved(std::string_view text, const char* schema, const char* what) {
    nlohmann::json document = parse_json(text);
    take_schema(document, schema, what);
    T value;
    Reader::object(document, Where{}, value);
    return value;
}

}  // namespace

std::string result_to_json(const model::Result& result) { return saved(kResultSchema, result); }

model::Result result_from_json(std::string_view text) {
    auto result = read_saved<model::Result>(text, kResultSchema, "a saved result");
    for (const model::CaseResult& one : result.cases) check_events(one);
    return result;
}

std::string case_to_json(const model::CaseResult& one) { return saved(kCaseSchema, one); }

model::CaseResult case_from_json(std::string_view text) {
    auto one = read_saved<model::CaseResult>(text, kCaseSchema, "a saved case");
    check_events(one);
    return one;
}

}  // namespace sockgrade::record

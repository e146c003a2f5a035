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

}  // namespace

std::string result_to_json(const model::Result& result) {
    nlohmann::ordered_json document{{"schema", kResultSchema}};
    auto rest = Writer::object(result);
    for (auto& item : rest.items()) document[item.key()] = std::move(item.value());
    return document.dump();
}

model::Result result_from_json(std::string_view text) {
    nlohmann::json document = parse_json(text);
    take_schema(document, kResultSchema, "a saved result");
    model::Result result;
    Reader::object(document, Where{}, result);
    for (const model::CaseResult& one : result.cases) check_events(one);
    return result;
}

}  // namespace sockgrade::record

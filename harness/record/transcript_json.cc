#include "record/transcript_json.hh"

#include "record/document.hh"
#include "record/reader.hh"
#include "record/writer.hh"

namespace sockgrade::record {

namespace {

template <class T>
T read_document(std::string_view text) {
    T value;
    Reader::object(parse_json(text), Where{}, value);
    return value;
}

// What the judges rely on: they look up events by number and steps by index.
void check_references(const model::Transcript& transcript) {
    const std::size_t steps = transcript.plan.steps.size();
    for (std::size_t i = 0; i < transcript.events.size(); ++i) {
        const model::Event& event = transcript.events[i];
        const auto fail = [&](const std::string& message) {
            throw UsageError(fmt::format("events[{}].{}", i, message));
        };
        if (event.number != i + 1) fail(fmt::format("number: {} was expected, not {}", i + 1, event.number));
        const auto* began = std::get_if<model::event::StepBegan>(&event.what);
        const auto* ended = std::get_if<model::event::StepEnded>(&event.what);
        const std::size_t step = began ? began->step : ended ? ended->step : 0;
        if ((began || ended) && step >= steps)
            fail(fmt::format("step: there is no step {}; the plan has {}", step, count_of(steps, "step")));
    }
}

}  // namespace

std::string transcript_to_json(const model::Transcript& transcript) {
    nlohmann::ordered_json document{{"schema", kTranscriptSchema}};
    auto rest = Writer::object(transcript);
    for (auto& item : rest.items()) document[item.key()] = std::move(item.value());
    return document.dump();
}

model::Transcript transcript_from_json(std::string_view text) {
    nlohmann::json document = parse_json(text);
    take_schema(document, kTranscriptSchema, "a transcript");
    model::Transcript transcript;
    Reader::object(document, Where{}, transcript);
    check_references(transcript);
    return transcript;
}

std::string plan_to_json(const model::Plan& plan) { return Writer::object(plan).dump(); }
model::Plan plan_from_json(std::string_view text) { return read_document<model::Plan>(text); }

std::string event_to_json(const model::Event& event) { return Writer::object(event).dump(); }
model::Event event_from_json(std::string_view text) { return read_document<model::Event>(text); }

}  // namespace sockgrade::record

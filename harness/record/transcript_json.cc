#include "record/transcript_json.hh"

#include "record/reader.hh"
#include "record/writer.hh"

namespace sockgrade::record {

namespace {

// The library's own messages repeat the input as it is; these never do.
nlohmann::json parse(std::string_view text) {
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

template <class T>
T read_document(std::string_view text) {
    T value;
    Reader::object(parse(text), Where{}, value);
    return value;
}

void check_schema(nlohmann::json& document) {
    if (!document.is_object())
        throw UsageError(fmt::format("not a transcript, but {}", Reader::kind_of(document)));
    const auto schema = document.find("schema");
    if (schema == document.end() || !schema->is_string())
        throw UsageError(fmt::format("not a transcript: \"schema\" should say \"{}\"", kTranscriptSchema));
    if (*schema != kTranscriptSchema)
        throw UsageError(fmt::format("schema: {} is not known; this Sockgrade reads \"{}\"",
                                     quote(schema->get_ref<const std::string&>(), 60), kTranscriptSchema));
    document.erase(schema);
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
    nlohmann::json document = parse(text);
    check_schema(document);
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

#include "spec/fault_list.hh"

#include <algorithm>
#include <memory>

#include "spec/check.hh"
#include "spec/read_faults.hh"
#include "spec/read_fields.hh"
#include "spec/read_formats.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

namespace {

ValuePtr text_value(const std::string& text) {
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::text;
    value->text = text;
    return value;
}

ValuePtr list_value(std::vector<ValuePtr> items) {
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::list;
    value->items = std::move(items);
    return value;
}

ValuePtr map_value(std::vector<Entry> entries) {
    auto value = std::make_shared<Value>();
    value->kind = Value::Kind::map;
    value->entries = std::move(entries);
    return value;
}

ValuePtr value_of(const std::vector<std::string>& words) {
    if (words.size() == 1) return text_value(words.front());
    std::vector<ValuePtr> items;
    for (const std::string& word : words) items.push_back(text_value(word));
    return list_value(std::move(items));
}

constexpr language::Type kFieldMap = language::map_of<language::kFields>();

// Nobody counts lines on a command line, but keys that stand in one place are taken for one that was
// repeated.
Where place(std::size_t i) { return {0, static_cast<int>(i) + 1}; }

}  // namespace

std::vector<model::FaultRule> load_faults_text(const std::string& text, const std::string& file_name,
                                               const std::vector<faults::FaultKind>& kinds) {
    static constexpr language::Type kFile = language::map_of<language::kFaultsFile>();
    static const std::vector<std::string> kNoPlaceholders;
    Problems problems(file_name);
    const Section top(parse_yaml(text, file_name), kFile, problems);
    check(top);
    std::vector<model::FaultRule> rules;
    std::vector<model::Field> fields;
    if (const auto map = top.find("fields")) fields = read_fields(*map, {});
    std::vector<model::Formatted> formats;
    if (const auto map = top.find("formats")) formats = read_formats(*map);
    Scope scope;
    scope.set_formats(&formats);
    if (const auto list = top.find("faults"))
        rules = read_faults(*list, {&kinds, &kNoPlaceholders, &fields, nullptr, &scope});
    problems.throw_if_any();
    return rules;
}

model::FaultRule fault_of_words(const std::string& kind, model::Direction direction,
                                const std::vector<RuleWord>& words, const std::vector<model::Field>& fields,
                                const std::vector<faults::FaultKind>& kinds) {
    constexpr std::string_view kUntilWord = "until.";
    static const std::vector<std::string> kNoPlaceholders;
    std::vector<Entry> entries;
    std::vector<Entry> until;
    const char* const side = direction == model::Direction::to_program ? "to" : "from";
    entries.push_back({side, place(0), text_value("program")});
    for (const auto& [name, values] : words) {
        const bool of_until = name.starts_with(kUntilWord);
        std::vector<Entry>& into = of_until ? until : entries;
        into.push_back(
            {of_until ? name.substr(kUntilWord.size()) : name, place(into.size()), value_of(values)});
    }
    if (!until.empty()) entries.push_back({"until", place(entries.size()), map_value(std::move(until))});
    Problems problems{""};
    const Section list(list_value({map_value({{kind, {}, map_value(std::move(entries))}})}),
                       language::find(language::kFaultsFile, "faults")->type, problems);
    std::vector<model::FaultRule> rules = read_faults(list, {&kinds, &kNoPlaceholders, &fields});
    problems.throw_if_any();
    return rules.at(0);
}

model::Field field_of_words(const std::string& name, const std::string& text) {
    Problems problems{""};
    const Section map(map_value({{name, {}, text_value(text)}}), kFieldMap, problems);
    const std::vector<model::Field> fields = read_fields(map, {});
    problems.throw_if_any();
    return fields.at(0);
}

}  // namespace sockgrade::spec

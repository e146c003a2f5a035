#include "spec/read_fields.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "spec/check.hh"
#include "spec/context.hh"
#include "spec/read_faults.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kLongestTemplate = 100;
constexpr std::string_view kAnywhere = "...";

model::Field read_field(const Section& section) {
    model::Field field;
    field.name = section.key();
    if (!is_name(field.name) || language::find(language::kFault, field.name) != nullptr)
        section.key_problem(
            "a field's name has lower-case letters, digits and dashes, begins with a letter, and is no word "
            "of a fault's own");
    check(section);
    const std::optional<std::string> text = section.text();
    if (!text) return field;
    if (!section.is_sound()) return field;
    const std::vector<Placeholder> places = placeholders_in(*text);
    if (places.front().name != field.name) {
        section.problem(fmt::format("expected the place of the number, as in \"ACK {{{}}}\"", field.name));
        return field;
    }
    if (text->size() > kLongestTemplate)
        section.problem(fmt::format("at most {} around a number", count_of(kLongestTemplate, "byte")));
    field.before = text->substr(0, places.front().at);
    field.after = text->substr(places.front().at + places.front().size);
    field.anywhere = field.before.starts_with(kAnywhere);
    if (field.anywhere) field.before.erase(0, kAnywhere.size());
    if (field.anywhere && field.before.empty())
        section.problem("what follows \"...\" must say where the number stands, as in \"... seq={seq}\"");
    return field;
}

}  // namespace

std::vector<model::Field> read_fields(const Section& section, const std::vector<model::Field>& outer) {
    std::vector<model::Field> fields;
    const std::vector<Section> entries = section.is_map() ? section.entries() : std::vector<Section>{};
    if (entries.empty() || entries.size() > language::kFields.most) {
        section.problem(fmt::format("expected 1 to {} fields, such as '{{ seq: \"{{seq}} \" }}'",
                                    language::kFields.most));
        return outer;
    }
    for (const Section& entry : entries) fields.push_back(read_field(entry));
    for (const model::Field& field : outer) {
        const std::vector<std::string> known = names_of(fields);
        if (std::find(known.begin(), known.end(), field.name) == known.end()) fields.push_back(field);
    }
    return fields;
}

std::vector<model::Field> read_wanted_fields(const Section& rule, const std::vector<model::Field>& known) {
    std::vector<model::Field> wanted;
    for (const model::Field& field : known) {
        const std::optional<Section> values = rule.find(field.name);
        if (!values) continue;
        wanted.push_back(field);
        wanted.back().values = numbers_in(*values);
    }
    return wanted;
}

std::vector<std::string> names_of(const std::vector<model::Field>& fields) {
    std::vector<std::string> names;
    names.reserve(fields.size());
    for (const model::Field& field : fields) names.push_back(field.name);
    return names;
}

}  // namespace sockgrade::spec

#include "spec/read_formats.hh"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hh"
#include "formats/format.hh"
#include "names/expression.hh"
#include "spec/check.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

using model::FieldValue;
using model::FormatField;
using model::Formatted;
using FieldKind = FormatField::Kind;
using Fields = std::vector<FormatField>;

constexpr std::size_t kMostGroups = 4;  // groups in groups

// Why that is no number that the field holds; empty when it is one.
std::string problem_with_number(const FormatField& field, const std::string& text) {
    const auto number = integer_of(text);
    if (number && *number >= 0 && *number <= model::most_of(field)) return {};
    return fmt::format("`{}` has {}: expected a number from 0 to {}, not {}", field.name,
                       field.kind == FieldKind::bits ? count_of(field.bits, "bit")
                                                     : count_of(model::width_of(field.kind), "byte"),
                       model::most_of(field), quote(text, 60));
}

// --- The formats.

class FormatReader {
  public:
    Fields list(const Section& section) {
        Fields fields;
        const std::size_t outside = known_.size();
        const std::vector<Section> items = section.items();
        if (++depth_ > kMostGroups)
            section.problem(fmt::format("groups stand in groups at most {} deep", kMostGroups));
        if (depth_ <= kMostGroups)
            for (const Section& item : items) {
                if (!fields.empty() && fields.back().kind == FieldKind::rest)
                    item.problem(fmt::format("nothing comes behind `{}`, which is all that is left",
                                             fields.back().name));
                fields.push_back(one(item));
            }
        --depth_;
        check_bits(items, fields);
        // The last of a group is still asked whether it is that.
        inside_.assign(known_.begin() + static_cast<std::ptrdiff_t>(outside), known_.end());
        known_.resize(outside);
        return fields;
    }

  private:
    // Every other field begins with a byte.
    static void check_bits(const std::vector<Section>& items, const Fields& fields) {
        std::size_t bits = 0;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const bool is_bits = fields[i].kind == FieldKind::bits;
            if (is_bits) bits += fields[i].bits;
            const bool is_last = i + 1 == fields.size() || fields[i + 1].kind != FieldKind::bits;
            if (!is_bits || !is_last) continue;
            if (bits % 8 != 0)
                items[i].problem(fmt::format("the bits up to here are {}, which fill no bytes: {} missing",
                                             bits,
                                             bits % 8 == 7 ? "1 is" : fmt::format("{} are", 8 - bits % 8)));
            bits = 0;
        }
    }

    // The one key that is no option.
    static std::optional<Section> name_of(const Section& item) {
        std::vector<Section> names;
        if (item.is_map())
            for (const Section& entry : item.entries())
                if (language::find(language::kFormatField, entry.key()) == nullptr) names.push_back(entry);
        if (names.size() > 1) {
            std::vector<std::string> keys;
            for (const language::Key& key : language::kFormatField.keys) keys.emplace_back(key.name);
            names[1].key_problem(
                "a field has one name and one kind; every other field stands in braces of its own",
                nearest_name(names[1].key(), keys));
            return std::nullopt;
        }
        if (names.empty()) {
            item.problem("expected a field and its kind, as in '{ block: u2 }'");
            return std::nullopt;
        }
        return names.front();
    }

    FormatField one(const Section& item) {
        FormatField field;
        const std::optional<Section> name = name_of(item);
        if (!name) return field;
        field.name = name->key();
        if (!is_value_name(field.name) || field.name == "rest")
            name->key_problem(
                "a field's name has lower-case letters, digits and underscores, begins with a "
                "letter, and is no word that stands for something else");
        if (std::find(known_.begin(), known_.end(), field.name) != known_.end() || late_.contains(field.name))
            name->key_problem(fmt::format("'{}' is another field already", field.name));
        check(*name);
        const language::Word* const kind = name->word();
        if (kind == nullptr) {
            known_.push_back(field.name);
            return field;
        }
        field.kind = kind->as<FieldKind>();
        field.is_little = kind->name.ends_with(" le");
        if (field.kind == FieldKind::bits)
            field.bits = whole_number_of(std::string(kind->name.substr(0, kind->name.find(' ')))).value_or(1);
        if (field.kind == FieldKind::rest && depth_ > 1)
            name->problem("only the last field of all can be what is left, and none in a group");
        read_options(item, *name, field);
        return field;
    }

    void read_options(const Section& item, const Section& name, FormatField& field) {
        const auto belongs = [&](const char* key, bool is_right, const char* whose) {
            if (const auto found = item.find(key); found && !is_right)
                found->key_problem(fmt::format("{} belongs to {}", key, whose));
        };
        belongs("size", field.kind == FieldKind::bytes, "`bytes`");
        belongs("of", field.kind == FieldKind::group, "a `group`");
        belongs("is", field.kind != FieldKind::group, "a field; those of a group have their own");
        if (field.kind == FieldKind::bytes && !item.has("size"))
            name.problem("'size' is missing: how many bytes are there?");
        if (field.kind == FieldKind::text && !item.has("is"))
            name.problem("'is' is missing: which text is it?");
        if (field.kind == FieldKind::bytes) read_expression(item, "size", field.size, false);
        if (field.kind == FieldKind::group) return read_group(item, name, field);
        read_is(item, field);
        const bool needs_rest = field.is_computed && uses_rest_;
        if (needs_rest)
            late_.insert(field.name);
        else
            known_.push_back(field.name);
    }

    void read_is(const Section& item, FormatField& field) {
        const auto is = item.find("is");
        const auto text = is ? is->text() : std::nullopt;
        uses_rest_ = false;
        if (!text) return;
        if (!text->starts_with('=')) {
            field.is = *text;
            if (model::is_number(field))
                if (const std::string problem = problem_with_number(field, *text); !problem.empty())
                    is->problem(problem);
            return;
        }
        field.is_computed = true;
        if (field.kind == FieldKind::text) is->problem("a `text` is what it is; `bytes` may be computed");
        field.is = text->substr(1);
        look_at(*is, field.is, field.kind != FieldKind::bits);
    }

    void read_group(const Section& item, const Section& name, FormatField& field) {
        const auto of = item.find("of");
        if (!of) return name.problem("'of' is missing: which fields are there several times?");
        if (item.has("times") == item.has("until"))
            name.problem(
                "a group has `times`, how often it is there, or `until`, what holds of the last one");
        if (item.has("times")) read_expression(item, "times", field.size, false);
        field.fields = list(*of);
        const std::size_t outside = known_.size();
        known_.insert(known_.end(), inside_.begin(), inside_.end());
        if (item.has("until")) read_expression(item, "until", field.until, false);
        known_.resize(outside);
    }

    void read_expression(const Section& item, const char* key, std::string& into, bool knows_rest) {
        const auto found = item.find(key);
        const auto text = found ? found->text() : std::nullopt;
        if (!text) return;
        into = *text;
        look_at(*found, into, knows_rest);
    }

    // What it depends on stands before it.
    void look_at(const Section& section, const std::string& expression, bool knows_rest) {
        try {
            for (const std::string& name : names::Expression::parse(expression).names()) {
                if (name == "rest" && knows_rest) {
                    uses_rest_ = true;
                    continue;
                }
                if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
                if (late_.contains(name))
                    section.problem(
                        fmt::format("'{}' is made of the bytes behind it, so nothing behind it can "
                                    "be made of '{}'",
                                    name, name));
                else
                    section.problem(known_.empty()
                                        ? fmt::format("no field '{}' stands before this one", name)
                                        : fmt::format("no field '{}' stands before this one, but {}", name,
                                                      list_of(known_)),
                                    nearest_name(name, known_));
            }
        } catch (const names::Mistake& mistake) {
            section.problem(fmt::format("this is no expression: {}", mistake.what()), mistake.suggestion());
        }
    }

    std::vector<std::string> known_;   // the fields before, and those around
    std::vector<std::string> inside_;  // those of the list that was read last
    std::set<std::string> late_;
    bool uses_rest_ = false;
    std::size_t depth_ = 0;
};

// --- What a message says.

// "{block}", and nothing else.
std::optional<std::string> lone_name(const std::string& text) {
    try {
        const std::vector<names::Part> parts = names::parts_of(text);
        if (parts.size() == 1 && parts.front().kind == names::Part::Kind::name) return parts.front().text;
    } catch (const names::Mistake&) {  // told where the text is looked at
        return std::nullopt;
    }
    return std::nullopt;
}

class ValueReader {
  public:
    explicit ValueReader(const MessageRules& rules) : rules_(rules) {}

    std::vector<FieldValue> list(const Section& map, const Fields& fields) {
        std::vector<FieldValue> values;
        std::vector<std::string> names;
        for (const FormatField& field : fields) names.push_back(field.name);
        std::set<std::string> seen;
        for (const Section& entry : map.is_map() ? map.entries() : std::vector<Section>{}) {
            const auto field = std::find_if(fields.begin(), fields.end(),
                                            [&](const FormatField& one) { return one.name == entry.key(); });
            if (!seen.insert(entry.key()).second)
                entry.key_problem("this field stands here twice");
            else if (field == fields.end())
                entry.key_problem(fmt::format("no such field; expected {}", list_of(names, "or")),
                                  nearest_name(entry.key(), names));
            else
                values.push_back(one(entry, *field));
        }
        if (!map.is_map()) map.problem("expected fields and what they say, as in '{ block: 1 }'");
        return values;
    }

  private:
    FieldValue one(const Section& section, const FormatField& field) {
        FieldValue value;
        value.name = field.name;
        if (field.kind == FieldKind::group) {
            if (!section.is_list()) {
                section.problem(
                    fmt::format("`{}` is a group: expected a list, a map of fields for each", field.name));
                return value;
            }
            check(section);
            for (const Section& item : section.items()) value.items.push_back(list(item, field.fields));
            return value;
        }
        if (!section.is_text()) {
            section.problem(fmt::format("expected what `{}` says: {}", field.name,
                                        model::is_number(field) ? "a number" : "a text"));
            return value;
        }
        value.text = *section.text();
        if (const auto name = lone_name(value.text); name && is_new(*name)) {
            capture(section, *name);
            value.captures = *name;
            value.text.clear();
            return value;
        }
        check_text(section, value.text, rules_);
        if (model::is_number(field) && section.is_sound() && names::names_in(value.text).empty() &&
            value.text.find("{=") == std::string::npos)
            if (const std::string problem = problem_with_number(field, value.text); !problem.empty())
                section.problem(problem);
        return value;
    }

    // A name that stands for nothing yet. Of an actor that is none its place is asked for, and nothing taken.
    bool is_new(const std::string& name) const {
        const bool is_numbered = rules_.is_numbered && (name == "n" || name == "i");
        const bool is_drawn = name == "word" || name == "pangram";
        return rules_.captured != nullptr && !is_numbered && !is_drawn &&
               name.find('.') == std::string::npos && !rules_.scope->is_known(name);
    }

    void capture(const Section& section, const std::string& name) {
        if (!is_value_name(name))
            section.problem(fmt::format(
                "{{{0}}} stands for nothing before this step, so it takes what comes, and what is "
                "taken needs a name of lower-case letters, digits and underscores that is not {1}",
                name, list_of(reserved_names(), "or")));
        else if (!rules_.captured->insert(name).second)
            section.problem(
                fmt::format("{{{}}} takes what comes in another field of this message; what it "
                            "stands for is known in the next step",
                            name));
        else
            rules_.scope->note_capture(name, section);
    }

    const MessageRules& rules_;
};

}  // namespace

std::vector<Formatted> read_formats(const Section& map) {
    std::vector<Formatted> formats;
    const std::vector<Section> entries = map.is_map() ? map.entries() : std::vector<Section>{};
    if (entries.empty() || entries.size() > language::kMostFormats) {
        map.problem(fmt::format(
            "expected 1 to {} formats, such as '{{ ack: [{{ op: u2, is: 4 }}, {{ block: u2 }}] }}'",
            language::kMostFormats));
        return formats;
    }
    for (const Section& entry : entries) {
        if (!is_name(entry.key()))
            entry.key_problem("a name has lower-case letters, digits and dashes, and begins with a letter");
        for (const Formatted& other : formats)
            if (other.name == entry.key()) entry.key_problem("this format stands here twice");
        check(entry);
        formats.push_back({entry.key(), FormatReader().list(entry), {}});
    }
    return formats;
}

std::optional<Formatted> read_fields_said(const Section& section, const MessageRules& rules) {
    const Section named = *section.find("format");
    const std::string name = named.text().value_or("");
    const std::vector<Formatted>& known = rules.scope->formats();
    const auto format =
        std::find_if(known.begin(), known.end(), [&](const Formatted& one) { return one.name == name; });
    if (format == known.end()) {
        std::vector<std::string> names;
        for (const Formatted& one : known) names.push_back(one.name);
        if (names.empty())
            named.problem("the spec has no `formats`");
        else
            named.problem(fmt::format("there is no such format; the spec has {}", list_of(names)),
                          nearest_name(name, names));
        return std::nullopt;
    }
    Formatted message = *format;
    if (const auto with = section.find("with"))
        message.values = ValueReader(rules).list(*with, format->fields);
    return message;
}

model::Message read_formatted(const Section& section, const MessageRules& rules) {
    model::Message message;
    message.form = model::Message::Form::format;
    message.formatted = read_fields_said(section, rules).value_or(Formatted{});
    if (rules.is_awaited || !section.is_sound()) return message;
    if (const std::vector<std::string> unsaid = formats::unsaid(*message.formatted); !unsaid.empty())
        section.problem(fmt::format("nothing says what {} {}: write 'with: {{ {}: ... }}'", list_of(unsaid),
                                    unsaid.size() == 1 ? "is" : "are", unsaid.front()));
    return message;
}

bool fields_use(const std::vector<FieldValue>& values, const std::string& name) {
    return std::any_of(values.begin(), values.end(), [&](const FieldValue& value) {
        return template_uses(value.text, name) ||
               std::any_of(value.items.begin(), value.items.end(),
                           [&](const auto& item) { return fields_use(item, name); });
    });
}

}  // namespace sockgrade::spec

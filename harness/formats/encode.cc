#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hh"
#include "formats/format.hh"
#include "names/digests.hh"
#include "names/expression.hh"

namespace sockgrade::formats {

using model::FieldValue;
using model::FormatField;
using names::Value;
using Kind = FormatField::Kind;

namespace {

using Fields = std::vector<FormatField>;
using Values = std::vector<FieldValue>;

const FieldValue* said(const Values& values, const std::string& name) {
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const FieldValue& one) { return one.name == name; });
    return found == values.end() ? nullptr : &*found;
}

// The field whose length this one is.
const FormatField* measured_by(const Fields& fields, const std::string& name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FormatField& one) { return one.size == name; });
    return found == fields.end() ? nullptr : &*found;
}

bool needs_rest(const FormatField& field) {
    if (!field.is_computed) return false;
    const std::vector<std::string> names = names_in_expression(field.is);
    return std::find(names.begin(), names.end(), "rest") != names.end();
}

std::uint64_t number_of(const FormatField& field, const Value& value, const std::string& name) {
    const auto* number = std::get_if<std::int64_t>(&value.what);
    if (number == nullptr)
        throw names::Mistake(fmt::format("`{}` is {}, and has to be a number", name, shown(value)));
    if (*number < 0 || *number > model::most_of(field))
        throw names::Mistake(fmt::format("`{}` is {}, and has room for a number from 0 to {}", name, *number,
                                         model::most_of(field)));
    return static_cast<std::uint64_t>(*number);
}

std::string number_bytes(const FormatField& field, const Value& value, const std::string& name) {
    const auto width = static_cast<unsigned>(model::width_of(field.kind));
    const std::uint64_t bits = number_of(field, value, name);
    return field.is_little ? names::little_endian(bits, width) : names::big_endian(bits, width);
}

class Encoder {
  public:
    // `behind`: the bytes that follow all of these.
    std::string list(const Fields& fields, const Values& values, const std::string& prefix,
                     const std::string& behind) {
        scopes_.emplace_back();
        for (const FormatField& field : fields)
            if (const auto value = known(fields, field, values)) scopes_.back()[field.name] = *value;
        std::string bytes = behind;
        std::string bits;  // '0' and '1', of fields that fill their bytes together
        for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
            if (field->kind != Kind::bits) {
                bytes.insert(0, one(*field, values, prefix + field->name, bytes));
                continue;
            }
            bits.insert(0, bits_of(*field, prefix + field->name, bytes));
            for (; bits.size() >= 8; bits.resize(bits.size() - 8))
                bytes.insert(0, 1, byte_of(bits.substr(bits.size() - 8)));
        }
        bytes.resize(bytes.size() - behind.size());
        scopes_.pop_back();
        return bytes;
    }

  private:
    // What is sure without the bytes behind.
    std::optional<Value> known(const Fields& fields, const FormatField& field, const Values& values) {
        if (field.kind == Kind::group) return std::nullopt;
        if (const FieldValue* const one = said(values, field.name)) return value_of(field, one->bytes);
        if (field.kind == Kind::text) return Value{field.is};
        if (!field.is.empty() && !field.is_computed) return value_of(field, field.is);
        if (field.is_computed && !needs_rest(field)) return evaluate(field.is, {});
        const FormatField* const measured = measured_by(fields, field.name);
        const FieldValue* const its = measured == nullptr ? nullptr : said(values, measured->name);
        if (its == nullptr) return std::nullopt;
        return Value{
            static_cast<std::int64_t>(measured->kind == Kind::group ? its->items.size() : its->bytes.size())};
    }

    static Value value_of(const FormatField& field, const std::string& text) {
        return model::is_number(field) ? names::number_or_text(text) : Value{text};
    }

    const Value& value_for(const FormatField& field, const std::string& name, const std::string& behind) {
        auto value = scopes_.back().find(field.name);
        if (value == scopes_.back().end() && needs_rest(field))
            value = scopes_.back().emplace(field.name, evaluate(field.is, behind)).first;
        if (value == scopes_.back().end())
            throw names::Mistake(fmt::format("nothing says what `{}` is", name));
        return value->second;
    }

    std::string bits_of(const FormatField& field, const std::string& name, const std::string& behind) {
        const std::uint64_t number = number_of(field, value_for(field, name, behind), name);
        std::string bits;
        for (std::size_t i = field.bits; i-- > 0;) bits += ((number >> i) & 1U) != 0 ? '1' : '0';
        return bits;
    }

    static char byte_of(const std::string& bits) {
        unsigned byte = 0;
        for (const char bit : bits) byte = byte * 2 + (bit == '1' ? 1U : 0U);
        return static_cast<char>(byte);
    }

    std::string one(const FormatField& field, const Values& values, const std::string& name,
                    const std::string& behind) {
        if (field.kind == Kind::group) return group(field, values, name, behind);
        const Value& value = value_for(field, name, behind);
        if (model::is_number(field)) return number_bytes(field, value, name);
        std::string text = names::as_text(value);
        if (field.kind == Kind::cstring && text.find('\0') != std::string::npos)
            throw names::Mistake(fmt::format("`{}` has a NUL in it, which would end it", name));
        return field.kind == Kind::cstring ? text + '\0' : text;
    }

    std::string group(const FormatField& field, const Values& values, const std::string& name,
                      const std::string& behind) {
        const FieldValue* const its = said(values, field.name);
        std::string bytes = behind;
        if (its != nullptr)
            for (std::size_t i = its->items.size(); i-- > 0;)
                bytes.insert(0, list(field.fields, its->items[i], fmt::format("{}[{}].", name, i), bytes));
        bytes.resize(bytes.size() - behind.size());
        return bytes;
    }

    Value evaluate(const std::string& expression, const std::string& rest) {
        return names::Expression::parse(expression).evaluate([&](const std::string& name) -> Value {
            if (name == "rest") return {rest};
            for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
                if (const auto found = scope->find(name); found != scope->end()) return found->second;
            throw names::Mistake(fmt::format("{} stands for nothing", name));
        });
    }

    std::vector<std::map<std::string, Value>> scopes_;
};

void find_unsaid(const Fields& fields, const Values& values, const std::string& prefix,
                 std::vector<std::string>& unsaid) {
    for (const FormatField& field : fields) {
        const FieldValue* const its = said(values, field.name);
        if (its == nullptr) {
            const FormatField* const measured = measured_by(fields, field.name);
            const bool is_measured = measured != nullptr && model::is_number(field);
            if (field.is.empty() && !is_measured) unsaid.push_back(prefix + field.name);
            continue;
        }
        for (std::size_t i = 0; i < its->items.size(); ++i)
            find_unsaid(field.fields, its->items[i], fmt::format("{}{}[{}].", prefix, field.name, i), unsaid);
    }
}

}  // namespace

std::string encode(const model::Formatted& message) {
    return Encoder().list(message.fields, message.values, "", "");
}

std::vector<std::string> unsaid(const model::Formatted& message) {
    std::vector<std::string> all;
    find_unsaid(message.fields, message.values, "", all);
    return all;
}

}  // namespace sockgrade::formats

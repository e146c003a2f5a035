#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.hh"
#include "formats/format.hh"
#include "names/expression.hh"

namespace sockgrade::formats {

using model::FormatField;
using names::Value;
using Kind = FormatField::Kind;

namespace {

// What a number may be: one of eight bytes can be larger, and is then the text of its digits.
Value number_in(std::string_view bytes, bool is_little) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        number = (number << 8U) | static_cast<unsigned char>(bytes[is_little ? bytes.size() - 1 - i : i]);
    if (number > static_cast<std::uint64_t>(INT64_MAX)) return {std::to_string(number)};
    return {static_cast<std::int64_t>(number)};
}

class Decoder {
  public:
    Decoder(std::string_view bytes, Decoded& decoded) : bytes_(bytes), decoded_(decoded) {}

    bool list(const std::vector<FormatField>& fields, const std::string& prefix) {
        for (const FormatField& field : fields)
            if (!one(field, prefix + field.name)) return false;
        return true;
    }

  private:
    using Scope = std::map<std::string, Value>;

    bool one(const FormatField& field, const std::string& name) {
        if (decoded_.parts.size() >= kMostParts)
            return broken(name, fmt::format("there are more than {} fields before it", kMostParts));
        switch (field.kind) {
            case Kind::u1:
            case Kind::u2:
            case Kind::u4:
            case Kind::u8:
                return take(field, name, model::width_of(field.kind));
            case Kind::bits:
                return take_bits(field, name);
            case Kind::text:
                return take(field, name, field.is.size());
            case Kind::rest:
                return take(field, name, left());
            case Kind::cstring: {
                const std::size_t end = bytes_.find('\0', decoded_.used);
                if (end == std::string_view::npos)
                    return missing(name, "no NUL ends it (a byte of the value 0)");
                return take(field, name, end + 1 - decoded_.used);
            }
            case Kind::bytes: {
                const auto size = count_of_field(field.size, name);
                return size && take(field, name, *size);
            }
            case Kind::group:
                return group(field, name);
        }
        return false;
    }

    bool take(const FormatField& field, const std::string& name, std::size_t size) {
        if (size > left())
            return missing(name, fmt::format("it takes {} from byte {} on, and {}", count_of(size, "byte"),
                                             decoded_.used,
                                             left() == 0   ? "nothing is left"
                                             : left() == 1 ? std::string("only 1 is left")
                                                           : fmt::format("only {} are left", left())));
        const std::string_view own = bytes_.substr(decoded_.used, size);
        Part part{name, decoded_.used, size, {}, {}};
        part.value = model::is_number(field)       ? number_in(own, field.is_little)
                     : field.kind == Kind::cstring ? Value{std::string(own.substr(0, size - 1))}
                                                   : Value{std::string(own)};
        decoded_.used += size;
        return keep(field, std::move(part));
    }

    bool keep(const FormatField& field, Part part) {
        if (!field.is.empty() && !constant(field, part)) return false;
        scopes_.back()[field.name] = part.value;
        decoded_.parts.push_back(std::move(part));
        return true;
    }

    // Its bytes are those that it has a part in.
    bool take_bits(const FormatField& field, const std::string& name) {
        const std::size_t size = (bit_ + field.bits + 7) / 8;
        if (size > left())
            return missing(name, fmt::format("it takes {} of byte {}, and nothing is left",
                                             count_of(field.bits, "bit"), decoded_.used + size - 1));
        std::int64_t number = 0;
        for (std::size_t i = bit_; i < bit_ + field.bits; ++i) {
            const auto byte = static_cast<unsigned char>(bytes_[decoded_.used + i / 8]);
            number = number * 2 + ((byte >> (7 - i % 8)) & 1);
        }
        Part part{name, decoded_.used, size, {number}, {}};
        bit_ += field.bits;
        decoded_.used += bit_ / 8;
        bit_ %= 8;
        return keep(field, std::move(part));
    }

    bool constant(const FormatField& field, Part& part) {
        if (!field.is_computed) {
            part.should = std::holds_alternative<std::int64_t>(part.value.what)
                              ? names::number_or_text(field.is)
                              : Value{field.is};
            return true;
        }
        uses_rest_ = false;
        try {
            part.should = evaluate(field.is);
            part.is_of_rest = uses_rest_;
        } catch (const names::Mistake& mistake) {
            return broken(part.name, fmt::format("what it should be cannot be computed: {}", mistake.what()));
        }
        return true;
    }

    bool group(const FormatField& field, const std::string& name) {
        std::optional<std::size_t> times;
        if (!field.size.empty()) {
            times = count_of_field(field.size, name);
            if (!times) return false;
        }
        for (std::size_t i = 0; !times || i < *times; ++i) {
            if (i >= kMostParts)
                return broken(name, fmt::format("it is there more than {} times", kMostParts));
            scopes_.emplace_back();
            if (!list(field.fields, fmt::format("{}[{}].", name, i))) return false;
            bool is_last = false;
            if (!times) {
                try {
                    is_last = evaluate(field.until) == Value{std::int64_t{1}};
                } catch (const names::Mistake& mistake) {
                    return broken(name, fmt::format("its end cannot be found: {}", mistake.what()));
                }
            }
            scopes_.pop_back();
            if (is_last) break;
        }
        return true;
    }

    std::optional<std::size_t> count_of_field(const std::string& expression, const std::string& name) {
        try {
            const Value value = evaluate(expression);
            const auto* number = std::get_if<std::int64_t>(&value.what);
            if (number != nullptr && *number >= 0) return static_cast<std::size_t>(*number);
            broken(name, fmt::format("its length would be {}", shown(value)));
        } catch (const names::Mistake& mistake) {
            broken(name, fmt::format("its length cannot be computed: {}", mistake.what()));
        }
        return std::nullopt;
    }

    // Each look at what is left makes a copy of it: there are only so many.
    Value evaluate(const std::string& expression) {
        return names::Expression::parse(expression).evaluate([&](const std::string& name) -> Value {
            if (name == "rest") {
                uses_rest_ = true;
                work_ += left();
                if (work_ > kMostWork) throw names::Mistake("this takes too long");
                return {std::string(bytes_.substr(decoded_.used))};
            }
            for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
                if (const auto found = scope->find(name); found != scope->end()) return found->second;
            throw names::Mistake(fmt::format("{} stands for nothing", name));
        });
    }

    std::size_t left() const { return bytes_.size() - decoded_.used; }
    bool broken(const std::string& name, std::string why) {
        decoded_.broken_at = name;
        decoded_.problem = std::move(why);
        return false;
    }
    bool missing(const std::string& name, std::string why) {
        decoded_.needs_more = true;
        return broken(name, std::move(why));
    }

    static constexpr std::size_t kMostWork = std::size_t{64} << 20;
    std::string_view bytes_;
    Decoded& decoded_;
    std::vector<Scope> scopes_{1};
    std::size_t work_ = 0;
    bool uses_rest_ = false;
    std::size_t bit_ = 0;  // how many of the next byte are taken
};

}  // namespace

Decoded decode(const std::vector<FormatField>& fields, std::string_view bytes) {
    Decoded decoded;
    Decoder(bytes, decoded).list(fields, "");
    return decoded;
}

bool has_own_end(const std::vector<FormatField>& fields) {
    return std::none_of(fields.begin(), fields.end(), [](const FormatField& field) {
        return field.kind == Kind::rest || !has_own_end(field.fields);
    });
}

std::vector<std::string> names_in_expression(const std::string& expression) {
    return names::Expression::parse(expression).names();
}

std::string shown(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.what)) return quote(*text, 60);
    return kind_of(value) == "a list" ? "a list" : names::as_text(value);
}

}  // namespace sockgrade::formats

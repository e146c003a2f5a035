// JSON values to plain data, by the lists in fields.hh. A record may come from anywhere, so nothing in it is
// taken on trust: each mistake is a UsageError that names the place.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "record/bytes.hh"
#include "record/event_fields.hh"
#include "record/names.hh"

namespace sockgrade::record {

// A place in a document, put into words only when something is wrong there: events[3].from.port
struct Where {
    const Where* outer = nullptr;
    std::string_view key;
    std::optional<std::size_t> index;

    std::string to_string() const;
    [[noreturn]] void fail(const std::string& message) const;
};

class Reader {
  public:
    using Value = nlohmann::json;

    template <class T>
    static void object(const Value& value, const Where& where, T& into) {
        if (!value.is_object()) where.fail(fmt::format("an object was expected, not {}", kind_of(value)));
        Reader reader(value, where);
        fields(reader, into);
        reader.refuse_others();
    }

    template <class T>
    void operator()(const char* key, T& into) {
        read(member(key), Where{&where_, key, {}}, into);
    }
    // What older records, and most of the others, do not have.
    template <class T>
    void if_any(const char* key, std::optional<T>& into) {
        into.reset();
        if (object_.contains(key)) (*this)(key, into.emplace());
    }
    template <class Variant>
    void one_of(const char* key, Variant& into) {
        const Where where{&where_, key, {}};
        const std::size_t index = index_of(member(key), where, Alternatives<Variant>::kNames);
        choose(index, into, std::make_index_sequence<std::variant_size_v<Variant>>());
        std::visit([&](auto& alternative) { fields(*this, alternative); }, into);
    }

    // Takes note of a key that is not one of a struct's.
    const Value& member(const char* key);
    static const char* kind_of(const Value& value);

  private:
    Reader(const Value& value, const Where& where) : object_(value), where_(where) {}

    void refuse_others() const;

    template <class Names>
    static std::size_t index_of(const Value& value, const Where& where, const Names& names) {
        if (!value.is_string()) where.fail(fmt::format("a name was expected, not {}", kind_of(value)));
        const auto& name = value.get_ref<const std::string&>();
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            where.fail(fmt::format("{} is not one of {}", quote(name, 60), fmt::join(names, ", ")));
        return static_cast<std::size_t>(found - names.begin());
    }
    template <class Variant, std::size_t... indices>
    static void choose(std::size_t index, Variant& into, std::index_sequence<indices...>) {
        ((index == indices ? (void)into.template emplace<indices>() : void()), ...);
    }

    static void read(const Value& value, const Where& where, std::string& into);
    static void read(const Value& value, const Where& where, bool& into);
    static void read(const Value& value, const Where& where, std::chrono::milliseconds& into);
    template <class T>
    requires std::integral<T>
    static void read(const Value& value, const Where& where, T& into) {
        const bool fits = value.is_number_unsigned()
                              ? std::in_range<T>(value.get<std::uint64_t>())
                              : value.is_number_integer() && std::in_range<T>(value.get<std::int64_t>());
        if (!fits)
            where.fail(fmt::format("a whole number from {} to {} was expected", std::numeric_limits<T>::min(),
                                   std::numeric_limits<T>::max()));
        into = value.get<T>();
    }
    template <class T>
    requires std::is_enum_v<T>
    static void read(const Value& value, const Where& where, T& into) {
        into = static_cast<T>(index_of(value, where, names_of(T{})));
    }
    template <class T>
    static void read(const Value& value, const Where& where, std::optional<T>& into) {
        into.reset();
        if (!value.is_null()) read(value, where, into.emplace());
    }
    // Older transcripts have the sentence that is made of it.
    static void read(const Value& value, const Where& where, model::Waits& into);
    template <class T>
    static void read(const Value& value, const Where& where, std::vector<T>& into) {
        if (!value.is_array()) where.fail(fmt::format("a list was expected, not {}", kind_of(value)));
        into.clear();
        into.reserve(value.size());
        for (std::size_t i = 0; i < value.size(); ++i)
            read(value[i], Where{&where, {}, i}, into.emplace_back());
    }
    template <class T>
    requires std::is_class_v<T>
    static void read(const Value& value, const Where& where, T& into) { object(value, where, into); }

    const Value& object_;
    const Where& where_;
    std::vector<std::string_view> known_;
};

}  // namespace sockgrade::record

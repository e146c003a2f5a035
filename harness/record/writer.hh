// Plain data to JSON values, by the lists in fields.hh.
#pragma once

#include <chrono>
#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "record/bytes.hh"
#include "record/event_fields.hh"
#include "record/names.hh"

namespace sockgrade::record {

class Writer {
  public:
    using Value = nlohmann::ordered_json;

    template <class T>
    static Value object(const T& value) {
        Writer writer;
        fields(writer, value);
        return std::move(writer.object_);
    }

    template <class T>
    void operator()(const char* key, const T& value) {
        object_.push_back({key, write(value)});
    }
    // What few have is left out where it is not there.
    template <class T>
    void if_any(const char* key, const std::optional<T>& value) {
        if (value) (*this)(key, *value);
    }
    // A variant: which alternative it is under `key`, its fields beside that.
    template <class Variant>
    void one_of(const char* key, const Variant& value) {
        object_.push_back({key, Alternatives<Variant>::kNames.at(value.index())});
        std::visit([&](const auto& alternative) { fields(*this, alternative); }, value);
    }

  private:
    static Value write(const std::string& text) { return bytes_to_value(text); }
    static Value write(std::chrono::milliseconds time) { return time.count(); }
    template <class T>
    requires std::integral<T>
    static Value write(T number) { return number; }
    template <class T>
    requires std::is_enum_v<T>
    static Value write(T value) { return names_of(value).at(static_cast<std::size_t>(value)); }
    template <class T>
    static Value write(const std::optional<T>& value) {
        return value ? write(*value) : Value(nullptr);
    }
    template <class T>
    static Value write(const std::vector<T>& items) {
        Value array = Value::array();
        for (const T& item : items) array.push_back(write(item));
        return array;
    }
    template <class T>
    requires std::is_class_v<T>
    static Value write(const T& value) { return object(value); }

    Value object_ = Value::object();
};

}  // namespace sockgrade::record

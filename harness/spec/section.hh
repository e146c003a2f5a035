// One value of a spec with its key path: the only way to read one. Whatever is wrong is noted with where it
// stands and reading goes on with nothing in its place, so that one run shows every mistake.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hh"
#include "spec/keys.hh"
#include "spec/value.hh"

namespace sockgrade::spec {

class Problems {
  public:
    explicit Problems(std::string file) : file_(std::move(file)) {}

    void add(Where where, std::string path, std::string message, std::string suggestion = {});
    // Those of another file that this one names.
    void add(const std::vector<SpecProblem>& others);
    std::size_t count() const { return problems_.size(); }
    // File after file, each in its order.
    void throw_if_any() const;

  private:
    std::string file_;
    std::vector<SpecProblem> problems_;
};

class Section {
  public:
    Section(ValuePtr root, Problems& problems)
        : value_(std::move(root)), problems_(&problems), key_at_(value_->where) {}

    const std::string& path() const { return path_; }
    const std::string& key() const { return key_; }  // under which it stands in its map
    int line() const { return key_at_.line; }

    bool is_text() const { return value_->kind == Value::Kind::text; }
    bool is_list() const { return value_->kind == Value::Kind::list; }
    bool is_map() const { return value_->kind == Value::Kind::map; }

    // Is it a map with the keys of that place? Notes keys that are unknown, repeated or missing; true when it
    // is a map at all, so that what is right in it is still read.
    // `more`: keys that this spec has there besides.
    bool is(const Place& place, const std::vector<std::string>& more = {}) const;
    // The same for a map that takes one of several forms, told by a key that only one of them has.
    const Form* is_one_of(Forms forms) const;

    bool has(std::string_view key) const;
    std::optional<Section> find(std::string_view key) const;
    std::vector<Section> entries() const;
    std::vector<Section> items(std::size_t most) const;

    // Nothing, with a problem noted, when it is not that.
    std::optional<std::string> text() const;
    std::optional<std::size_t> number(std::size_t least, std::size_t most) const;
    std::optional<bool> yes_or_no() const;
    std::optional<std::size_t> index_in(const std::vector<std::string>& words) const;
    template <typename T>
    std::optional<T> one_of(Words<T> words) const {
        const std::optional<std::size_t> index = index_in(names_of(words));
        return index ? std::optional<T>(words[*index].value) : std::nullopt;
    }

    void problem(std::string message, std::string suggestion = {}) const;
    // About the key rather than what stands behind it.
    void key_problem(std::string message, std::string suggestion = {}) const;
    std::size_t problems_so_far() const { return problems_->count(); }

  private:
    Section(const Section& parent, ValuePtr value, std::string path, Where key_at)
        : value_(std::move(value)), problems_(parent.problems_), path_(std::move(path)), key_at_(key_at) {}

    Section at(const Entry& entry) const;
    void check_keys(const std::vector<std::string>& known) const;
    void wrong_kind(std::string_view wanted) const;

    ValuePtr value_;
    Problems* problems_;
    std::string path_;
    std::string key_;
    Where key_at_;
};

}  // namespace sockgrade::spec

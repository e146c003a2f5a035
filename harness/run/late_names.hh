// What names stand for that nobody knows before the case runs: what is captured of what the program sends,
// and where a peer is. Messages with these are filled in when they are sent or awaited.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.hh"
#include "model/plan.hh"
#include "names/value.hh"

namespace sockgrade::run {

class LateNames {
  public:
    // Where a peer's own end is; nothing as long as it has none.
    using PlaceOf = std::function<std::optional<model::Address>(const std::string& actor)>;

    LateNames(const model::Plan& plan, PlaceOf place_of) : plan_(plan), place_of_(std::move(place_of)) {}

    void take(const Captures& captures) {
        for (const auto& [name, text] : captures) captured_[name] = text;
    }

    // False when one of its names stands for nothing: what was to capture it has not come. Throws
    // names::Mistake where they are known, and it comes to nothing all the same.
    bool fill(model::Step& step) const;

  private:
    std::optional<names::Value> value_of(const std::string& name, std::size_t time) const;
    bool fill(model::Message& message, bool is_pattern, std::size_t time) const;
    bool fill(std::vector<model::FieldValue>& values, std::size_t time) const;
    // What is sent needs its bytes, too.
    bool fill_sent(model::Message& message, std::size_t time) const;

    const model::Plan& plan_;
    PlaceOf place_of_;
    std::map<std::string, std::string> captured_;
};

}  // namespace sockgrade::run

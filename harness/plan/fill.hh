// Makes the bytes of a case's messages from their recipes.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/spec.hh"
#include "names/template.hh"
#include "plan/word_source.hh"

namespace sockgrade::plan {

// A value of `vary`, chosen.
struct Chosen {
    std::string name;
    std::string value;
};

class Filler {
  public:
    using ReadFile = std::function<std::string(const std::string& path)>;

    Filler(std::uint64_t seed, std::optional<Chosen> chosen, model::Transport transport, ReadFile read_file);

    // What names stand for (plan/values.hh), and which of them nobody knows before the case runs: texts with
    // these stay templates (Message::late).
    void know(std::vector<model::NamedValue> values, std::set<std::string> late) {
        values_ = std::move(values);
        late_ = std::move(late);
    }

    // The places of the messages of a step, or of the lines of a message, that stay where others are left
    // out: these are counted anew, and no word becomes another for it. Null: all.
    using Kept = std::vector<std::size_t>;

    void fill(model::Message& message, std::size_t number = 1, const Kept* kept = nullptr);
    void fill(model::FileGiven& file);
    // `given`: what the program is given, filled in.
    void fill(model::Step& step, const std::string& given, const Kept* kept = nullptr);
    // What a fault asks for in the fields of a datagram: nothing in it is known only late.
    void fill(model::Formatted& message);
    // {name} of the chosen value only: for a fault's text.
    std::string with_chosen(const std::string& text) const;

  private:
    // The number of a message among its like, which of its lines stay, and how many bytes it may have.
    struct Extent {
        std::size_t number = 1;
        const Kept* kept = nullptr;
        std::size_t most = 0;
    };
    std::size_t most_sent() const;
    void fill(model::Message& message, const Extent& extent);
    // What is sent has its bytes, too, where all of it is known.
    void fill_sent(model::Message& message, std::size_t number);
    void check_size(const model::Message& message, std::size_t most) const;
    void fill_rules(model::Whenever& whenever, std::size_t number);
    void fill_values(std::vector<model::FieldValue>& values, std::size_t number, std::string& late);
    void fill_expected(model::Expect& expect, const std::string& given);
    std::string text_of(const std::string& text, std::size_t number);
    std::optional<std::string> value_of(const names::Part& part, std::size_t number);
    std::optional<std::string> value_named(const std::string& name, std::size_t number);
    names::Filled filled(const std::string& text, std::size_t number, names::Mode mode);
    names::Filled bytes_of(const model::Message& message, const Extent& extent);
    void fill_prints(model::Prints& prints, std::size_t number);
    void fill_wanted(model::Wanted& wanted, std::size_t number, std::size_t most);
    std::string read(const std::string& path, std::size_t most) const;

    std::uint64_t seed_;
    std::uint64_t messages_ = 0;
    std::uint64_t pangrams_ = 0;
    WordSource words_;
    std::optional<Chosen> chosen_;
    model::Transport transport_;
    ReadFile read_file_;
    std::vector<model::NamedValue> values_;
    std::set<std::string> late_;
};

// What is captured in these steps, and where their actors are.
std::set<std::string> known_only_late(const std::vector<model::Step>& steps);

// Where typed lines are expected: those that were typed since the expectation before.
void expect_what_is_typed(std::vector<model::Step>& steps);

}  // namespace sockgrade::plan

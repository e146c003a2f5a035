// Which names a text of a case may have at its place, and whether the program can know by then what they
// stand for: grows as the steps are read, in their order.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/format.hh"
#include "names/template.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// What is sure to be as it is from the plan on; that it is captured in a step.
struct KnownName {
    std::set<std::string> drawn{};  // the values by chance that it is made of
    std::size_t longest = 0;        // bytes; 0: nobody can say
    bool is_captured = false;
};

class Scope {
  public:
    explicit Scope(Vary vary = {}) : vary_(std::move(vary)) {}

    const Vary& vary() const { return vary_; }
    const KnownName* find(const std::string& name) const;
    std::vector<std::string> names() const;  // of `vary` too

    void add(const std::string& name, KnownName known) { names_[name] = std::move(known); }
    void remove(const std::string& name) { names_.erase(name); }
    void add_actor(const std::string& actor) { actors_.insert(actor); }
    // The rules of a peer are judged without knowing where anybody is.
    void begin_rules() { is_in_rules_ = true; }
    void end_rules() { is_in_rules_ = false; }
    // Where it will be captured, for a text that uses it too early.
    void will_capture(const std::string& name, int line) { later_.try_emplace(name, line); }
    // What a rule of a peer captures is known in that rule alone.
    void leave_rule(const std::string& name, int line) {
        names_.erase(name);
        rules_.try_emplace(name, line);
    }

    // "client.port", "client.host": an actor of the case.
    bool is_place_of_actor(const std::string& name) const;
    std::vector<std::string> places_of_actors() const;
    bool is_known(const std::string& name) const;
    // It stands for something elsewhere.
    bool is_known_elsewhere(const std::string& name) const {
        return later_.contains(name) || (is_in_rules_ && is_place_of_actor(name));
    }
    // Why a name is not known here, with the nearest one that is.
    void refuse(const Section& section, const std::string& name) const;

    // The formats of the spec.
    void set_formats(const std::vector<model::Formatted>* formats) { formats_ = formats; }
    const std::vector<model::Formatted>& formats() const {
        static const std::vector<model::Formatted> none;
        return formats_ == nullptr ? none : *formats_;
    }
    // What a field captures: a slip in a name looks like this, so something has to use it.
    void note_capture(const std::string& name, const Section& section) { unused_.emplace(name, section); }
    void use(const std::string& name) {
        unused_.erase(name);
        used_.insert(name);
    }
    bool is_used(const std::string& name) const { return used_.contains(name); }
    const std::map<std::string, Section>& unused() const { return unused_; }

    // Steps that are repeated have {n} and {i}.
    void set_repeated(bool is_repeated) { is_repeated_ = is_repeated; }
    bool is_repeated() const { return is_repeated_; }

    // The program gets a text with this name in it.
    void tell(const std::string& name);
    // Values by chance that it is made of, and that the program has not got.
    std::vector<std::string> untold(const std::string& name) const;

  private:
    std::set<std::string> drawn_in(const std::string& name) const;

    Vary vary_;
    std::map<std::string, KnownName> names_;
    std::set<std::string> actors_;
    std::map<std::string, int> later_;
    std::map<std::string, int> rules_;
    bool is_in_rules_ = false;
    std::set<std::string> told_;
    bool is_repeated_ = false;
    const std::vector<model::Formatted>* formats_ = nullptr;
    std::map<std::string, Section> unused_;
    std::set<std::string> used_;
};

// Is that what a value, or what is captured, may be called?
bool is_value_name(const std::string& name);

// Names that stand for something in every message, in an argument, or in a list of messages.
const std::vector<std::string>& reserved_names();

}  // namespace sockgrade::spec

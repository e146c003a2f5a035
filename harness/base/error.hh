// The errors that users cause. What the system does to us is a SystemError (system/), what a student's
// program does is never an error but an event.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace sockgrade {

// Wrong arguments, a missing program: one clear message, exit status 2.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// One thing wrong with a spec, with where it stands.
struct SpecProblem {
    std::string file;
    int line = 0;            // 1-based
    int column = 0;          // 1-based
    std::string path;        // of the key, e.g. cases[2].steps[0].client.send
    std::string message;     // what is wrong and what was expected
    std::string suggestion;  // the nearest valid name, or empty

    // "specs/x.yaml:12:7: cases[2].levle: unknown key; did you mean 'level'?"
    std::string to_string() const;

    friend bool operator==(const SpecProblem&, const SpecProblem&) = default;
};

// Everything that is wrong with a spec, not only the first thing; exit status 2.
class SpecError : public std::runtime_error {
  public:
    explicit SpecError(std::vector<SpecProblem> problems);
    const std::vector<SpecProblem>& problems() const { return problems_; }

  private:
    std::vector<SpecProblem> problems_;
};

}  // namespace sockgrade

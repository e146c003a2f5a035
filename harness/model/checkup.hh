// What a machine can do for grading: what `sockgrade doctor` finds.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::model {

struct Ability {
    std::string name;  // "own-network"
    bool works = false;
    std::string detail;   // works: what it is, or its version; otherwise what the system said
    std::string lost;     // what that means for grading; empty where nothing is lost
    std::string remedy;   // what would help; may be empty
    std::string command;  // to type or to set; may be empty
};

struct AbilityGroup {
    std::string title;
    std::vector<Ability> abilities;
};

struct Checkup {
    std::string isolation;  // the level's letter
    std::string meaning;
    std::vector<std::string> not_contained;
    bool can_grade = false;  // programs can be observed at all
    std::vector<AbilityGroup> groups;
};

}  // namespace sockgrade::model

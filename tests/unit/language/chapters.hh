// The tables in the order of the reference: chapter by chapter, and below each its maps, each where it is
// first mentioned.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "language/language.hh"

namespace sockgrade::language {

struct Chapter {
    std::string_view title;
    std::vector<const Place*> roots;
    const Type* words = nullptr;  // steps that are one word, and the maps that steps are
};

inline const std::vector<Chapter>& chapters() {
    static const std::vector<Chapter> kChapters{{"The file", {&kSpec}},
                                                {"The program", {&kProgram}},
                                                {"Cases", {&kCase}},
                                                {"Messages", {&kMessageMap}},
                                                {"Steps of a peer", {&kStep}, &kPeerAction},
                                                {"Steps of the program", {}, &kProgramAction},
                                                {"Faults", {&kFaultRule, &kFields, &kFaultsFile}},
                                                {"Questions", {&kQuestionsFile}},
                                                {"Assignments", {&kAssignmentFile}}};
    return kChapters;
}

class Collector {
  public:
    // The maps of this chapter that no other chapter begins with, and none before it has.
    static std::vector<const Place*> places_of(const Chapter& chapter) {
        Collector collector;
        for (const Chapter& other : chapters())
            collector.elsewhere_.insert(collector.elsewhere_.end(), other.roots.begin(), other.roots.end());
        for (const Chapter& one : chapters()) {
            for (const Place* root : one.roots) collector.add(*root, true);
            if (one.words != nullptr) collector.add(*one.words);
            if (&one == &chapter) break;
            collector.elsewhere_.insert(collector.elsewhere_.end(), collector.found_.begin(),
                                        collector.found_.end());
            collector.found_.clear();
        }
        return collector.found_;
    }

  private:
    static bool has(const std::vector<const Place*>& places, const Place& place) {
        return std::find(places.begin(), places.end(), &place) != places.end();
    }
    void add(const Type& type) {
        if (type.item != nullptr) add(*type.item);
        for (const Place* place : type.maps) add(*place, false);
    }
    void add(const Place& place, bool is_root) {
        if (has(found_, place) || (!is_root && has(elsewhere_, place))) return;
        found_.push_back(&place);
        for (const Key& key : place.keys) add(key.type);
        if (place.named != nullptr && place.named != &kPeerAction) add(*place.named);
    }

    std::vector<const Place*> elsewhere_;
    std::vector<const Place*> found_;
};

}  // namespace sockgrade::language

#include "spec/course.hh"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/error.hh"

namespace sockgrade::spec {

namespace {

CoursePart read_part(const std::string& begin, const YAML::Node& node) {
    CoursePart part{fmt::format("{}: {}", begin, node["title"].as<std::string>()), {}};
    for (const auto& exercise : node["exercises"]) part.exercises.push_back(exercise.first.as<std::string>());
    return part;
}

}  // namespace

std::vector<CoursePart> load_course(const std::string& file) {
    try {
        std::vector<CoursePart> parts;
        const YAML::Node course = YAML::LoadFile(file);
        for (const YAML::Node& week : course["weeks"])
            parts.push_back(read_part(fmt::format("Week {}", parts.size() + 1), week));
        for (const YAML::Node& topic : course["library"]) parts.push_back(read_part("Library", topic));
        return parts;
    } catch (const YAML::Exception& error) {
        throw UsageError(fmt::format("can't read the course '{}': {}", file, error.what()));
    }
}

}  // namespace sockgrade::spec

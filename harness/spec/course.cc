#include "spec/course.hh"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/error.hh"

namespace sockgrade::spec {

std::vector<Week> load_course(const std::string& file) {
    try {
        std::vector<Week> weeks;
        for (const YAML::Node& node : YAML::LoadFile(file)["weeks"]) {
            Week& week = weeks.emplace_back();
            week.title = node["title"].as<std::string>();
            for (const auto& exercise : node["exercises"])
                week.exercises.push_back(exercise.first.as<std::string>());
        }
        return weeks;
    } catch (const YAML::Exception& error) {
        throw UsageError(fmt::format("can't read the course '{}': {}", file, error.what()));
    }
}

}  // namespace sockgrade::spec

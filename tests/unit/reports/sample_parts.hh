// What the sample results are put together from.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "model/result.hh"

namespace sockgrade::reports::samples {

inline const model::Address kServer{"127.0.0.1", 12000};
inline const model::Address kClient{"127.0.0.1", 41234};

inline model::Result frame(std::string exercise, std::string title, std::string program) {
    model::Result result;
    result.exercise = std::move(exercise);
    result.title = std::move(title);
    result.program = std::move(program);
    result.seed = 42;
    result.isolation = "B";
    result.duration_ms = 812;
    return result;
}

inline model::CaseResult one_case(std::string id, std::string title, model::Level level,
                                  model::Verdict verdict, int points, int max_points) {
    model::CaseResult result;
    result.id = std::move(id);
    result.title = std::move(title);
    result.level = level;
    result.verdict = verdict;
    result.points = points;
    result.max_points = max_points;
    result.duration_ms = 100;
    return result;
}

inline model::Finding met(std::string requirement, std::vector<std::string> notes = {}) {
    model::Finding finding;
    finding.requirement = std::move(requirement);
    finding.notes = std::move(notes);
    return finding;
}

inline model::Transcript told(model::Role role, const std::vector<std::string>& actors,
                              std::initializer_list<model::event::What> happenings) {
    model::Transcript transcript;
    transcript.plan.role = role;
    transcript.isolation = "B";
    for (const std::string& actor : actors) transcript.plan.steps.push_back({actor, model::Connect{}, 1});
    for (const model::event::What& what : happenings) {
        const std::size_t number = transcript.events.size() + 1;
        transcript.events.push_back({number, static_cast<std::int64_t>(number) * 1500, what});
    }
    return transcript;
}

}  // namespace sockgrade::reports::samples
